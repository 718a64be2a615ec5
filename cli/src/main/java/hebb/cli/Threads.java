package hebb.cli;

import hebb.core.shape.HebbException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--threads`, for every command that computes.
final class Threads {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Compute on N threads. Default: $HEBB_THREADS, else all cores.")
    private @Nullable Integer count;

    /// Tells the engine, which must not have started.
    void apply() {
        if (count == null) {
            return;
        }
        if (count < 1) {
            throw HebbException.of("--threads", "the number of threads is not positive")
                    .received(count)
                    .expected("1 or more")
                    .fix("--threads 1, or leave it out to use all cores");
        }
        System.setProperty("hebb.threads", String.valueOf(count));
    }
}
