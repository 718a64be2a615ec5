package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.nn.metrics.Metric.Direction;
import hebb.nn.training.Training;

/// A measured value that a callback watches.
///
/// @param who the callback's name, for errors
/// @param name the value's: `val_loss`
/// @param minDelta how much better it must be to count as better
record Monitor(String who, String name, Mode mode, double minDelta) {
    /// Whether a value is better than another one.
    ///
    /// @throws HebbException if nobody knows which way is better
    boolean improves(Training training, double value, double reference) {
        boolean down =
                switch (mode) {
                    case MIN -> true;
                    case MAX -> false;
                    case AUTO -> direction(training) == Direction.DOWN;
                };
        return down ? value + minDelta < reference : value - minDelta > reference;
    }

    private Direction direction(Training training) {
        return training.direction(name)
                .orElseThrow(() ->
                        HebbException.of(
                                        who,
                                        "nobody knows whether '" + name + "' is better high or low")
                                .fix("say it: .mode(Mode.MAX) or .mode(Mode.MIN)"));
    }

    /// @throws HebbException if nothing of that name is measured
    void requireMeasured(Training training) {
        var measured = training.measured();
        if (!measured.contains(name)) {
            boolean validates = measured.stream().anyMatch(m -> m.startsWith("val_"));
            throw HebbException.of(who, "nothing of that name is measured")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(measured))
                    .fix(
                            name.startsWith("val_") && !validates
                                    ? "give the fit validation data: .validation(data)"
                                    : Nearest.fix(name, measured));
        }
    }
}
