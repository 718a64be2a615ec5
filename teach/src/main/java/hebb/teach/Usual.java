package hebb.teach;

import hebb.nn.Configurable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Whether an object computes what is said of its class: that holds for some values of its options
/// only, those of a usual object.
final class Usual {
    private Usual() {}

    /// Whether these options are as usual.
    static boolean in(Configurable it, Configurable usual, String... options) {
        var values = it.options().values();
        var others = usual.options().values();
        return List.of(options).stream()
                .allMatch(o -> Objects.deepEquals(values.get(o), others.get(o)));
    }

    /// The options that are not as usual, but for some: `delta = 2.0, reduction = sum`.
    static String exceptions(Configurable it, Configurable usual, Set<String> free) {
        var others = usual.options().values();
        var values = it.options().values().entrySet().stream();
        return String.join(
                ", ",
                values.filter(o -> !free.contains(o.getKey()))
                        .filter(o -> !Objects.deepEquals(o.getValue(), others.get(o.getKey())))
                        .map(o -> o.getKey() + " = " + shown(o.getValue()))
                        .toList());
    }

    private static Object shown(Object value) {
        return value instanceof Optional<?> o ? o.<Object>map(v -> v).orElse("none") : value;
    }
}
