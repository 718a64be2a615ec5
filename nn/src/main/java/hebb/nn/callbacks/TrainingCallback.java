package hebb.nn.callbacks;

import hebb.nn.training.Training;
import java.util.Map;

/// Is told of the course of a training, an evaluation or a prediction, and may act on it: print,
/// keep, stop it. Keras: `Callback`.
///
/// Override what is needed; the rest does nothing. Epochs and batches count from 0. What a batch's
/// `logs` hold is computed when it is looked at, and costs nothing else.
///
/// {@snippet :
/// final class StopAtGoal implements TrainingCallback {
///     public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
///         if (logs.get("val_accuracy") > 0.99) {
///             training.stop();
///         }
/// } } }
public interface TrainingCallback {
    /// Before the first epoch of a fit.
    default void onTrainBegin(Training training) {}

    /// After the last epoch of a fit.
    default void onTrainEnd(Training training) {}

    /// Before an epoch.
    default void onEpochBegin(Training training, int epoch) {}

    /// After an epoch and its validation: loss and metrics over all its samples, those of the
    /// validation with `val_` in front of their names.
    default void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {}

    /// Before a step of training.
    default void onTrainBatchBegin(Training training, int batch) {}

    /// After a step of training: loss and metrics since the epoch began.
    default void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {}

    /// Before an evaluation; a validation during a fit is one too.
    default void onTestBegin(Training training) {}

    /// After an evaluation.
    default void onTestEnd(Training training, Map<String, Double> logs) {}

    /// Before a batch of an evaluation.
    default void onTestBatchBegin(Training training, int batch) {}

    /// After a batch of an evaluation: loss and metrics since it began.
    default void onTestBatchEnd(Training training, int batch, Map<String, Double> logs) {}

    /// Before a prediction.
    default void onPredictBegin(Training training) {}

    /// After a prediction.
    default void onPredictEnd(Training training) {}

    /// Before a batch of a prediction.
    default void onPredictBatchBegin(Training training, int batch) {}

    /// After a batch of a prediction.
    default void onPredictBatchEnd(Training training, int batch) {}
}
