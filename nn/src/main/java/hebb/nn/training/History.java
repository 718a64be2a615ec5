package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a training measured after each epoch: loss and metrics, and those of the validation data
/// with `val_` in front. Keras: `History`.
public final class History {
    private final List<Integer> epochs = new ArrayList<>();
    private final Map<String, List<Integer>> epochsByName = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    History() {}

    void add(int epoch, Map<String, Double> logs) {
        epochs.add(epoch);
        logs.forEach((name, value) -> {
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            epochsByName.computeIfAbsent(name, _ -> new ArrayList<>()).add(epoch);
        });
    }

    /// The numbers of the epochs, from 0.
    public List<Integer> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /// The numbers of the epochs after which this was measured, from 0: not all, where validation
    /// did not run after each.
    ///
    /// @throws HebbException if nothing of that name was measured
    public List<Integer> epochs(String name) {
        return known(epochsByName, name);
    }

    /// What was measured, in Keras's order: `accuracy`, `loss`, `val_accuracy`, `val_loss`.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// The values of one name, one an epoch; fewer, where validation did not run after each.
    ///
    /// @throws HebbException if nothing of that name was measured
    public List<Double> values(String name) {
        return known(values, name);
    }

    private <T> List<T> known(Map<String, List<T>> byName, String name) {
        var found = byName.get(name);
        if (found == null) {
            throw HebbException.of("History", "nothing of that name was measured")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(names()))
                    .fix(Nearest.fix(name, values.keySet()));
        }
        return Collections.unmodifiableList(found);
    }

    /// All values by name.
    public Map<String, List<Double>> values() {
        return Collections.unmodifiableMap(values);
    }

    /// The value after the last epoch.
    public double last(String name) {
        return values(name).getLast();
    }

    /// One line a name: `loss=[0.41, 0.22, 0.17]`.
    @Override
    public String toString() {
        return String.join(
                "\n",
                values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }
}
