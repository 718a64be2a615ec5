package hebb.nn.schedules;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// A learning rate that begins at a value and falls from there.
///
/// @param <S> the class itself
abstract class Decay<S extends Decay<S>> extends Configured<S> implements LearningRateSchedule {
    private String name;
    private double initialLearningRate;

    Decay(String name, double initialLearningRate) {
        this.name = name;
        this.initialLearningRate =
                Require.notNegative(className(), "initial_learning_rate", initialLearningRate);
    }

    /// Under another name in files.
    public final S name(String name) {
        return with(s -> ((Decay<?>) s).name = name);
    }

    @Override
    public final Tensor at(Tensor step) {
        return of(step.cast(DType.FLOAT32), number(initialLearningRate));
    }

    /// The learning rate after `step` steps, of one that began with `initial`: all float32.
    abstract Tensor of(Tensor step, Tensor initial);

    static Tensor number(double value) {
        return Tensor.scalar(value, DType.FLOAT32);
    }

    /// How much of a time of `steps` is over after `step`.
    static Tensor share(Tensor step, double steps, boolean staircase) {
        var share = step.div(steps);
        return staircase ? share.floor() : share;
    }

    final Options initial() {
        return Options.of(
                "initial_learning_rate",
                double.class,
                initialLearningRate,
                v -> initialLearningRate = v);
    }

    final Options name() {
        return Options.of("name", String.class, name, v -> name = v);
    }
}
