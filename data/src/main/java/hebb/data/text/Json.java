package hebb.data.text;

import hebb.core.shape.HebbException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// As much of JSON as a file of words needs; written as Python's `json.dumps` writes it.
final class Json {
    /// JSON's null.
    static final Object NULL = Optional.empty();

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    // ---- writing

    static String text(Object value) {
        return switch (value) {
            case String s -> quoted(s);
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(e ->
                                    quoted(String.valueOf(e.getKey())) + ": " + text(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream().map(Json::text).collect(Collectors.joining(", ", "[", "]"));
            default -> value.equals(NULL) ? "null" : value.toString();
        };
    }

    private static String quoted(String s) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    // ---- reading

    static Object parse(String text) {
        var json = new Json(text);
        var value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("there is more behind the end");
        }
        return value;
    }

    private Object value() {
        space();
        char c = peek();
        if (c == '{') {
            return object();
        }
        if (c == '[') {
            return list();
        }
        if (c == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && "+-.0123456789aeflnrstuE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> NULL;
            default -> number(word);
        };
    }

    private Object number(String word) {
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw wrong("'" + word + "' is no value").cause(e);
        }
    }

    private Map<String, Object> object() {
        var map = new LinkedHashMap<String, Object>();
        open('{');
        while (more('}', map.isEmpty())) {
            space();
            var name = string();
            space();
            take(':');
            map.put(name, value());
        }
        return map;
    }

    private List<Object> list() {
        var list = new ArrayList<>();
        open('[');
        while (more(']', list.isEmpty())) {
            list.add(value());
        }
        return list;
    }

    private void open(char bracket) {
        take(bracket);
        if (++depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
    }

    private boolean more(char end, boolean first) {
        space();
        if (peek() == end) {
            at++;
            depth--;
            return false;
        }
        if (!first) {
            take(',');
        }
        return true;
    }

    private String string() {
        take('"');
        var s = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            s.append(c == '\\' ? escaped() : c);
        }
        at++;
        return s.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            case '"', '\\', '/' -> c;
            default -> throw wrong("'\\" + c + "' is no character");
        };
    }

    private char unicode() {
        int end = Math.min(at + 4, text.length());
        var digits = text.substring(at, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw wrong("'\\u" + digits + "' is no character");
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private void take(char c) {
        if (peek() != c) {
            throw wrong("'" + peek() + "' stands in place of '" + c + "'");
        }
        at++;
    }

    private HebbException wrong(String what) {
        return HebbException.of("JSON, character " + at, what);
    }

    // ---- what a value is

    @SuppressWarnings("unchecked") // names in JSON are texts
    static Map<String, Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw other(value, "an object");
    }

    static String string(@Nullable Object value) {
        if (value instanceof String s) {
            return s;
        }
        throw other(value, "a text");
    }

    static boolean bool(@Nullable Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        throw other(value, "true or false");
    }

    static int integer(@Nullable Object value) {
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) <= Integer.MAX_VALUE) {
            return d.intValue();
        }
        throw other(value, "a whole number");
    }

    /// The number that a name is.
    static int key(String name) {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw other(name, "a whole number").cause(e);
        }
    }

    private static HebbException other(@Nullable Object value, String expected) {
        var received = value == null ? "nothing" : value.equals(NULL) ? "null" : value;
        return HebbException.of("JSON", "a value has another type")
                .received(received)
                .expected(expected);
    }
}
