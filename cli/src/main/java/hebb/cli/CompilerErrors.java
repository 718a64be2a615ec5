package hebb.cli;

import hebb.core.shape.HebbException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// What the compiler says against a program, as one mistake that fits on a screen.
final class CompilerErrors {
    /// With the three lines above them and the one below they fill a terminal of 24 lines.
    private static final int LINES_SHOWN = 18;

    private CompilerErrors() {}

    /// Throws if there is an error among the messages. Warnings are not worth a stop.
    static void check(Path source, List<Diagnostic<? extends JavaFileObject>> messages) {
        var errors = messages.stream().filter(m -> m.getKind() == Diagnostic.Kind.ERROR).toList();
        if (errors.isEmpty()) {
            return;
        }
        var count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        throw HebbException.of(source.toString(), "the program does not compile")
                .received(count)
                .expected("Java " + Runtime.version().feature())
                .fix("mend what the compiler names, the first error first\n\n" + screenful(errors));
    }

    private static String screenful(List<Diagnostic<? extends JavaFileObject>> errors) {
        var text = new StringBuilder();
        long lines = 0;
        int shown = 0;
        for (var error : errors) {
            var message = error.toString().stripTrailing();
            lines += message.lines().count();
            if (shown > 0 && lines > LINES_SHOWN) {
                return text.append("… and ")
                        .append(errors.size() - shown)
                        .append(" more")
                        .toString();
            }
            text.append(message).append('\n');
            shown++;
        }
        return text.toString().stripTrailing();
    }
}
