package hebb.io.keras;

import static hebb.io.keras.ConfigWriter.map;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.nn.Application;
import hebb.nn.Functional;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Nested;
import hebb.nn.Network;
import hebb.nn.Sequential;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes models as the configs of Keras's `Sequential` and `Functional`.
final class ModelWriter {
    private ModelWriter() {}

    /// A whole model, with what it was compiled to if it was.
    static Map<String, Object> whole(Model model) {
        var config = model(model, model.label());
        if (model.isCompiled()) {
            config.put("compile_config", CompileWriter.config(model));
        }
        return config;
    }

    /// A model under a name.
    static Map<String, Object> model(Model model, String name) {
        return switch (model) {
            case Sequential sequential -> sequential(sequential, name);
            case Functional functional -> functional(functional, name);
        };
    }

    private static Map<String, Object> sequential(Sequential model, String name) {
        var layers = new ArrayList<Object>();
        model.input().ifPresent(input -> layers.add(layer(model, input)));
        model.layers().forEach(layer -> layers.add(layer(model, layer)));
        var config =
                map(
                        "name",
                        name,
                        "trainable",
                        model.trainable(),
                        "dtype",
                        ConfigWriter.policy(type(model)),
                        "layers",
                        layers);
        var description =
                map(
                        "module",
                        "keras",
                        "class_name",
                        "Sequential",
                        "config",
                        config,
                        "registered_name",
                        Optional.empty());
        if (model.isBuilt()) {
            var shape = dims(model.inputs().getFirst().shape());
            config.put("build_input_shape", shape);
            description.put("build_config", map("input_shape", shape));
        }
        return description;
    }

    private static Map<String, Object> layer(Model model, Layer<?> layer) {
        var name = model.nameOf(layer);
        var part = model.isBuilt() ? model.weights().parts().get(name) : null;
        boolean trainable = part == null ? layer.trainable() : part.isTrainable();
        return ConfigWriter.layer(layer, name, trainable, type(model));
    }

    private static DType type(Model model) {
        return model.dtype().orElse(DType.FLOAT32);
    }

    private static Map<String, Object> functional(Functional model, String name) {
        var network = model.drawn();
        var layers = new ArrayList<Object>();
        for (var layer : network.layers()) {
            var description = layer(model, layer);
            description.put("name", model.nameOf(layer));
            description.put(
                    "inbound_nodes",
                    network.uses(layer).stream().map(use -> node(model, network, use)).toList());
            layers.add(description);
        }
        var config =
                map(
                        "name", name,
                        "trainable", model.trainable(),
                        "layers", layers,
                        "input_layers", ends(model, network, network.inputNest()),
                        "output_layers", ends(model, network, network.outputNest()));
        return map(
                "module", "keras.src.models.functional",
                "class_name", "Functional",
                "config", config,
                "registered_name", "Functional",
                "build_config", map("input_shape", Optional.empty()));
    }

    private static Map<String, Object> node(Model model, Network network, Application use) {
        var tensors = use.inputs().stream().map(x -> tensor(model, network, x)).toList();
        return NodeArguments.written(use.layer(), tensors, use.arguments());
    }

    private static Object tensor(Model model, Network network, Source source) {
        return map(
                "class_name",
                "__keras_tensor__",
                "config",
                map(
                        "shape", dims(source.shape()),
                        "dtype", ConfigWriter.dtype(source),
                        "keras_history", key(model, network, source)));
    }

    private static List<Object> key(Model model, Network network, Source source) {
        return switch (source) {
            case Input input -> List.of(model.nameOf(input), 0, 0);
            case Symbol symbol -> {
                var layer = symbol.made().layer();
                int use = network.uses(layer).indexOf(symbol.made());
                yield List.of(model.nameOf(layer), use, symbol.index());
            }
        };
    }

    private static Object ends(Model model, Network network, Nested<? extends Source> sources) {
        return ConfigWriter.nested(sources.map(s -> key(model, network, s)));
    }

    private static List<Object> dims(Shape shape) {
        var dims = new ArrayList<Object>();
        for (int dim : shape.dims()) {
            dims.add(dim == Shape.UNKNOWN ? Optional.empty() : (Object) dim);
        }
        return dims;
    }
}
