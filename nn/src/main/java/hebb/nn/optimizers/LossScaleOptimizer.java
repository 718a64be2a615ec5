package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import java.util.List;
import java.util.Optional;

/// Another optimizer's steps on a loss that is multiplied, so that small gradients do not vanish in
/// short types: by as much as leaves all of them finite.
///
/// A step with a gradient that is not finite does nothing but halve the factor; after
/// `dynamicGrowthSteps` good ones in a row it is doubled. Defaults: `initialScale` 2^15,
/// `dynamicGrowthSteps` 2000. Source: Micikevicius and others, arXiv 1710.03740.
public final class LossScaleOptimizer extends Optimizer<LossScaleOptimizer> {
    private static final String INNER = "inner_optimizer";
    private static final String COUNT = "step_counter";
    private static final String SCALE = "dynamic_scale";
    private static final Spec COUNTER = new Spec(Shape.of(), DType.INT32);

    private Optimizer<?> inner;
    private double initialScale = 32768;
    private int dynamicGrowthSteps = 2000;

    private LossScaleOptimizer(Optimizer<?> inner) {
        super("loss_scale_optimizer", 0);
        this.inner = inner.scaledBy(Optional.empty());
    }

    /// The steps of this optimizer, whose other options are its own.
    public static LossScaleOptimizer of(Optimizer<?> inner) {
        return new LossScaleOptimizer(inner);
    }

    /// With the loss multiplied by this at first. Default: 32768.
    public LossScaleOptimizer initialScale(double scale) {
        return with(o ->
                o.initialScale = Require.positive("LossScaleOptimizer", "initial_scale", scale));
    }

    /// With the factor doubled after so many good steps. Default: 2000.
    public LossScaleOptimizer dynamicGrowthSteps(int steps) {
        return with(o ->
                o.dynamicGrowthSteps =
                        Require.positive("LossScaleOptimizer", "dynamic_growth_steps", steps));
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        return inner.update(u, weight, gradient);
    }

    @Override
    void apply(Scope s, List<Weight> weights, List<Tensor> gradients, Optional<Tensor> happens) {
        requireOptionsInside();
        var _ = super.iteration(s); // Keras keeps both, and never uses them
        var _ = super.rate(s);
        var isFinite = gradients.stream().map(g -> g.isFinite().all()).reduce(Tensor::and);
        var scale = scale(s);
        var unscaled = gradients.stream().map(g -> g.div(scale.cast(g.dtype()))).toList();
        inner.apply(s.child(INNER), weights, unscaled, isFinite);
        isFinite.ifPresent(good -> count(s, good, scale));
    }

    private void count(Scope s, Tensor isFinite, Tensor scale) {
        var count = s.state(COUNT, COUNTER, Initializer.zeros());
        var isDue = count.equal(dynamicGrowthSteps - 1);
        var zero = Tensor.scalar(0, DType.INT32);
        var next = Tensor.where(isDue, zero, count.add(1));
        var grown = Tensor.where(isDue, scale.mul(2), scale);
        s.update(COUNT, Tensor.where(isFinite, next, zero));
        s.update(SCALE, Tensor.where(isFinite, grown, scale.mul(0.5)));
    }

    private Tensor scale(Scope s) {
        return s.state(SCALE, Shape.of(), Initializer.constant(initialScale));
    }

    @Override
    public Tensor scaled(Scope s, Tensor loss) {
        return loss.mul(scale(s).cast(loss.dtype()));
    }

    @Override
    public void finish(Scope s, List<Weight> weights) {
        inner.finish(s.child(INNER), weights);
    }

    @Override
    public Tensor iteration(Scope s) {
        return inner.iteration(s.child(INNER));
    }

    @Override
    public Tensor rate(Scope s) {
        return inner.rate(s.child(INNER));
    }

    @Override
    public void rate(Scope s, double rate) {
        inner.rate(s.child(INNER), rate);
    }

    @Override
    String placeOf(Weight weight) {
        return INNER + "/" + inner.placeOf(weight);
    }

    @Override
    void list(SlotOrder order, String at, List<Weight> weights) {
        for (var own : List.of("iteration", "learning_rate", COUNT, SCALE)) {
            order.add(at + own);
        }
        inner.list(order, at + INNER + "/", weights);
    }

    @Override
    public Options options() {
        return named().and(
                        INNER,
                        Object.class,
                        inner,
                        v -> inner = ((Optimizer<?>) v).scaledBy(Optional.empty()))
                .and("initial_scale", double.class, initialScale, v -> initialScale = v)
                .and(
                        "dynamic_growth_steps",
                        int.class,
                        dynamicGrowthSteps,
                        v -> dynamicGrowthSteps = v);
    }
}
