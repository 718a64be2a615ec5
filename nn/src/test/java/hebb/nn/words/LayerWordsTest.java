package hebb.nn.words;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.Golden;
import hebb.nn.Layer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The options of layers beside the names that Keras has in their configs.
class LayerWordsTest {
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
}
