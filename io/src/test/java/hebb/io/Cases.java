package hebb.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders of what Keras computed.
final class Cases {
    static final Path ROOT = Path.of("src", "test", "cases");

    private Cases() {}

    /// A file of one of them.
    static Path file(String name, String file) {
        return ROOT.resolve(name).resolve(file);
    }

    /// The names of those at [#ROOT].
    static List<String> names() {
        return in(ROOT).stream().map(f -> f.getFileName().toString()).toList();
    }

    /// All, also those that fill in what the first ones lack.
    static List<Path> all() {
        var all = new ArrayList<>(in(ROOT));
        all.addAll(in(ROOT.resolveSibling("more-cases")));
        return all;
    }

    private static List<Path> in(Path root) {
        try (var folders = Files.list(root)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
