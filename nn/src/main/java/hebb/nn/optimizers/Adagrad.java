package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Steps over the root of the sum of all squared gradients: `a = a + g²`, `w - rate · g / √(a +
/// epsilon)`.
///
/// Defaults: learning rate 0.001, `initialAccumulatorValue` 0.1, `epsilon` 1e-7. Source: Duchi,
/// Hazan and Singer, JMLR 12, 2011.
public final class Adagrad extends Optimizer<Adagrad> {
    private double initialAccumulatorValue = 0.1;
    private double epsilon = 1e-7;

    private Adagrad() {
        super("adagrad", 0.001);
    }

    /// With the learning rate 0.001.
    public static Adagrad of() {
        return new Adagrad();
    }

    /// With this learning rate.
    public static Adagrad of(double learningRate) {
        return new Adagrad().learningRate(learningRate);
    }

    /// With this sum to begin with. Default: 0.1.
    public Adagrad initialAccumulatorValue(double initialAccumulatorValue) {
        return with(o -> o.initialAccumulatorValue = initialAccumulatorValue);
    }

    /// With this added to the sum, against divisions by 0. Default: 1e-7.
    public Adagrad epsilon(double epsilon) {
        return with(o -> o.epsilon = epsilon);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var sum = u.value("accumulator", initialAccumulatorValue).add(gradient.square());
        u.assign("accumulator", sum);
        return weight.sub(gradient.mul(u.rate()).div(sum.add(epsilon).sqrt()));
    }

    @Override
    public Options options() {
        return super.options()
                .and(
                        "initial_accumulator_value",
                        double.class,
                        initialAccumulatorValue,
                        v -> initialAccumulatorValue = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v);
    }
}
