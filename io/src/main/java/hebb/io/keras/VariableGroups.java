package hebb.io.keras;

import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Weight;
import hebb.nn.Weights;
import hebb.nn.layers.Operation;
import hebb.nn.layers.Recurrent;
import hebb.nn.layers.SpectralNormalization;
import hebb.nn.layers.TextVectorization;
import hebb.nn.layers.VocabularyFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The groups of variables that Keras's weight files have for a model: `layers/dense_1/vars` with
/// the datasets `0`, `1`, …
///
/// A layer's group is called after its class, counted among the layers of its model; a layer inside
/// a layer after its attribute. A group lists what is trained first, then states, each in the order
/// of their making. What occurs twice is listed where it comes first.
final class VariableGroups {
    private static final Optional<VocabularyFile> NO_WORDS = Optional.empty();

    private final List<Group> groups = new ArrayList<>();
    private final Set<Weights> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private VariableGroups() {}

    /// One group: its path in the file, the name of what has it, its variables, and the words of a
    /// layer that has some.
    record Group(
            String path, String name, List<Weight> variables, Optional<VocabularyFile> words) {}

    /// Those of a model that is built.
    static List<Group> of(Model model) {
        var all = new VariableGroups();
        all.model(model, model.weights(), "");
        return all.groups;
    }

    private void model(Model model, Weights weights, String path) {
        add(path, model.label(), List.of(), NO_WORDS);
        var counts = new HashMap<String, Integer>();
        for (var layer : model.layers()) {
            if (layer instanceof Operation) {
                continue; // no layer to Keras, and not counted
            }
            var name = Children.unique(layer, counts);
            var part = weights.parts().get(model.nameOf(layer));
            if (part != null && seen.add(part)) {
                layer(layer, model.nameOf(layer), part, under(path, "layers/" + name));
            }
        }
    }

    private void layer(Layer<?> layer, String name, Weights weights, String path) {
        if (layer instanceof Model model) {
            model(model, weights, path);
            return;
        }
        var words = layer instanceof VocabularyFile file ? Optional.of(file) : NO_WORDS;
        add(path, name, own(layer, weights), words);
        if (layer instanceof TextVectorization) { // Keras writes all it knows a second time
            add(under(path, "_lookup_layer"), name, List.of(), words);
        }
        for (var child : Children.of(layer, weights)) {
            var at = under(path, child.attribute());
            if (child.layer().isPresent()) {
                layer(child.layer().get(), child.name(), child.weights(), at);
            } else {
                part(child.name(), child.weights(), at);
            }
        }
    }

    /// A layer's own; spectral normalization counts the kernel that it changes among them.
    private static List<Weight> own(Layer<?> layer, Weights weights) {
        if (Children.keepsAllInCell(layer)) {
            return List.of();
        }
        if (!(layer instanceof SpectralNormalization)) {
            return weights.own();
        }
        var kernel =
                weights.parts().values().stream()
                        .flatMap(part -> part.own().stream())
                        .filter(w -> w.path().matches("(.*/)?(kernel|embeddings)"));
        return Stream.concat(kernel, weights.own().stream()).toList();
    }

    private void part(String name, Weights weights, String path) {
        add(path, name, weights.own(), NO_WORDS);
        weights.parts().forEach((inner, part) -> part(inner, part, under(path, inner)));
    }

    /// What the last batch left in a recurrent layer is in no file.
    private void add(String path, String name, List<Weight> own, Optional<VocabularyFile> words) {
        var states = own.stream().filter(Weight::isState);
        var ordered =
                Stream.concat(
                                own.stream().filter(w -> !w.isState()),
                                states.filter(w -> !w.name().startsWith(Recurrent.STATE)))
                        .toList();
        groups.add(new Group(path, name, ordered, words));
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
