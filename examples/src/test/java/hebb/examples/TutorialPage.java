package hebb.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of `docs/tutorials`, named as the example that it explains.
record TutorialPage(String example, String text) {
    private static final Path FOLDER =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("tutorials");
    private static final Pattern PROGRAM =
            Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    static TutorialPage of(String example) {
        return read(FOLDER.resolve(example + ".md"));
    }

    static List<TutorialPage> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .sorted()
                    .map(TutorialPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TutorialPage read(Path file) {
        try {
            var name = file.getFileName().toString().replace(".md", "");
            return new TutorialPage(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole programs on the page: what begins with imports.
    List<String> programs() {
        return PROGRAM.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /// The files that the page links to and that are not there.
    Stream<String> deadLinks() {
        return LINK.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(to -> Files.notExists(FOLDER.resolve(to)));
    }

    @Override
    public String toString() {
        return example;
    }
}
