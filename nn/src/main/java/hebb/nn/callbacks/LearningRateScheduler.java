package hebb.nn.callbacks;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.schedules.LearningRateSchedule;
import hebb.nn.training.Training;
import java.util.Map;

/// Sets the learning rate before each epoch, and notes it in the history as `learning_rate`:
/// `LearningRateScheduler.of((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)`.
///
/// Keras: `LearningRateScheduler`.
public final class LearningRateScheduler implements TrainingCallback {
    /// Which rate an epoch has.
    @FunctionalInterface
    public interface ByEpoch {
        /// That of this epoch, counted from 0.
        double rate(int epoch);
    }

    /// Which rate follows on another one.
    @FunctionalInterface
    public interface ByEpochAndRate {
        /// That of this epoch, counted from 0, after one of the given rate.
        double rate(int epoch, double rate);
    }

    private final ByEpochAndRate function;

    private LearningRateScheduler(ByEpochAndRate function) {
        this.function = function;
    }

    /// The rate that a function gives for the number of an epoch.
    public static LearningRateScheduler of(ByEpoch function) {
        return new LearningRateScheduler((epoch, _) -> function.rate(epoch));
    }

    /// The rate that a function gives for the number of an epoch and the rate before it.
    public static LearningRateScheduler of(ByEpochAndRate function) {
        return new LearningRateScheduler(function);
    }

    /// The rate of a schedule whose steps are epochs.
    public static LearningRateScheduler following(LearningRateSchedule schedule) {
        return of(epoch -> schedule.at(Tensor.scalar(epoch, DType.INT64)).item());
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        training.learningRate(function.rate(epoch, training.learningRate()));
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", training.learningRate());
    }
}
