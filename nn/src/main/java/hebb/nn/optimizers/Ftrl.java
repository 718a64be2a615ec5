package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// Follow the regularized leader: weights that all gradients so far would have wanted, many of them
/// exactly 0.
///
/// `a' = a + g²`, `z = z + g + 2 · shrinkage · w - (a'^-p - a^-p) / rate · w`, `w = (clip(z, l1) -
/// z) / (a'^-p / rate + 2 · l2 + beta / rate)`. Defaults: learning rate 0.001, `learningRatePower`
/// p -0.5, `initialAccumulatorValue` 0.1, everything else 0. Source: McMahan and others, "Ad click
/// prediction: a view from the trenches", 2013.
public final class Ftrl extends Optimizer<Ftrl> {
    private double learningRatePower = -0.5;
    private double initialAccumulatorValue = 0.1;
    private double l1RegularizationStrength;
    private double l2RegularizationStrength;
    private double l2ShrinkageRegularizationStrength;
    private double beta;

    private Ftrl() {
        super("ftrl", 0.001);
    }

    /// With the learning rate 0.001.
    public static Ftrl of() {
        return new Ftrl();
    }

    /// With this learning rate.
    public static Ftrl of(double learningRate) {
        return new Ftrl().learningRate(learningRate);
    }

    /// With this power, 0 or less, of the accumulators that the rate falls with. Default: -0.5.
    public Ftrl learningRatePower(double power) {
        return with(o ->
                o.learningRatePower = -Require.notNegative("Ftrl", "-learning_rate_power", -power));
    }

    /// With this sum of squared gradients to begin with. Default: 0.1.
    public Ftrl initialAccumulatorValue(double value) {
        return with(o ->
                o.initialAccumulatorValue =
                        Require.notNegative("Ftrl", "initial_accumulator_value", value));
    }

    /// With this price on a weight's size. Default: 0.
    public Ftrl l1RegularizationStrength(double strength) {
        return with(o ->
                o.l1RegularizationStrength =
                        Require.notNegative("Ftrl", "l1_regularization_strength", strength));
    }

    /// With this price on a weight's square. Default: 0.
    public Ftrl l2RegularizationStrength(double strength) {
        return with(o ->
                o.l2RegularizationStrength =
                        Require.notNegative("Ftrl", "l2_regularization_strength", strength));
    }

    /// With this price on the square of a weight that a gradient changes. Default: 0.
    public Ftrl l2ShrinkageRegularizationStrength(double strength) {
        return with(o ->
                o.l2ShrinkageRegularizationStrength =
                        Require.notNegative(
                                "Ftrl", "l2_shrinkage_regularization_strength", strength));
    }

    /// With this added to the root of the sum of squares. Default: 0.
    public Ftrl beta(double beta) {
        return with(o -> o.beta = beta);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var price =
                u.once(
                        "l2",
                        () ->
                                Tensor.scalar(beta, u.rate().dtype())
                                        .div(u.rate().mul(2))
                                        .add(l2RegularizationStrength)
                                        .mul(2));
        var squares = u.value("accumulator", initialAccumulatorValue);
        var more = squares.add(gradient.square());
        var slope = more.pow(-learningRatePower);
        var given = gradient.add(weight.mul(2 * l2ShrinkageRegularizationStrength));
        var drift = slope.sub(squares.pow(-learningRatePower)).div(u.rate()).mul(weight);
        var linear = u.value("linear").add(given.sub(drift));
        u.assign("accumulator", more);
        u.assign("linear", linear);
        var near = linear.clip(-l1RegularizationStrength, l1RegularizationStrength);
        return near.sub(linear).div(slope.div(u.rate()).add(price));
    }

    @Override
    public Options options() {
        return super.options()
                .and(
                        "learning_rate_power",
                        double.class,
                        learningRatePower,
                        v -> learningRatePower = v)
                .and(
                        "initial_accumulator_value",
                        double.class,
                        initialAccumulatorValue,
                        v -> initialAccumulatorValue = v)
                .and(
                        "l1_regularization_strength",
                        double.class,
                        l1RegularizationStrength,
                        v -> l1RegularizationStrength = v)
                .and(
                        "l2_regularization_strength",
                        double.class,
                        l2RegularizationStrength,
                        v -> l2RegularizationStrength = v)
                .and(
                        "l2_shrinkage_regularization_strength",
                        double.class,
                        l2ShrinkageRegularizationStrength,
                        v -> l2ShrinkageRegularizationStrength = v)
                .and("beta", double.class, beta, v -> beta = v);
    }
}
