package hebb.datasets;

import java.io.PrintStream;

/// How far a download is: a line that changes on a terminal, else one line at its beginning.
final class Progress {
    private static final double MEGABYTE = 1e6;

    private final RemoteFile file;
    private final PrintStream output;
    private final boolean terminal;
    private long shown = -1;

    Progress(RemoteFile file, PrintStream output, boolean terminal) {
        this.file = file;
        this.output = output;
        this.terminal = terminal;
        if (!terminal) {
            output.printf("downloading %s (%.1f MB)%n", file.origin(), file.size() / MEGABYTE);
        }
    }

    /// So many bytes are there.
    void at(long bytes) {
        long percent = 100 * bytes / Math.max(1, file.size());
        if (terminal && percent > shown) {
            shown = percent;
            output.printf(
                    "\rdownloading %s: %.1f of %.1f MB, %d %%",
                    file.origin(), bytes / MEGABYTE, file.size() / MEGABYTE, percent);
            output.flush();
        }
    }

    /// All of it is there.
    void done() {
        if (terminal) {
            output.println();
        }
    }
}
