package hebb.nn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The automatic names of layers: the class's name in snake case, counted.
public final class Names {
    private final Map<String, Integer> used = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Names() {}

    /// Keeps a name that was given from being made again.
    void take(String name) {
        taken.add(name);
    }

    /// The next name for a layer that was given none: `dense`, `dense_1`.
    String next(Layer<?> layer) {
        var stem = snakeCase(layer.className());
        String name;
        do {
            int count = used.merge(stem, 1, Integer::sum) - 1;
            name = count == 0 ? stem : stem + "_" + count;
        } while (!taken.add(name));
        return name;
    }

    /// Keras's rule: `MaxPooling2D` → `max_pooling2d`, `LSTM` → `lstm`, `ReLU` → `re_lu`. It goes
    /// by the name of the class in Python, which for one layer is not the one that it is known by.
    public static String snakeCase(String name) {
        if (name.equals("GroupQueryAttention")) {
            return "grouped_query_attention";
        }
        return name.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
