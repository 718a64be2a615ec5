package hebb.nn.optimizers;

import hebb.nn.Weight;
import hebb.nn.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The order of an optimizer's variables in Keras's files, put together piece by piece.
final class SlotOrder {
    private static final List<String> COUNTS = List.of("iteration", "learning_rate");

    private final Map<String, Weight> rest = new LinkedHashMap<>();
    private final List<Weight> ordered = new ArrayList<>();

    SlotOrder(Weights slots) {
        slots.all().forEach(slot -> rest.put(slot.path(), slot));
    }

    List<Weight> ordered() {
        return ordered;
    }

    /// Next come those of one optimizer, whose paths begin with `at`: the counts; the moving
    /// averages of all weights; their accumulators; what is remembered of them, weight by weight;
    /// what is listed apart, name by name; at last what is remembered for all weights together.
    void add(String at, List<Weight> weights, Predicate<String> isListedApart) {
        COUNTS.forEach(name -> add(at + name));
        for (var name : List.of(Update.AVERAGE, Step.ACCUMULATOR)) {
            weights.forEach(w -> add(at + w.path() + "/" + name));
        }
        var apart = new LinkedHashMap<String, List<String>>();
        for (var weight : weights) {
            var prefix = at + weight.path() + "/";
            for (var name : under(prefix)) {
                if (isListedApart.test(name)) {
                    apart.computeIfAbsent(name, _ -> new ArrayList<>()).add(prefix + name);
                } else {
                    add(prefix + name);
                }
            }
        }
        apart.values().forEach(paths -> paths.forEach(this::add));
        under(at).forEach(name -> add(at + name));
    }

    /// Next comes the one of this path, if there is one.
    void add(String path) {
        var slot = rest.remove(path);
        if (slot != null) {
            ordered.add(slot);
        }
    }

    private List<String> under(String prefix) {
        return rest.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }
}
