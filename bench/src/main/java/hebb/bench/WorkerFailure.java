package hebb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A contender that cannot do what it is asked, as PyTorch's compiled forms where there is no C++
/// compiler.
@SuppressWarnings("serial")
final class WorkerFailure extends RuntimeException {
    WorkerFailure(Contender contender, String reason, Path log) {
        super("%s: %s; %s ends with: %s".formatted(contender.name(), reason, log, lastLine(log)));
    }

    private static String lastLine(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce("", (earlier, line) -> line.strip());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
