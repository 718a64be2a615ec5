package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an evaluation measured: the loss, then the metrics.
public record Evaluation(Map<String, Double> values) {
    public Evaluation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The loss.
    public double loss() {
        return value("loss");
    }

    /// The value of a metric, by its name.
    ///
    /// @throws HebbException if nothing of that name was measured
    public double value(String name) {
        var found = values.get(name);
        if (found == null) {
            throw HebbException.of("Evaluation", "nothing of that name was measured")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(names()))
                    .fix(Nearest.fix(name, values.keySet()));
        }
        return found;
    }

    /// What was measured.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// `loss=0.0301 accuracy=0.9905`; what is small with an exponent, as the progress bar has it:
    /// `loss=1.6000e-05`.
    @Override
    public String toString() {
        return String.join(
                " ",
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + ProgressBar.number(e.getValue()))
                        .toList());
    }
}
