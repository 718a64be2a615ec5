package hebb.io.json;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A value in a JSON text, which knows where it stands there: `m.keras, config.json:
/// layers[2].config`.
public final class Json {
    private static final int DEEPEST = 400;
    private static final int MOST_SHOWN = 60;

    // Python writes NaN and Infinity, and reads them
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private final JsonNode node;
    private final String text;
    private final String path;

    private Json(JsonNode node, String text, String path) {
        this.node = node;
        this.text = text;
        this.path = path;
    }

    /// The value of a whole text, which errors call by this name.
    ///
    /// @throws HebbException if it is no JSON
    public static Json parse(String name, String text) {
        try {
            return new Json(MAPPER.readTree(text), name, "");
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw HebbException.of(
                            name
                                    + (at == null || at.getLineNr() < 1
                                            ? ""
                                            : " (line "
                                                    + at.getLineNr()
                                                    + ", column "
                                                    + at.getColumnNr()
                                                    + ")"),
                            "not a JSON text")
                    .received(shortened(String.valueOf(e.getOriginalMessage())))
                    .cause(e);
        }
    }

    /// The text of maps, lists, strings, numbers and truth values, with `null` for an empty
    /// Optional.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(plain(value));
    }

    private static @Nullable Object plain(Object value) {
        return switch (value) {
            case Optional<?> o -> o.isPresent() ? plain(o.get()) : null;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((k, v) -> plain.put(k, plain(v)));
                yield plain;
            }
            case List<?> list -> {
                var plain = new ArrayList<@Nullable Object>();
                list.forEach(v -> plain.add(plain(v)));
                yield plain;
            }
            default -> value;
        };
    }

    // ---- what it is

    public boolean isNull() {
        return node.isNull();
    }

    public boolean isText() {
        return node.isString();
    }

    public boolean isNumber() {
        return node.isNumber();
    }

    public boolean isWhole() {
        return node.isIntegralNumber();
    }

    public boolean isTruth() {
        return node.isBoolean();
    }

    public boolean isList() {
        return node.isArray();
    }

    public boolean isObject() {
        return node.isObject();
    }

    // ---- its parts

    /// The value under a key of this object, if it is there and not null.
    public Optional<Json> find(String key) {
        var found = node.isObject() ? node.get(key) : null;
        return found == null || found.isNull() ? Optional.empty() : Optional.of(at(key, found));
    }

    /// The value under a key of this object.
    ///
    /// @throws HebbException if there is none
    public Json at(String key) {
        requireObject();
        var found = node.get(key);
        if (found == null) {
            var keys = List.copyOf(node.propertyNames());
            throw wrong("there is no '" + key + "'")
                    .received(
                            keys.isEmpty()
                                    ? "nothing"
                                    : Nearest.oneOf(keys).replace("one of ", ""));
        }
        return at(key, found);
    }

    private Json at(String key, JsonNode found) {
        return new Json(found, text, path.isEmpty() ? key : path + "." + key);
    }

    /// The values of this object, by key, in order.
    public Map<String, Json> fields() {
        requireObject();
        var fields = new LinkedHashMap<String, Json>();
        for (var entry : node.properties()) {
            fields.put(entry.getKey(), at(shortened(entry.getKey()), entry.getValue()));
        }
        return fields;
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw mismatch("an object { … }");
        }
    }

    /// The values of this list.
    public List<Json> items() {
        if (!node.isArray()) {
            throw mismatch("a list [ … ]");
        }
        var items = new ArrayList<Json>(node.size());
        for (var item : node) {
            items.add(new Json(item, text, path + "[" + items.size() + "]"));
        }
        return items;
    }

    // ---- its value

    public String text() {
        if (!node.isString()) {
            throw mismatch("a text");
        }
        return node.stringValue();
    }

    public boolean truth() {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue() != 0; // Python's bool is an int
        }
        if (!node.isBoolean()) {
            throw mismatch("true or false");
        }
        return node.booleanValue();
    }

    public int integer() {
        long value = whole();
        if (value != (int) value) {
            throw mismatch("a number that fits into 32 bits");
        }
        return (int) value;
    }

    public long whole() {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()
                && node.doubleValue() == Math.rint(node.doubleValue())
                && Math.abs(node.doubleValue()) < 1L << 53) {
            return (long) node.doubleValue();
        }
        throw mismatch("a whole number");
    }

    public double number() {
        if (!node.isNumber()) {
            throw mismatch("a number");
        }
        return node.doubleValue();
    }

    // ---- errors

    /// The text in which it stands: `m.keras, config.json`.
    public String source() {
        return text;
    }

    /// Where it stands: `m.keras, config.json: layers[2].config`.
    public String place() {
        return path.isEmpty() ? text : text + ": " + path;
    }

    /// The beginning of an error at this place.
    public HebbException wrong(String what) {
        return HebbException.of(place(), what);
    }

    private HebbException mismatch(String expected) {
        return wrong("another kind of value is needed").received(this).expected(expected);
    }

    /// The JSON text, shortened if it is long.
    @Override
    public String toString() {
        return shortened(
                node.isContainer() && node.size() > MOST_SHOWN
                        ? (node.isArray() ? "a list" : "an object") + " of " + node.size()
                        : node.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
