package hebb.nn.operations;

import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One operation: how it is called and made, and what it computes.
///
/// Its signature is one text, `Clip(x; x_min, x_max)`: Keras's class, the parameters of its `call`,
/// and those of its constructor with their defaults. `xs[]` is one parameter that is a list,
/// `operands*` are all the others that a call is given; `mask?` may be missing.
///
/// @param module Keras's module of the class
/// @param options the constructor's parameters by name, with their defaults
public record Definition(
        String module,
        String name,
        List<Parameter> parameters,
        Map<String, Object> options,
        Function<Given, List<Tensor>> formula) {

    /// A parameter of the call.
    public record Parameter(String name, Kind kind) {}

    /// How many tensors a parameter takes.
    public enum Kind {
        ONE,
        PERHAPS_ONE,
        LIST,
        ALL_OTHERS
    }

    static Definition of(String module, String signature, Function<Given, List<Tensor>> formula) {
        int open = signature.indexOf('(');
        var sides = signature.substring(open + 1, signature.length() - 1).split(";", -1);
        return new Definition(
                module,
                signature.substring(0, open),
                words(sides[0]).stream().map(Definition::parameter).toList(),
                sides.length == 1 ? Map.of() : options(words(sides[1])),
                formula);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }

    private static Parameter parameter(String word) {
        var kind =
                switch (word.charAt(word.length() - 1)) {
                    case '?' -> Kind.PERHAPS_ONE;
                    case ']' -> Kind.LIST;
                    case '*' -> Kind.ALL_OTHERS;
                    default -> Kind.ONE;
                };
        return new Parameter(word.replaceAll("\\W", ""), kind);
    }

    private static Map<String, Object> options(List<String> words) {
        var options = new LinkedHashMap<String, Object>();
        for (var word : words) {
            var sides = word.split("=", -1);
            options.put(sides[0], sides.length == 1 ? Optional.empty() : literal(sides[1]));
        }
        return Collections.unmodifiableMap(options); // in their order
    }

    private static Object literal(String text) {
        return switch (text) {
            case "None" -> Optional.empty();
            case "True" -> true;
            case "False" -> false;
            default -> {
                if (text.startsWith("'")) {
                    yield text.substring(1, text.length() - 1);
                }
                yield text.matches("-?\\d+")
                        ? (Object) Integer.valueOf(text)
                        : (Object) Double.valueOf(text);
            }
        };
    }
}
