package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.io.json.Json;
import hebb.nn.constraints.Constraint;
import hebb.nn.layers.Activation;
import hebb.nn.regularizers.Regularizer;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values of options out of JSON, by the type that an option has.
final class Values {
    private final ConfigReader reader;

    Values(ConfigReader reader) {
        this.reader = reader;
    }

    /// The value for an option of this type; empty for Python's None where the option has no such
    /// value, and its default stays.
    Optional<Object> read(Json json, Class<?> type) {
        if (json.isNull()) {
            return absent(type);
        }
        var boxed = MethodType.methodType(type).wrap().returnType();
        if (boxed == Boolean.class) {
            return Optional.of(json.truth());
        } else if (boxed == Integer.class) {
            return Optional.of(json.integer());
        } else if (boxed == Long.class) {
            return Optional.of(seed(json));
        } else if (boxed == Double.class) {
            return Optional.of(json.number());
        } else if (boxed == String.class) {
            return Optional.of(text(json));
        } else if (boxed == Shape.class) {
            return Optional.of(Shape.of(ints(json)));
        } else if (boxed == DType.class) {
            return Optional.of(dtype(json));
        } else if (boxed == Activation.class) {
            return Optional.of(activation(json));
        } else if (boxed.isArray()) {
            return Optional.of(array(json, boxed));
        } else if (boxed.isEnum()) {
            return Optional.of(constant(json, boxed));
        }
        return Optional.of(
                Family.of(boxed)
                        .map(f -> (Object) reader.object(json, f))
                        .orElseGet(() -> raw(json)));
    }

    private static Optional<Object> absent(Class<?> type) {
        if (type == Regularizer.class) {
            return Optional.of(Regularizer.none());
        } else if (type == Constraint.class) {
            return Optional.of(Constraint.none());
        }
        return type == Activation.class ? Optional.of(Activation.LINEAR) : Optional.empty();
    }

    /// A seed may be an object that draws from one.
    private static long seed(Json json) {
        return json.isObject()
                ? json.at("config").find("seed").map(Json::whole).orElse(0L)
                : json.whole();
    }

    private static String text(Json json) {
        return json.isText() ? json.text() : json.at("config").text(); // a function by its name
    }

    /// Numbers, or one number; None is an unknown length.
    private static int[] ints(Json json) {
        if (json.isNumber()) {
            return new int[] {json.integer()};
        }
        return items(json).stream()
                .mapToInt(v -> v.isNull() ? Shape.UNKNOWN : v.integer())
                .toArray();
    }

    private static Object array(Json json, Class<?> type) {
        if (type == int[].class) {
            return ints(json);
        } else if (type == double[].class) {
            return json.isNumber()
                    ? new double[] {json.number()}
                    : items(json).stream().mapToDouble(Json::number).toArray();
        } else if (type == int[][].class) {
            return items(json).stream().map(Values::ints).toArray(int[][]::new);
        } else if (type == String[].class) {
            return items(json).stream().map(Json::text).toArray(String[]::new);
        }
        throw json.wrong("an option of a kind that files cannot hold").received(type);
    }

    private static List<Json> items(Json json) {
        return json.isObject() && json.find("items").isPresent()
                ? json.at("items").items()
                : json.items();
    }

    /// Whether a dtype, or a policy, is that of texts.
    static boolean isTexts(Json json) {
        return json.isObject()
                ? json.find("config")
                        .flatMap(c -> c.find("name"))
                        .filter(Values::isTexts)
                        .isPresent()
                : json.isText() && json.text().equals("string");
    }

    /// The type of a dtype, or of a policy.
    static DType dtype(Json json) {
        if (json.isObject()) {
            return dtype(json.at("config").at("name"));
        }
        try {
            return DType.parse(json.text());
        } catch (HebbException e) {
            throw json.wrong("there is no element type of that name here")
                    .received("'" + json.text() + "'")
                    .expected(
                            Arrays.stream(DType.values())
                                    .map(DType::toString)
                                    .collect(Collectors.joining(", ")))
                    .cause(e);
        }
    }

    private static Activation activation(Json json) {
        var name = text(json);
        try {
            return Activation.of(name);
        } catch (HebbException e) {
            throw e.within(json.place());
        }
    }

    private static Object constant(Json json, Class<?> type) {
        var name = json.text();
        var constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        json.wrong("there is no such choice")
                                .received("'" + name + "'")
                                .expected(
                                        constants.stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining(", "))));
    }

    /// Whatever it is: numbers, texts, lists, maps; what is described by its class is made.
    Object raw(Json json) {
        if (json.isNull()) {
            return Optional.empty();
        } else if (json.isText()) {
            return json.text();
        } else if (json.isTruth()) {
            return json.truth();
        } else if (json.isWhole()) {
            long value = json.whole();
            return value == (int) value ? (Object) (int) value : (Object) value;
        } else if (json.isNumber()) {
            return json.number();
        } else if (json.isList()) {
            var list = new ArrayList<Object>();
            json.items().forEach(v -> list.add(raw(v)));
            return list;
        }
        return json.find("class_name").isPresent() && json.find("config").isPresent()
                ? described(json)
                : json.find("items").isPresent() && json.find("class_name").isPresent()
                        ? raw(json.at("items"))
                        : map(json);
    }

    private Object described(Json json) {
        var name = json.at("class_name").text();
        return switch (name) {
            case "function" -> text(json);
            case "DTypePolicy" -> dtype(json);
            case "__tensor__", "__numpy__" -> raw(json.at("config").at("value"));
            default -> reader.object(json, family(json));
        };
    }

    private static Family family(Json json) {
        return json.find("module")
                .filter(Json::isText)
                .flatMap(m -> Family.ofModule(m.text()))
                .orElse(Family.LAYER);
    }

    private Map<String, Object> map(Json json) {
        var map = new LinkedHashMap<String, Object>();
        json.fields().forEach((key, v) -> map.put(key, raw(v)));
        return map;
    }
}
