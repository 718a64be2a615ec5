package hebb.nn.words;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.layers.Dense;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The options of layers beside the names that Keras has in their configs.
class LayerWordsTest {
    /// What Keras has no class for, or many.
    private static final Set<String> WORDLESS = Set.of("ConvLSTMCell", "Operation");

    private static List<String> lines() throws IOException {
        var stream = Objects.requireNonNull(Golden.class.getResourceAsStream("options.txt"));
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.startsWith("#")).toList();
        }
    }

    @Test
    void optionsHaveKerasNamesAndItsOrder() throws IOException {
        for (var line : lines()) {
            var words = List.of(line.split(" "));
            Layer<?> layer = LayerWords.table().make("layer", words.getFirst());
            var names =
                    layer.options().names().stream()
                            // written by Keras where it was chosen, and read by it everywhere
                            .filter(n -> words.contains(n) || !n.equals("activity_regularizer"));
            assertThat(layer.className()).isEqualTo(words.getFirst());
            assertThat(names).as(line).containsExactlyElementsOf(words.subList(1, words.size()));
        }
    }

    @Test
    void everyPublicLayerHasItsWord() throws IOException, URISyntaxException {
        var named =
                LayerWords.table().all().stream()
                        .map(word -> LayerWords.table().make("layer", word).getClass())
                        .collect(Collectors.toSet());
        assertThat(publicLayers()).isNotEmpty().allMatch(named::contains);
    }

    private static List<Class<?>> publicLayers() throws IOException, URISyntaxException {
        var folder =
                Path.of(Objects.requireNonNull(Dense.class.getResource("Dense.class")).toURI());
        try (var files = Files.list(folder.getParent())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$"))
                    .<Class<?>>map(f -> named("hebb.nn.layers." + f.replace(".class", "")))
                    .filter(Layer.class::isAssignableFrom)
                    .filter(c -> !WORDLESS.contains(c.getSimpleName()))
                    .filter(c -> Modifier.isPublic(c.getModifiers()))
                    .filter(c -> !Modifier.isAbstract(c.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
