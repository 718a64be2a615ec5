package hebb.io.keras;

import hebb.nn.Layer;
import hebb.nn.Names;
import hebb.nn.Weights;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Pipeline;
import hebb.nn.layers.Recurrent;
import hebb.nn.layers.StackedRNNCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The layers inside a layer, by the names of the attributes under which Keras's files have them.
final class Children {
    /// Attributes in the order in which Hebb's layers make their parts.
    private static final Map<String, List<String>> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("Bidirectional", List.of("forward_layer", "backward_layer")),
                    Map.entry("TimeDistributed", List.of("layer")),
                    Map.entry("SpectralNormalization", List.of("layer")));

    /// Attributes by the names of the parts, of layers that need not have all of them. Keras's own
    /// of the first are public, but for one.
    private static final Map<String, Map<String, String>> NAMED =
            Map.of(
                    "MultiHeadAttention",
                    Map.of(
                            "query",
                            "query_dense",
                            "key",
                            "key_dense",
                            "gate",
                            "_gate_dense",
                            "value",
                            "value_dense",
                            "attention_output",
                            "output_dense"),
                    "GroupQueryAttention",
                    Map.of(
                            "query",
                            "_query_dense",
                            "key",
                            "_key_dense",
                            "gate",
                            "_gate_dense",
                            "value",
                            "_value_dense",
                            "attention_output",
                            "_output_dense"));

    private Children() {}

    /// One of them: its attribute, its weights, and what it is where its config says that.
    record Child(String attribute, String name, Weights weights, Optional<Layer<?>> layer) {}

    /// Those of a layer that has these weights.
    static List<Child> of(Layer<?> layer, Weights weights) {
        var inner = inner(layer);
        var attributes =
                switch (layer) {
                    case Recurrent<?> _ -> List.of("cell");
                    case StackedRNNCells _ -> inList("cells", inner);
                    case Pipeline _ -> inList("layers", inner);
                    default -> ATTRIBUTES.getOrDefault(layer.className(), List.of());
                };
        var named = NAMED.getOrDefault(layer.className(), Map.of());
        var children = new ArrayList<Child>();
        weights.parts()
                .forEach((name, part) -> {
                    int i = children.size();
                    children.add(
                            new Child(
                                    i < attributes.size()
                                            ? attributes.get(i)
                                            : named.getOrDefault(name, name),
                                    name,
                                    part,
                                    i < inner.size()
                                            ? Optional.of(inner.get(i))
                                            : Optional.empty()));
                });
        return children;
    }

    /// The places of layers that are in a list: by their classes, counted.
    private static List<String> inList(String attribute, List<Layer<?>> layers) {
        var counts = new HashMap<String, Integer>();
        return layers.stream().map(layer -> attribute + "/" + unique(layer, counts)).toList();
    }

    /// The name of one of the layers in a list: its class's, counted.
    static String unique(Layer<?> layer, Map<String, Integer> counts) {
        return unique(layer.className(), counts);
    }

    /// The same of a class.
    static String unique(String className, Map<String, Integer> counts) {
        var stem = Names.snakeCase(className);
        int before = counts.merge(stem, 1, Integer::sum) - 1;
        return before == 0 ? stem : stem + "_" + before;
    }

    /// Whether all of a layer's variables are those of its cell; its own states are not in files.
    static boolean keepsAllInCell(Layer<?> layer) {
        return layer instanceof Recurrent;
    }

    /// The layers among a layer's options; the two of Bidirectional are of one kind.
    private static List<Layer<?>> inner(Layer<?> layer) {
        var inner = new ArrayList<Layer<?>>();
        for (var value : layer.options().values().values()) {
            switch (value) {
                case Layer<?> l when !(l instanceof Activation) -> inner.add(l);
                case List<?> list ->
                        list.forEach(v -> {
                            if (v instanceof Layer<?> l) {
                                inner.add(l);
                            }
                        });
                default -> {} // no layer
            }
        }
        if (layer.className().equals("Bidirectional") && inner.size() == 1) {
            inner.add(inner.getFirst());
        }
        return inner;
    }
}
