package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every link in the docs leads somewhere, and their markup is right, for private things as well.
/// (In the build itself Error Prone silences this check of javac's.)
class DocsTest {
    private static final Pattern MODULE =
            Pattern.compile("^module ([\\w.]+) \\{", Pattern.MULTILINE);

    @TempDir private Path classes;

    @Test
    void linksAndMarkupAreRight() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(messages, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources(".java"));
            var _ = compiler.getTask(null, files, messages, options(), null, units).call();
        }
        assertThat(messages.getDiagnostics())
                .filteredOn(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .extracting(Diagnostic::toString)
                .isEmpty();
    }

    private List<String> options() throws IOException {
        var options = new ArrayList<String>();
        options.addAll(List.of("-d", classes.toString(), "-proc:none", "-Xmaxerrs", "1000"));
        options.add("-Xdoclint:reference/private,html/private,syntax/private");
        options.addAll(List.of("--module-path", libraries()));
        for (var descriptor : sources("module-info.java")) {
            var declaration = MODULE.matcher(Files.readString(descriptor));
            assertThat(declaration.find()).isTrue();
            options.add("--module-source-path");
            options.add(declaration.group(1) + "=" + descriptor.getParent());
        }
        return options;
    }

    private static List<Path> sources(String ending) {
        return Checkout.sources().stream()
                .filter(s -> s.toString().matches("(?!bench)\\w+.src.main.java.*"))
                .filter(s -> s.toString().endsWith(ending))
                .map(Checkout.ROOT::resolve)
                .toList();
    }

    /// What is not Hebb's on the class path of this test.
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.endsWith(".jar") && !p.contains("hebb-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
