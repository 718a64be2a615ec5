package hebb.nn.callbacks;

import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.training.Training;
import java.util.Map;
import java.util.function.Consumer;

/// A callback made of functions: `LambdaCallback.of().onEpochEnd((training, epoch, logs) -> …)`.
///
/// Keras: `LambdaCallback`.
public final class LambdaCallback extends Configured<LambdaCallback> implements TrainingCallback {
    /// What happens at an epoch or batch of a number.
    @FunctionalInterface
    public interface At {
        /// Told the number, from 0.
        void happen(Training training, int number);
    }

    /// What happens after an epoch or batch of a number, with what was measured.
    @FunctionalInterface
    public interface After {
        /// Told the number, from 0, and loss and metrics by name.
        void happen(Training training, int number, Map<String, Double> logs);
    }

    private Consumer<Training> trainBegin = _ -> {};
    private Consumer<Training> trainEnd = _ -> {};
    private At epochBegin = (_, _) -> {};
    private After epochEnd = (_, _, _) -> {};
    private At trainBatchBegin = (_, _) -> {};
    private After trainBatchEnd = (_, _, _) -> {};

    private LambdaCallback() {}

    /// One that does nothing yet.
    public static LambdaCallback of() {
        return new LambdaCallback();
    }

    /// What to do before the first epoch.
    public LambdaCallback onTrainBegin(Consumer<Training> function) {
        return with(c -> c.trainBegin = function);
    }

    /// What to do after the last epoch.
    public LambdaCallback onTrainEnd(Consumer<Training> function) {
        return with(c -> c.trainEnd = function);
    }

    /// What to do before each epoch.
    public LambdaCallback onEpochBegin(At function) {
        return with(c -> c.epochBegin = function);
    }

    /// What to do after each epoch.
    public LambdaCallback onEpochEnd(After function) {
        return with(c -> c.epochEnd = function);
    }

    /// What to do before each step.
    public LambdaCallback onTrainBatchBegin(At function) {
        return with(c -> c.trainBatchBegin = function);
    }

    /// What to do after each step.
    public LambdaCallback onTrainBatchEnd(After function) {
        return with(c -> c.trainBatchEnd = function);
    }

    @Override
    public void onTrainBegin(Training training) {
        trainBegin.accept(training);
    }

    @Override
    public void onTrainEnd(Training training) {
        trainEnd.accept(training);
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        epochBegin.happen(training, epoch);
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        epochEnd.happen(training, epoch, logs);
    }

    @Override
    public void onTrainBatchBegin(Training training, int batch) {
        trainBatchBegin.happen(training, batch);
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        trainBatchEnd.happen(training, batch, logs);
    }

    @Override
    public Options options() {
        return Options.none();
    }
}
