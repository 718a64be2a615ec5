package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.io.json.Json;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Makes models out of the configs of Keras's `Sequential` and `Functional`.
final class ModelReader {
    /// So many numbers may be in states that files do not hold, those of stateful layers.
    static final long STATES = 1 << 20;

    private final ConfigReader reader;

    ModelReader(ConfigReader reader) {
        this.reader = reader;
    }

    /// The model that is described there, not compiled.
    Model model(Json json) {
        var className = json.at("class_name");
        var config = json.at("config");
        try {
            var model =
                    switch (className.text()) {
                        case "Sequential" -> sequential(config);
                        case "Functional", "Model" -> new FunctionalReader(reader).model(config);
                        default ->
                                throw className
                                        .wrong("no kind of model that is read here")
                                        .received("'" + className.text() + "'")
                                        .expected("Sequential or Functional");
                    };
            return general(model, config);
        } catch (HebbException e) {
            throw e.isWithin(json.source()) ? e : e.within(json.place());
        } catch (RuntimeException e) { // what the layers had not thought of
            throw json.wrong("the model cannot be built").received(e).cause(e);
        }
    }

    private Model sequential(Json config) {
        // Keras 1 had no name for the whole
        var list = config.isList() ? config : config.at("layers");
        var layers = new ArrayList<Layer<?>>();
        if (!list.items().isEmpty()) {
            undeclaredInput(list.items().getFirst()).ifPresent(layers::add);
        }
        layers.addAll(reader.layers(list));
        var model = Sequential.of(layers);
        if (!model.isBuilt() && config.isObject()) {
            config.find("build_input_shape").ifPresent(s -> build(model, s));
        }
        return model;
    }

    /// In Keras 2 the first layer says itself what it is given.
    private static Optional<Input> undeclaredInput(Json first) {
        var shape = first.at("config").find("batch_input_shape");
        if (shape.isEmpty() || first.at("class_name").text().equals("InputLayer")) {
            return Optional.empty();
        }
        var dtype = first.at("config").find("dtype").map(Values::dtype).orElse(DType.FLOAT32);
        return Optional.of(Input.of(shape(shape.get()).drop(0)).dtype(dtype));
    }

    private static void build(Model model, Json shape) {
        var _ = model.build(new Spec(shape(shape), DType.FLOAT32));
    }

    private static Shape shape(Json json) {
        return Shape.of(
                json.items().stream()
                        .mapToInt(d -> d.isNull() ? Shape.UNKNOWN : d.integer())
                        .toArray());
    }

    private static Model general(Model model, Json config) {
        var made = model;
        if (config.isObject()) {
            var name = config.find("name").map(Json::text);
            made = name.isPresent() ? made.name(name.get()) : made;
            if (config.find("trainable").filter(t -> !t.truth()).isPresent()) {
                made = made.trainable(false);
            }
        }
        return made;
    }

    /// The places in a list, or in lists and objects inside it, that are no containers themselves.
    static List<Json> leaves(Json json, Predicate<Json> isLeaf) {
        var leaves = new ArrayList<Json>();
        if (isLeaf.test(json)) {
            leaves.add(json);
        } else if (json.isList()) {
            json.items().forEach(v -> leaves.addAll(leaves(v, isLeaf)));
        } else if (json.isObject()) {
            // Keras walks dicts in the order of their keys
            new TreeMap<>(json.fields()).values().forEach(v -> leaves.addAll(leaves(v, isLeaf)));
        }
        return leaves;
    }
}
