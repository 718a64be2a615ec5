package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Compiles and runs programs in JVMs of their own, as users would.
///
/// - `sources`: where the programs lie
/// - `folder`: where to put what is made of them
record Programs(Path sources, Path folder) {
    /// How a program ended, and what it wrote.
    record Run(int code, String out, String err) {}

    /// Runs `java` with these arguments.
    Run java(String... arguments) throws Exception {
        return java(Map.of(), arguments);
    }

    /// Runs `java` with these arguments, and with these changes to the environment.
    Run java(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(arguments));
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        return new Run(code, Files.readString(out), Files.readString(err));
    }

    /// Compiles programs into the folder `output`; arguments that end in `.java` are their names.
    void javac(String output, String... arguments) {
        var all =
                Stream.of(arguments)
                        .map(a -> a.endsWith(".java") ? sources.resolve(a).toString() : a);
        var options =
                Stream.of(
                        "-proc:none",
                        "-Xlint:-incubating",
                        "-d",
                        folder.resolve(output).toString());
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, Stream.concat(options, all).toArray(String[]::new));
        assertThat(code).isZero();
    }

    /// The entries as Java wants them on a path.
    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
