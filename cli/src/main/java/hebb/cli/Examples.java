package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The example programs by name: `mnist-cnn` is `MnistCnn.java` in the folder of examples.
record Examples(SortedMap<String, Path> files) {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /// Those of the checkout that the launcher belongs to; none where Hebb runs without it.
    static Examples ofThisCheckout() {
        var home = System.getProperty("hebb.home");
        return home == null ? new Examples(new TreeMap<>()) : in(Path.of(home, "examples"));
    }

    static Examples in(Path folder) {
        var files = new TreeMap<String, Path>();
        if (Files.isDirectory(folder)) {
            try (var all = Files.newDirectoryStream(folder, "*.java")) {
                all.forEach(f -> files.put(name(f), f));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Examples(files);
    }

    /// The file of the example called `name`, or a mistake that lists what there is.
    Path find(String name) {
        var file = files.get(name(Path.of(name)));
        if (file != null) {
            return file;
        }
        if (files.isEmpty()) {
            throw HebbException.of("hebb run", "there is no file '" + name + "'")
                    .received(name)
                    .expected("a Java source file, or in a checkout the name of an example")
                    .fix("hebb run path/to/Program.java");
        }
        var near = Nearest.to(name, files.keySet());
        throw HebbException.of("hebb run", "there is no file and no example '" + name + "'")
                .received(name)
                .expected("a Java source file, or one of " + String.join(", ", files.keySet()))
                .fix(
                        "hebb run "
                                + (near.isEmpty()
                                        ? "path/to/Program.java"
                                        : String.join(", or hebb run ", near)));
    }

    /// One line an example: its name, and the first line of its doc.
    String list() {
        if (files.isEmpty()) {
            return "";
        }
        int width = files.keySet().stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder("%nExamples:%n".formatted());
        files.forEach((name, file) ->
                text.append(("  %-" + width + "s  %s%n").formatted(name, firstLine(file))));
        return text.toString();
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith("/// ")).findFirst().orElse("/// ").substring(4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `MnistCnn.java`, `MnistCnn` and `mnist-cnn` are all `mnist-cnn`.
    static String name(Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\.java$", "");
        return WORD_START.matcher(stem).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
