package hebb.nn.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What standard output is, and how to write to it.
public final class Terminal {
    private Terminal() {}

    /// Whether a person is looking: lines can be drawn over.
    @SuppressWarnings("SystemConsoleNull") // it is null again since JDK 25
    public static boolean isPresent() {
        var console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /// Whether text may be coloured: on a terminal, unless `NO_COLOR` is set.
    public static boolean hasColor() {
        var no = System.getenv("NO_COLOR");
        return isPresent() && (no == null || no.isEmpty());
    }

    /// Prints text that has frames and bars in it. What the stream cannot write it gets as UTF-8:
    /// most often no language is set, and the terminal can show it all the same.
    public static void print(PrintStream out, String text) {
        if (out.charset().newEncoder().canEncode(text)) {
            out.print(text);
        } else {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }
}
