package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a program that trains is told on its command line: numbers and switches by name.
///
/// {@snippet :
/// void main(String[] args) {
///     var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
///     int epochs = given.number("--epochs", 5);
///     boolean quick = given.has("--quick");
/// }
/// }
public final class Arguments {
    private static final String NUMBER = " N";

    private final List<String> known;
    private final Map<String, Integer> given = new HashMap<>();

    private Arguments(List<String> known) {
        this.known = known;
    }

    /// Reads a command line. Behind a name that ends in ` N` a whole number follows.
    ///
    /// @param args as `main` was given them
    /// @param known the names that there are
    /// @throws HebbException if there is another name, or a number is missing
    public static Arguments of(String[] args, String... known) {
        var arguments = new Arguments(List.of(known));
        for (int i = 0; i < args.length; i++) {
            var name = args[i];
            if (arguments.isNumber(name)) {
                i++;
                arguments.given.put(name, number(name, i < args.length ? args[i] : "nothing"));
            } else if (arguments.known.contains(name)) {
                arguments.given.put(name, 1);
            } else {
                throw arguments.unknown(name);
            }
        }
        return arguments;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw HebbException.of(name, "a whole number is to follow")
                    .received(text)
                    .expected(name + NUMBER)
                    .cause(e);
        }
    }

    private boolean isNumber(String name) {
        return known.contains(name + NUMBER);
    }

    private HebbException unknown(String name) {
        var names = known.stream().map(k -> k.replace(NUMBER, "")).toList();
        return HebbException.of(name, "the program knows no such option")
                .received(name)
                .expected(Nearest.oneOf(known))
                .fix(Nearest.fix(name, names));
    }

    /// Whether that name was given.
    public boolean has(String name) {
        requireKnown(name, known.contains(name) || isNumber(name));
        return given.containsKey(name);
    }

    /// The number behind that name, or the usual one if it was not given. Of several, the last.
    public int number(String name, int usual) {
        requireKnown(name, isNumber(name));
        return given.getOrDefault(name, usual);
    }

    private void requireKnown(String name, boolean isKnown) {
        if (!isKnown) {
            throw HebbException.of("Arguments", "the program asks for what it does not list")
                    .received(name)
                    .expected(Nearest.oneOf(known));
        }
    }

    /// What was given: `{--epochs=5}`.
    @Override
    public String toString() {
        return given.toString();
    }
}
