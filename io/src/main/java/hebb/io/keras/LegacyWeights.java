package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.io.hdf5.Hdf5Group;
import hebb.io.hdf5.StoredData;
import hebb.io.hdf5.StoredGroup;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Weights as the older format has them: a group for each layer of the model, nested ones in one,
/// with the names of its weights in order, those that are trained first.
final class LegacyWeights {
    private static final String LAYERS = "layer_names";
    private static final String NAMES = "weight_names";
    private static final String TOP = "top_level_model_weights";

    /// An attribute holds so many names; more are spread over several.
    private static final int NAMES_AN_ATTRIBUTE = 3000;

    private LegacyWeights() {}

    /// Whether a group holds weights in this form.
    static boolean areIn(StoredGroup group) {
        return group.texts(LAYERS).isPresent();
    }

    /// How many numbers there are.
    static long size(StoredGroup group) {
        return group.everything().values().stream().mapToLong(StoredData::count).sum();
    }

    // ---- reading

    /// Gives a model its weights, layer by layer in the order of both.
    static void load(Model model, StoredGroup group, boolean skipMismatch) {
        var stored = new ArrayList<StoredGroup>();
        for (var name : group.texts(LAYERS).orElse(List.of())) {
            var layer = group.group(name);
            if (!layer.texts(NAMES).orElse(List.of()).isEmpty()) {
                stored.add(layer);
            }
        }
        var layers = model.layers().stream().filter(l -> !weights(model, l).isEmpty()).toList();
        if (stored.size() != layers.size()) {
            throw HebbException.of(group.place(), "the number of layers with weights is another")
                    .received(stored.size() + " layers")
                    .expected(layers.size() + " layers, as '" + model.label() + "' has");
        }
        var fill = new Fill();
        for (int i = 0; i < layers.size(); i++) {
            load(model, layers.get(i), stored.get(i), fill, skipMismatch);
        }
        fill.run();
    }

    private static void load(
            Model model, Layer<?> layer, StoredGroup stored, Fill fill, boolean skipMismatch) {
        var weights = weights(model, layer);
        var values = values(stored);
        if (weights.size() != values.size()) {
            if (skipMismatch) {
                return;
            }
            throw HebbException.of(
                            stored.place(),
                            "the weights are not those of '" + model.nameOf(layer) + "'")
                    .received(values)
                    .expected(weights);
        }
        for (int i = 0; i < values.size(); i++) {
            if (!skipMismatch || Fill.fits(weights.get(i), values.get(i))) {
                fill.add(weights.get(i), values.get(i));
            }
        }
    }

    private static List<StoredData> values(StoredGroup group) {
        return group.texts(NAMES).orElse(List.of()).stream().map(group::data).toList();
    }

    /// Gives the optimizer its state, if it is this one's; else, as in Keras, it begins anew.
    static void loadOptimizer(Model model, StoredGroup group) {
        var state = model.trainer().optimizerState();
        var values = values(group);
        if (Fill.fit(state, values)) {
            var fill = new Fill();
            for (int i = 0; i < values.size(); i++) {
                fill.add(state.get(i), values.get(i));
            }
            fill.run();
        }
    }

    /// A layer's weights, with those of the layers in it: first what is trained.
    private static List<Weight> weights(Model model, Layer<?> layer) {
        var part = model.weights().parts().get(model.nameOf(layer));
        if (part == null) {
            return List.of();
        }
        return Stream.concat(
                        part.all().stream().filter(Weight::isTrainable),
                        part.all().stream().filter(w -> !w.isTrainable()))
                .toList();
    }

    // ---- writing

    /// Adds a model's weights to a group.
    static void put(Model model, Hdf5Group group) {
        var layers = model.layers();
        names(group, LAYERS, layers.stream().map(model::nameOf).toList());
        group.attribute("backend", "tensorflow");
        group.attribute("keras_version", KerasArchive.KERAS_VERSION);
        for (var layer : layers) {
            var name = model.nameOf(layer);
            put(name + "/", weights(model, layer), group.group(name));
        }
        put("", List.of(), group.group(TOP));
    }

    /// Adds the state of a model's optimizer to a group.
    static void putOptimizer(Model model, Hdf5Group group) {
        put("optimizer/", model.trainer().optimizerState(), group);
    }

    private static void put(String prefix, List<Weight> weights, Hdf5Group group) {
        names(group, NAMES, weights.stream().map(w -> prefix + w.path()).toList());
        for (var weight : weights) {
            var path = prefix + weight.path();
            int slash = path.lastIndexOf('/');
            WeightsH5.put(
                    path.substring(slash + 1),
                    weight.value(),
                    group.group(path.substring(0, slash)));
        }
    }

    private static void names(Hdf5Group group, String attribute, List<String> names) {
        if (names.size() <= NAMES_AN_ATTRIBUTE) {
            group.attribute(attribute, names);
            return;
        }
        for (int from = 0, n = 0; from < names.size(); from += NAMES_AN_ATTRIBUTE, n++) {
            int to = Math.min(from + NAMES_AN_ATTRIBUTE, names.size());
            group.attribute(attribute + n, names.subList(from, to));
        }
    }
}
