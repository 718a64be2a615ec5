package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts `hebb run` as the launcher does: a Java of its own, with Hebb on the module path.
final class Hebb {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern OF_TESTS =
            Pattern.compile(
                    "[/\\\\](junit|opentest4j|apiguardian|assertj|byte-buddy)[^/\\\\]*\\.jar$");

    private Hebb() {}

    /// What the example prints; it must end well.
    static String run(String... example) {
        return run(Map.of(), example);
    }

    /// The same with environment variables.
    static String run(Map<String, String> environment, String... example) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dstdout.encoding=UTF-8",
                                "-Dhebb.home=" + CHECKOUT,
                                "-p",
                                modules(),
                                "--add-modules",
                                "ALL-DEFAULT,ALL-MODULE-PATH",
                                "-m",
                                "hebb.cli/hebb.cli.Main",
                                "run"));
        command.addAll(List.of(example));
        try {
            var errors = Files.createTempFile("hebb", ".err");
            var builder =
                    new ProcessBuilder(command)
                            .directory(new File("target")) // where pictures may be left
                            .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Hebb and what it needs, as this test was given them: packed, or still as folders.
    private static String modules() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p ->
                        p.endsWith(".jar")
                                ? !OF_TESTS.matcher(p).find()
                                : Files.exists(Path.of(p, "module-info.class")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
