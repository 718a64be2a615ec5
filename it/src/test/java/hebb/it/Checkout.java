package hebb.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sources and the packed jars that these tests look at.
final class Checkout {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern OF_TESTS =
            Pattern.compile(
                    "[/\\\\](hebb-cli|picocli|archunit|slf4j|junit|opentest4j|apiguardian|assertj"
                            + "|byte-buddy)[^/\\\\]*\\.jar$");

    private Checkout() {}

    /// Every Java source file, those of tests and examples included.
    static List<Path> sources() {
        try (var all = Files.walk(ROOT)) {
            return all.map(ROOT::relativize)
                    .filter(f -> f.toString().endsWith(".java"))
                    .filter(f ->
                            !f.toString().matches("(.*[/\\\\])?(target|\\.[^/\\\\]*)[/\\\\].*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a user of the aggregate `hebb` gets: Hebb's jars and those they need, but the command.
    static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.endsWith(".jar") && !OF_TESTS.matcher(p).find())
                .map(Path::of)
                .toList();
    }

    /// Hebb's own modules among them.
    static List<ModuleReference> modules() {
        return ModuleFinder.of(jars().toArray(Path[]::new)).findAll().stream()
                .filter(m -> m.descriptor().name().startsWith("hebb"))
                .sorted((a, b) -> a.descriptor().compareTo(b.descriptor()))
                .toList();
    }

    /// The descriptor of one of Hebb's modules.
    static ModuleDescriptor module(String name) {
        return modules().stream()
                .map(ModuleReference::descriptor)
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
