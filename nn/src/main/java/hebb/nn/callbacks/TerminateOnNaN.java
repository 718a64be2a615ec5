package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.training.Training;
import java.util.Map;

/// Ends a training whose loss is NaN or infinite, in place of the error that a fit gives otherwise.
///
/// Default: without an error. Keras: `TerminateOnNaN`.
public final class TerminateOnNaN extends Configured<TerminateOnNaN> implements TrainingCallback {
    private boolean raiseError;

    private TerminateOnNaN() {}

    /// Without an error.
    public static TerminateOnNaN of() {
        return new TerminateOnNaN();
    }

    /// Whether it ends with an error. Default: the epoch is closed as usual.
    public TerminateOnNaN raiseError(boolean raise) {
        return with(c -> c.raiseError = raise);
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        double loss = logs.getOrDefault("loss", 0.0);
        if (Double.isFinite(loss)) {
            return;
        }
        if (raiseError) {
            throw HebbException.of("TerminateOnNaN", "the loss is no number any more")
                    .received(loss + " in step " + (batch + 1))
                    .expected("a finite number");
        }
        training.stop();
    }

    @Override
    public Options options() {
        return Options.of("raise_error", boolean.class, raiseError, v -> raiseError = v);
    }
}
