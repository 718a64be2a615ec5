package hebb.eval;

import hebb.nn.training.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was measured on the folds of a cross-validation: loss and metrics, by their names in
/// [Evaluation].
public record CrossValidation(List<Evaluation> folds) {
    public CrossValidation {
        folds = List.copyOf(folds);
    }

    /// What was measured.
    public List<String> names() {
        return folds.getFirst().names();
    }

    /// One value for each fold.
    public List<Double> values(String name) {
        return folds.stream().map(f -> f.value(name)).toList();
    }

    /// The mean over the folds.
    public double mean(String name) {
        return Pairwise.mean(array(name));
    }

    /// The standard deviation over the folds, as numpy's `std`.
    public double std(String name) {
        return Pairwise.deviation(array(name));
    }

    private double[] array(String name) {
        return values(name).stream().mapToDouble(v -> v).toArray();
    }

    /// One line a name: `accuracy: 0.9733 (+/- 0.0249)`.
    @Override
    public String toString() {
        return names().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String name) {
        return String.format(Locale.ROOT, "%s: %.4f (+/- %.4f)", name, mean(name), std(name));
    }
}
