package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.io.json.Json;
import hebb.nn.Configurable;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.layers.Input;
import hebb.nn.layers.Operation;
import hebb.nn.layers.TextLayer;
import hebb.nn.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes objects out of configs: `{"class_name": "Dense", "config": {"units": 10, …}}`.
final class ConfigReader {
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");
    private static final List<String> OF_EVERY_LAYER =
            List.of("name", "trainable", "dtype", "activity_regularizer");

    private final Values values = new Values(this);
    private final Vocabularies vocabularies;

    /// Of configs that stand alone.
    ConfigReader() {
        this(Vocabularies.none());
    }

    /// Of a config beside which there are the words of layers.
    ConfigReader(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /// The layer, or model, that is described there.
    Layer<?> layer(Json json) {
        return vocabularies.learned((Layer<?>) object(json, Family.LAYER), json);
    }

    /// The object that is described there, or by one word.
    Configurable object(Json json, Family family) {
        if (json.isText()) {
            return family.ofWord(json);
        }
        var className = json.at("class_name");
        if (family == Family.LAYER && MODELS.contains(className.text())) {
            return new ModelReader(this).model(json);
        }
        if (className.text().equals("function")) {
            return family.ofWord(json.at("config"));
        }
        var fresh =
                family == Family.LAYER && isOperation(json)
                        ? operation(className)
                        : family.fresh(className, json.find("registered_name"));
        json.find("config").ifPresent(config -> assign(fresh, config));
        if (Family.of(fresh.getClass()).filter(f -> belongs(f, family)).isEmpty()) {
            throw className
                    .wrong("the class is of another kind")
                    .expected("one of " + family.module());
        }
        return fresh instanceof Layer<?> layer && json.find("config").isPresent()
                ? general(layer, json.at("config"))
                : fresh;
    }

    /// Whether a layer of a model is one of Keras's `ops`.
    static boolean isOperation(Json json) {
        return json.find("module")
                .filter(Json::isText)
                .filter(m -> m.text().matches("keras\\.(src\\.)?ops(\\..*)?"))
                .isPresent();
    }

    private static Operation operation(Json className) {
        try {
            return Operation.of(className.text());
        } catch (HebbException e) {
            throw e.within(className.place());
        }
    }

    /// A loss is a metric, too.
    private static boolean belongs(Family found, Family wanted) {
        return found == wanted || (found == Family.LOSS && wanted == Family.METRIC);
    }

    private void assign(Configurable fresh, Json config) {
        var options = fresh.options();
        for (var field : config.fields().entrySet()) {
            var key = field.getKey();
            var name = options.names().contains(key) ? key : Arguments.today(key);
            if (options.names().contains(name)) {
                assign(options, name, field.getValue());
            } else if (!isGeneral(fresh, name)
                    && !Arguments.isWithoutEffect(name, field.getValue())) {
                throw unknown(field.getValue(), fresh, name);
            }
        }
    }

    private void assign(Options options, String name, Json value) {
        var option =
                options.all().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
        var given = values.read(value, option.type());
        if (given.isEmpty() && !option.optional()) {
            return; // None where there is no such value: the default
        }
        try {
            options.assign(name, given.orElse(Optional.empty()));
        } catch (HebbException e) {
            throw e.within(value.place());
        } catch (RuntimeException e) {
            throw value.wrong("the value is not one for this option").received(value).cause(e);
        }
    }

    private static boolean isGeneral(Configurable object, String name) {
        return switch (object) {
            case Operation _ -> name.equals("name");
            case Layer<?> _ -> OF_EVERY_LAYER.contains(name);
            default -> name.equals("dtype") || name.equals("name");
        };
    }

    private static HebbException unknown(Json value, Configurable object, String name) {
        var names = object.options().names();
        return value.wrong(object.className() + " has no such argument")
                .received(value)
                .expected(names.isEmpty() ? "no arguments" : Nearest.oneOf(names))
                .fix(Nearest.fix(name.length() > 60 ? "" : name, names));
    }

    /// What every layer's config may say.
    private Layer<?> general(Layer<?> layer, Json config) {
        var made = layer;
        var name = config.find("name");
        if (name.isPresent()) {
            made = named(made, name.get());
        }
        if (config.find("trainable").filter(t -> !t.truth()).isPresent()) {
            made = made.trainable(false);
        }
        if (made instanceof Operation) {
            return made; // its `dtype` is one of its own options
        }
        var price = config.find("activity_regularizer").filter(p -> !p.isNull());
        if (price.isPresent()) {
            made = made.activityRegularizer((Regularizer) object(price.get(), Family.REGULARIZER));
        }
        if (config.find("dtype").filter(Values::isTexts).isPresent()) {
            return ofTexts(made, config.at("dtype"));
        }
        var dtype = config.find("dtype").map(Values::dtype).orElse(DType.FLOAT32);
        if (dtype != DType.FLOAT32 || made instanceof Input) {
            made = made.dtype(dtype);
        }
        return made;
    }

    private static Layer<?> ofTexts(Layer<?> layer, Json dtype) {
        return switch (layer) {
            case Input input -> input.texts(true);
            case TextLayer _ -> layer; // older files say so of what it is given
            default ->
                    throw dtype.wrong(layer.className() + " cannot compute with texts")
                            .received("'string'")
                            .expected(
                                    "texts in an InputLayer, StringLookup, TextVectorization or"
                                            + " Hashing");
        };
    }

    private static Layer<?> named(Layer<?> layer, Json name) {
        try {
            return layer.name(name.text());
        } catch (HebbException e) {
            throw e.within(name.place());
        }
    }

    /// The layers of a list.
    List<Layer<?>> layers(Json list) {
        var layers = new ArrayList<Layer<?>>();
        list.items().forEach(json -> layers.add(layer(json)));
        return layers;
    }
}
