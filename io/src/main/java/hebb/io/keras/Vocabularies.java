package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.io.hdf5.StoredGroup;
import hebb.io.json.Json;
import hebb.nn.Layer;
import hebb.nn.layers.VocabularyFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that layers learned, which a `.keras` file holds beside its config: one a line in
/// `assets/layers/integer_lookup/vocabulary.txt`, and what they weigh among the weights.
///
/// Words that a layer was given stand in its config.
final class Vocabularies {
    /// What the weights of words are called in the group of their layer.
    static final String WEIGHTS = "idf_weights";

    private static final Set<String> LAYERS =
            Set.of("IntegerLookup", "StringLookup", "TextVectorization");

    /// The entries' names by the places of the layers in the config.
    private final Map<String, String> entries = new HashMap<>();

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, StoredGroup> weights = new HashMap<>();

    private Vocabularies() {}

    /// Where there are no files beside the config.
    static Vocabularies none() {
        return new Vocabularies();
    }

    /// Those of the model that a config describes, yet without words.
    static Vocabularies of(Json model) {
        var all = new Vocabularies();
        all.note(model, "");
        return all;
    }

    /// The name of the entry for the layer of that path.
    static String entry(String layer) {
        return "assets/" + layer + "/vocabulary.txt";
    }

    private void note(Json model, String path) {
        var counts = new HashMap<String, Integer>();
        for (var layer : layers(model)) {
            var className = layer.find("class_name").filter(Json::isText).map(Json::text);
            var at = path + "layers/" + Children.unique(className.orElse(""), counts);
            if (className.filter(LAYERS::contains).isPresent()) {
                entries.put(layer.place(), at);
            } else {
                note(layer, at + "/");
            }
        }
    }

    /// The layers of a model; none of what is no model, which is told where it is read.
    private static List<Json> layers(Json json) {
        var config = json.find("config");
        return config.filter(Json::isObject)
                .flatMap(c -> c.find("layers"))
                .or(() -> config)
                .filter(Json::isList)
                .map(list -> list.items().stream().filter(Json::isObject).toList())
                .orElse(List.of());
    }

    /// Takes the words, and their weights, out of the file.
    void read(Archive archive, StoredGroup file) {
        entries.forEach((place, layer) -> {
            archive.find(entry(layer)).ifPresent(bytes -> lines.put(place, lines(bytes)));
            file.findGroup(layer + "/vars").ifPresent(vars -> weights.put(place, vars));
        });
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing().lines().toList();
    }

    /// A layer with what it learned, if it learned something.
    Layer<?> learned(Layer<?> layer, Json at) {
        var words = lines.get(at.place());
        if (words == null || !(layer instanceof VocabularyFile empty)) {
            return layer;
        }
        try {
            var full = empty.vocabularyLines(words);
            var stored = weights.get(at.place());
            var weighed = stored == null ? null : stored.findData(WEIGHTS).orElse(null);
            return weighed == null
                    ? full
                    : ((VocabularyFile) full)
                            .tokenWeights(Fill.tensor(weighed, Shape.of((int) weighed.count())));
        } catch (HebbException e) {
            throw e.within(at.place());
        }
    }
}
