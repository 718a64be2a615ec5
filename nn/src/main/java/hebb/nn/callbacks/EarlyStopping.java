package hebb.nn.callbacks;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.Weight;
import hebb.nn.check.Require;
import hebb.nn.training.Training;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Ends a training when a measured value has stopped getting better.
///
/// - defaults: `val_loss` is watched; every improvement counts; the first epoch without one ends
///   it; the last weights stay
///
/// Keras: `EarlyStopping`.
public final class EarlyStopping extends Configured<EarlyStopping> implements TrainingCallback {
    private String monitor = "val_loss";
    private double minDelta;
    private int patience;
    private Mode mode = Mode.AUTO;
    private Optional<Double> baseline = Optional.empty();
    private boolean restoreBestWeights;
    private int startFromEpoch;

    private Optional<Double> best = Optional.empty();
    private int bestEpoch;
    private int wait;
    private OptionalInt stoppedEpoch = OptionalInt.empty();
    private List<Tensor> bestWeights = List.of();

    private EarlyStopping() {}

    /// With Keras's defaults.
    public static EarlyStopping of() {
        return new EarlyStopping();
    }

    /// The name of the value to watch: `val_accuracy`.
    public EarlyStopping monitor(String name) {
        return with(e -> e.monitor = name);
    }

    /// How much better a value must be to count as better.
    public EarlyStopping minDelta(double delta) {
        return with(e -> e.minDelta = Math.abs(delta));
    }

    /// How many epochs without improvement it takes.
    public EarlyStopping patience(int epochs) {
        int checked = Require.atLeast("EarlyStopping", "patience", 0, epochs);
        return with(e -> e.patience = checked);
    }

    /// Which way the value is better.
    public EarlyStopping mode(Mode mode) {
        return with(e -> e.mode = mode);
    }

    /// A value that must be reached: epochs that do not count as without improvement.
    public EarlyStopping baseline(double value) {
        return with(e -> e.baseline = Optional.of(value));
    }

    /// Whether the model gets back, at the end, the weights of the epoch with the best value.
    public EarlyStopping restoreBestWeights(boolean restore) {
        return with(e -> e.restoreBestWeights = restore);
    }

    /// The first epoch that is looked at.
    public EarlyStopping startFromEpoch(int epoch) {
        int checked = Require.atLeast("EarlyStopping", "start_from_epoch", 0, epoch);
        return with(e -> e.startFromEpoch = checked);
    }

    @Override
    public void onTrainBegin(Training training) {
        best = Optional.empty();
        bestEpoch = 0;
        wait = 0;
        stoppedEpoch = OptionalInt.empty();
        bestWeights = List.of();
        watched().requireMeasured(training);
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        var value = logs.get(monitor);
        if (value == null || epoch < startFromEpoch) {
            return;
        }
        if (restoreBestWeights && bestWeights.isEmpty()) {
            keep(training, epoch);
        }
        wait++;
        if (best.isEmpty() || watched().improves(training, value, best.get())) {
            best = Optional.of(value);
            keep(training, epoch);
            if (baseline.isEmpty() || watched().improves(training, value, baseline.get())) {
                wait = 0;
            }
        } else if (wait >= patience && epoch > 0) {
            stoppedEpoch = OptionalInt.of(epoch);
            training.stop();
        }
    }

    @Override
    public void onTrainEnd(Training training) {
        if (restoreBestWeights && !bestWeights.isEmpty()) {
            var weights = training.model().weights().all();
            for (int i = 0; i < weights.size(); i++) {
                weights.get(i).assign(bestWeights.get(i));
            }
        }
    }

    private void keep(Training training, int epoch) {
        bestEpoch = epoch;
        if (restoreBestWeights) {
            bestWeights = training.model().weights().all().stream().map(Weight::value).toList();
        }
    }

    private Monitor watched() {
        return new Monitor("EarlyStopping", monitor, mode, minDelta);
    }

    /// The epoch after which the last training was ended, if it was.
    public OptionalInt stoppedEpoch() {
        return stoppedEpoch;
    }

    /// The epoch with the best value of the last training.
    public int bestEpoch() {
        return bestEpoch;
    }

    @Override
    public Options options() {
        return Options.of("monitor", String.class, monitor, v -> monitor = v)
                .and("min_delta", double.class, minDelta, v -> minDelta = v)
                .and("patience", int.class, patience, v -> patience = v)
                .and("mode", Mode.class, mode, v -> mode = v)
                .optional("baseline", Double.class, baseline, v -> baseline = v)
                .and(
                        "restore_best_weights",
                        boolean.class,
                        restoreBestWeights,
                        v -> restoreBestWeights = v)
                .and("start_from_epoch", int.class, startFromEpoch, v -> startFromEpoch = v);
    }
}
