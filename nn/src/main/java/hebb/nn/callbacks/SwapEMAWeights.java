package hebb.nn.callbacks;

import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.training.Training;
import java.util.Map;

/// Puts the moving averages of the weights, which the optimizer takes, into the model while it is
/// evaluated or predicts, and the weights back after that.
///
/// Default: not between epochs, so that what other callbacks save there are the weights. Keras:
/// `SwapEMAWeights`.
public final class SwapEMAWeights extends Configured<SwapEMAWeights> implements TrainingCallback {
    private boolean swapOnEpoch;
    private boolean areIn;

    private SwapEMAWeights() {}

    /// For evaluation and prediction.
    public static SwapEMAWeights of() {
        return new SwapEMAWeights();
    }

    /// Whether the averages stay in the model from the end of an epoch to the beginning of the
    /// next, and at the end of training.
    public SwapEMAWeights swapOnEpoch(boolean swap) {
        return with(c -> c.swapOnEpoch = swap);
    }

    private void put(Training training, boolean averages) {
        if (areIn != averages) {
            training.model().trainer().swapAverages();
            areIn = averages;
        }
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        if (swapOnEpoch) {
            put(training, false);
        }
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        if (swapOnEpoch) {
            put(training, true);
            if (epoch == training.epochs() - 1) {
                training.model().trainer().settleAverages();
            }
        }
    }

    @Override
    public void onTestBegin(Training training) {
        put(training, true);
    }

    @Override
    public void onTestEnd(Training training, Map<String, Double> logs) {
        put(training, false);
    }

    @Override
    public void onPredictBegin(Training training) {
        put(training, true);
    }

    @Override
    public void onPredictEnd(Training training) {
        put(training, false);
    }

    @Override
    public Options options() {
        return Options.of("swap_on_epoch", boolean.class, swapOnEpoch, v -> swapOnEpoch = v);
    }
}
