package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.nn.Configurable;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Names;
import hebb.nn.Nested;
import hebb.nn.Registered;
import hebb.nn.Source;
import hebb.nn.constraints.Constraint;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Input;
import hebb.nn.layers.Operation;
import hebb.nn.layers.Pipeline;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes objects as Keras's configs, as maps and lists for JSON.
final class ConfigWriter {
    private ConfigWriter() {}

    /// What describes an object: its module, class and config.
    static Map<String, Object> object(Configurable object) {
        return described(object, config(object));
    }

    /// The same for a layer under the name that it has in its model.
    static Map<String, Object> layer(Layer<?> layer, String name, boolean trainable, DType outer) {
        if (layer instanceof Model model) {
            return ModelWriter.model(model, name);
        }
        var config = new LinkedHashMap<String, Object>();
        var type = layer.dtype().orElse(outer);
        if (layer instanceof Input input) {
            config.put("batch_shape", value("batch_shape", input.batchShape()));
            config.put("dtype", dtype(input));
            config.put("sparse", false);
            config.put("ragged", false);
            config.put("name", name);
            return described(layer, config);
        }
        config.put("name", name);
        if (layer instanceof Operation operation) {
            config.putAll(config(operation));
            return map(
                    "module",
                    operation.module(),
                    "class_name",
                    operation.className(),
                    "config",
                    config,
                    "registered_name",
                    operation.className());
        }
        boolean isPipeline = layer instanceof Pipeline; // Keras's takes its layers and its name
        if (!isPipeline && !layer.className().startsWith("SpatialDropout")) { // nor do Keras's
            config.put("trainable", trainable);
        }
        if (!isPipeline) {
            config.put("dtype", policy(type));
        }
        if (!layer.activityRegularizer().equals(Regularizer.none())) {
            config.put("activity_regularizer", object(layer.activityRegularizer()));
        }
        config.putAll(config(layer));
        return described(layer, config);
    }

    /// What Keras calls the type of what lies there.
    static String dtype(Source source) {
        boolean isTexts = source instanceof Input input && input.isTexts();
        return isTexts ? "string" : source.spec().dtype().toString();
    }

    /// Keras's object for an element type.
    static Map<String, Object> policy(DType type) {
        return map(
                "module",
                "keras",
                "class_name",
                "DTypePolicy",
                "config",
                Map.of("name", type.toString()),
                "registered_name",
                Optional.empty());
    }

    private static Map<String, Object> described(Configurable object, Map<String, Object> config) {
        var own = Registered.nameOf(object);
        var family = Family.of(object.getClass());
        if (own.isEmpty() && family.filter(f -> f.knows(object)).isEmpty()) {
            throw HebbException.of(
                            "config of " + object.className(),
                            "files cannot name a class that is not registered")
                    .received(object.getClass().getName())
                    .expected("a class of Hebb's, or one that was registered")
                    .fix("Registered.add(\"my_package\", " + registrable(object) + "::new)");
        }
        return map(
                "module",
                        own.map(n -> n.substring(0, n.indexOf('>')))
                                .orElseGet(() -> family.orElseThrow().module()),
                "class_name", object.className(),
                "config", config,
                "registered_name", own.<Object>map(n -> n).orElse(Optional.empty()));
    }

    // what Hebb made of a function has no class that a user could name
    private static String registrable(Configurable object) {
        var type = object.getClass();
        return type.getPackageName().startsWith("hebb.nn") ? "MyClass" : type.getSimpleName();
    }

    /// The options of an object, as JSON has them.
    static Map<String, Object> config(Configurable object) {
        var config = new LinkedHashMap<String, Object>();
        object.options().values().forEach((name, value) -> config.put(name, value(name, value)));
        if (object instanceof Loss<?> && isEmpty(config.get("dtype"))) {
            config.remove("dtype");
        } else if (object instanceof Metric<?> && isEmpty(config.get("dtype"))) {
            config.put("dtype", DType.FLOAT32.toString());
        }
        return config;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof Optional<?> o && o.isEmpty();
    }

    private static Object value(String name, Object value) {
        return switch (value) {
            case Optional<?> o -> o.isPresent() ? value(name, o.get()) : o;
            case int[] a -> ints(a, Arguments.writesNull(name));
            case int[][] rows -> Arrays.stream(rows).map(row -> ints(row, false)).toList();
            case double[] a -> Arrays.stream(a).boxed().toList();
            case String[] a -> List.of(a);
            case Shape shape -> ints(shape.dims(), true);
            case DType type -> type.toString();
            case Activation activation -> activation.function();
            case Regularizer r when r.equals(Regularizer.none()) -> Optional.empty();
            case Constraint c when c.equals(Constraint.none()) -> Optional.empty();
            case Layer<?> layer -> layer(layer, inner(layer), layer.trainable(), DType.FLOAT32);
            case Configurable object -> object(object);
            case Enum<?> constant -> constant.toString();
            case List<?> list -> list.stream().map(v -> value(name, v)).toList();
            case Map<?, ?> map -> {
                var written = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> written.put(String.valueOf(k), value(name, v)));
                yield written;
            }
            default -> value;
        };
    }

    private static String inner(Layer<?> layer) {
        return layer.name().isEmpty() ? Names.snakeCase(layer.className()) : layer.name();
    }

    private static List<Object> ints(int[] values, boolean unknownAsNull) {
        var list = new ArrayList<Object>();
        for (int v : values) {
            list.add(unknownAsNull && v == Shape.UNKNOWN ? Optional.empty() : (Object) v);
        }
        return list;
    }

    /// Lists and dicts as JSON has them.
    static Object nested(Nested<?> nested) {
        return switch (nested) {
            case Nested.One<?>(var value) -> value;
            case Nested.Listed<?>(var items) -> items.stream().map(ConfigWriter::nested).toList();
            case Nested.Keyed<?>(var items) -> {
                var map = new LinkedHashMap<String, Object>();
                items.forEach((key, item) -> map.put(key, nested(item)));
                yield map;
            }
        };
    }

    /// A map of keys and values in turn, in this order.
    static Map<String, Object> map(Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
