package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.io.json.Json;
import hebb.nn.layers.Operation;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The arguments of one use of an operation: tensors, and beside them numbers, texts, lists, arrays
/// and, of `x[:, 0]`, what stands in the brackets.
final class OperationArguments {
    private static final String KEY = "key";
    private static final String SLICE = "__slice__";
    private static final String ELLIPSIS = "__ellipsis__";
    private static final String ARRAY = "__numpy__";
    private static final List<String> ARRAYS = List.of(ARRAY, "__tensor__");

    private OperationArguments() {}

    /// The tensors that a use is given, in the order of the operation's parameters.
    static List<NodeArguments.Tensor> tensors(Operation operation, Json node) {
        var tensors = new ArrayList<NodeArguments.Tensor>();
        byParameter(operation, node).values().forEach(v -> NodeArguments.collect(v, tensors));
        return tensors;
    }

    /// What it is told beside tensors, by parameter.
    static Map<String, Object> told(Operation operation, Json node) {
        var told = new TreeMap<String, Object>();
        byParameter(operation, node)
                .forEach((name, value) -> {
                    var within = new ArrayList<NodeArguments.Tensor>();
                    NodeArguments.collect(value, within);
                    if (within.isEmpty()) {
                        told.put(name, value(value));
                    } else if (!isOnlyTensors(value)) {
                        throw value.wrong("tensors and numbers are mixed in one list")
                                .received(value)
                                .expected("tensors alone");
                    }
                });
        return told;
    }

    private static boolean isOnlyTensors(Json json) {
        return NodeArguments.isTensor(json)
                || (json.isList() && json.items().stream().allMatch(NodeArguments::isTensor));
    }

    private static Map<String, Json> byParameter(Operation operation, Json node) {
        var names = operation.parameters();
        var given = new LinkedHashMap<String, Json>();
        var args = node.at("args");
        var items = args.items();
        if (operation.takesAny()) {
            given.put(names.getFirst(), args);
            return given;
        }
        for (int i = 0; i < items.size(); i++) {
            if (i >= names.size()) {
                throw items.get(i)
                        .wrong("the operation has no such operand")
                        .expected(String.join(", ", names));
            }
            given.put(names.get(i), items.get(i));
        }
        var named = node.find("kwargs").map(Json::fields).orElse(Map.of());
        for (var name : names) {
            var value = named.get(name);
            if (value != null) {
                given.put(name, value);
            }
        }
        named.forEach((name, value) -> {
            if (!names.contains(name) && !value.isNull()) {
                throw value.wrong("the operation has no such operand")
                        .received(name)
                        .expected(String.join(", ", names));
            }
        });
        return given;
    }

    private static Object value(Json json) {
        if (json.isNull()) {
            return Optional.empty();
        } else if (json.isList()) {
            return json.items().stream().map(OperationArguments::value).toList();
        } else if (json.isTruth()) {
            return json.truth();
        } else if (json.isWhole()) {
            return json.integer();
        } else if (json.isNumber()) {
            return json.number();
        } else if (json.isText()) {
            return json.text();
        }
        var name = json.at("class_name").text();
        var config = json.at("config");
        if (ARRAYS.contains(name)) {
            return array(config.at("value"), Values.dtype(config.at("dtype")));
        }
        return switch (name) {
            case SLICE -> bound(config, "start") + ":" + bound(config, "stop") + step(config);
            case ELLIPSIS -> "...";
            default ->
                    throw json.wrong("the operation is given something that is not read")
                            .received(name)
                            .expected("tensors, numbers, texts, lists and arrays");
        };
    }

    private static String bound(Json slice, String name) {
        return slice.find(name).map(v -> String.valueOf(v.integer())).orElse("");
    }

    private static String step(Json slice) {
        return slice.find("step").map(v -> ":" + v.integer()).orElse("");
    }

    private static Tensor array(Json json, DType type) {
        if (!json.isList()) {
            return Tensor.scalar(json.isTruth() ? (json.truth() ? 1 : 0) : json.number(), type);
        }
        var rows = json.items().stream().map(v -> array(v, type)).toArray(Tensor[]::new);
        if (rows.length == 0) {
            return Tensor.zeros(new Spec(Shape.of(0), type));
        }
        for (var row : rows) {
            if (!row.shape().equals(rows[0].shape())) {
                throw json.wrong("the rows of the array differ in length");
            }
        }
        return Tensor.stack(0, rows);
    }

    // ---- written

    /// A use of an operation with these tensors, told that, in Keras 3's form.
    static Map<String, Object> written(
            Operation operation, List<Object> tensors, Map<String, Object> told) {
        if (operation.takesAny()) {
            return NodeArguments.node(tensors, Map.of());
        }
        var args = new ArrayList<Object>();
        var named = new LinkedHashMap<String, Object>();
        int used = 0;
        boolean isGap = false;
        for (var name : operation.parameters()) {
            Object value;
            if (told.containsKey(name)) {
                value = json(name, told.get(name));
            } else if (operation.takesList() && used == 0) {
                value = tensors;
                used = tensors.size();
            } else if (used < tensors.size()) {
                value = tensors.get(used++);
            } else {
                isGap = true; // what follows can be told by name alone
                continue;
            }
            if (isGap) {
                named.put(name, value);
            } else {
                args.add(value);
            }
        }
        return NodeArguments.node(args, named);
    }

    private static Object json(String name, Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(v -> json(name, v)).toList();
            case Tensor constant ->
                    ConfigWriter.map(
                            "class_name",
                            ARRAY,
                            "config",
                            ConfigWriter.map(
                                    "value", nested(constant),
                                    "dtype", constant.dtype().toString()));
            case String text when name.equals(KEY) -> subscript(text);
            default -> value;
        };
    }

    private static Object nested(Tensor x) {
        if (x.rank() == 0) {
            return number(x);
        }
        var rows = new ArrayList<Object>();
        for (int i = 0; i < x.dim(0); i++) {
            rows.add(nested(x.get(i)));
        }
        return rows;
    }

    private static Object number(Tensor x) {
        return switch (x.dtype()) {
            case BOOL -> x.item() != 0;
            case FLOAT32, FLOAT64 -> x.item();
            default -> ((Number) Array.get(x.cast(DType.INT64).toArray(), 0)).longValue();
        };
    }

    private static Object subscript(String text) {
        if (!text.contains(":")) {
            return ConfigWriter.map("class_name", ELLIPSIS, "config", Map.of());
        }
        var parts = text.split(":", -1);
        return ConfigWriter.map(
                "class_name",
                SLICE,
                "config",
                ConfigWriter.map(
                        "start", bound(parts, 0),
                        "stop", bound(parts, 1),
                        "step", bound(parts, 2)));
    }

    private static Object bound(String[] parts, int i) {
        return i >= parts.length || parts[i].isEmpty()
                ? Optional.empty()
                : (Object) Integer.valueOf(parts[i]);
    }
}
