package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.training.Training;
import java.util.Map;
import java.util.Optional;

/// Lowers the learning rate when a measured value has stopped getting better, and notes the rate in
/// the history as `learning_rate`.
///
/// - defaults: `val_loss` is watched; after 10 epochs without an improvement by 0.0001 the rate
///   becomes a tenth; not below 0
///
/// Keras: `ReduceLROnPlateau`.
public final class ReduceLROnPlateau extends Configured<ReduceLROnPlateau>
        implements TrainingCallback {
    private String monitor = "val_loss";
    private double factor = 0.1;
    private int patience = 10;
    private Mode mode = Mode.AUTO;
    private double minDelta = 1e-4;
    private int cooldown;
    private double minLr;

    private Optional<Double> best = Optional.empty();
    private int rest;
    private int wait;

    private ReduceLROnPlateau() {}

    /// With Keras's defaults.
    public static ReduceLROnPlateau of() {
        return new ReduceLROnPlateau();
    }

    /// The name of the value to watch: `val_accuracy`.
    public ReduceLROnPlateau monitor(String name) {
        return with(c -> c.monitor = name);
    }

    /// What the learning rate is multiplied by: less than 1.
    public ReduceLROnPlateau factor(double factor) {
        if (!(factor < 1)) {
            throw HebbException.of("ReduceLROnPlateau", "factor does not lower the rate")
                    .received(factor)
                    .expected("less than 1");
        }
        return with(c -> c.factor = factor);
    }

    /// How many epochs without improvement it takes.
    public ReduceLROnPlateau patience(int epochs) {
        int checked = Require.atLeast("ReduceLROnPlateau", "patience", 0, epochs);
        return with(c -> c.patience = checked);
    }

    /// Which way the value is better.
    public ReduceLROnPlateau mode(Mode mode) {
        return with(c -> c.mode = mode);
    }

    /// How much better a value must be to count as better.
    public ReduceLROnPlateau minDelta(double delta) {
        return with(c -> c.minDelta = Math.abs(delta));
    }

    /// How many epochs after a fall do not count.
    public ReduceLROnPlateau cooldown(int epochs) {
        int checked = Require.atLeast("ReduceLROnPlateau", "cooldown", 0, epochs);
        return with(c -> c.cooldown = checked);
    }

    /// The lowest learning rate.
    public ReduceLROnPlateau minLr(double rate) {
        return with(c -> c.minLr = rate);
    }

    @Override
    public void onTrainBegin(Training training) {
        best = Optional.empty();
        rest = 0;
        wait = 0;
        watched().requireMeasured(training);
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", training.learningRate());
        var value = logs.get(monitor);
        if (value == null) {
            return;
        }
        if (rest > 0) {
            rest--;
            wait = 0;
        }
        if (best.isEmpty() || watched().improves(training, value, best.get())) {
            best = Optional.of(value);
            wait = 0;
        } else if (rest == 0) {
            wait++;
            if (wait >= patience) {
                lower(training);
            }
        }
    }

    private void lower(Training training) {
        double rate = training.learningRate();
        if (rate > (float) minLr) {
            training.learningRate(Math.max(rate * factor, minLr));
            rest = cooldown;
            wait = 0;
        }
    }

    private Monitor watched() {
        return new Monitor("ReduceLROnPlateau", monitor, mode, minDelta);
    }

    @Override
    public Options options() {
        return Options.of("monitor", String.class, monitor, v -> monitor = v)
                .and("factor", double.class, factor, v -> factor = v)
                .and("patience", int.class, patience, v -> patience = v)
                .and("mode", Mode.class, mode, v -> mode = v)
                .and("min_delta", double.class, minDelta, v -> minDelta = v)
                .and("cooldown", int.class, cooldown, v -> cooldown = v)
                .and("min_lr", double.class, minLr, v -> minLr = v);
    }
}
