package hebb.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folders of what Keras computed.
final class Cases {
    static final Path ROOT = Path.of("src", "test", "cases");

    private Cases() {}

    /// A file of one of them.
    static Path file(String name, String file) {
        return ROOT.resolve(name).resolve(file);
    }

    /// The names of all.
    static List<String> names() {
        try (var folders = Files.list(ROOT)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
