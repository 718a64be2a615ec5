package hebb.data.format;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A reader of the few Python literals that a header consists of.
final class Literal {
    private final String text;
    private final Incoming in;
    private final long place;
    private int at;

    Literal(String text, Incoming in, long place) {
        this.text = text;
        this.in = in;
        this.place = place;
    }

    Map<String, Object> dictionary() {
        Map<String, Object> entries = new HashMap<>();
        expect('{');
        while (!found('}')) {
            var key = string();
            expect(':');
            if (entries.put(key, value()) != null) {
                throw wrong("no second entry '" + key + "'");
            }
            if (!found(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (at < text.length()) {
            throw wrong("the end of the header");
        }
        return entries;
    }

    private Object value() {
        return switch (peek()) {
            case '\'', '"' -> string();
            case '(' -> shape();
            case 'T' -> word("True", true);
            case 'F' -> word("False", false);
            case '[' ->
                    throw in.at(place + at, "records of several fields cannot be read")
                            .received(text.strip())
                            .expected("one element type, such as '<f4'")
                            .fix("in Python: save the fields one by one, np.savez(file, a=x['a'])");
            default -> throw wrong("a string, True, False or a tuple");
        };
    }

    private String string() {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw wrong("a string");
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw wrong("a string with its end");
        }
        var string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private boolean word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return value;
    }

    private Shape shape() {
        List<Integer> dims = new ArrayList<>();
        expect('(');
        while (!found(')')) {
            dims.add(length());
            if (!found(',')) {
                expect(')');
                break;
            }
        }
        return Shape.of(dims);
    }

    private int length() {
        skipSpace();
        int from = at;
        long length = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            length = 10 * length + text.charAt(at++) - '0';
            if (length > Integer.MAX_VALUE) {
                at = from;
                throw wrong("a length of at most " + Integer.MAX_VALUE);
            }
        }
        if (at == from) {
            throw wrong("the length of an axis");
        }
        if (at < text.length() && text.charAt(at) == 'L') { // as Python 2 wrote it
            at++;
        }
        return (int) length;
    }

    private void expect(char character) {
        if (!found(character)) {
            throw wrong("'" + character + "'");
        }
    }

    private boolean found(char character) {
        boolean found = peek() == character;
        at += found ? 1 : 0;
        return found;
    }

    /// The next character that is no space, or 0 at the end.
    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private HebbException wrong(String expected) {
        var rest = text.substring(at).strip();
        return in.at(place + at, "the header is damaged")
                .received(
                        rest.isEmpty() ? "its end" : rest.substring(0, Math.min(20, rest.length())))
                .expected(expected);
    }
}
