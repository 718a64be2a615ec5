package hebb.nn.optimizers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Several optimizers, each for some of the weights, which an [OptimizerMap] deals out.
///
/// Its states lie under `optimizers/0`, `optimizers/1`, …, in the order of the map, the optimizer
/// of the rest at the end. Each has a learning rate of its own.
public final class MultiOptimizer extends Optimizer<MultiOptimizer> {
    private OptimizerMap optimizerMap;

    private MultiOptimizer(OptimizerMap optimizerMap) {
        super("multi_optimizer", 0);
        this.optimizerMap = optimizerMap;
    }

    /// The optimizers of this map.
    public static MultiOptimizer of(OptimizerMap optimizerMap) {
        return new MultiOptimizer(optimizerMap);
    }

    /// @throws HebbException if one of them holds optimizers itself
    private List<Optimizer<?>> optimizers() {
        var all = optimizerMap.all();
        for (var optimizer : all) {
            if (optimizer instanceof LossScaleOptimizer || optimizer instanceof MultiOptimizer) {
                throw HebbException.of(className(), "an optimizer inside holds others itself")
                        .received(optimizer.className())
                        .expected("one that changes weights itself");
            }
        }
        return all;
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        return optimizerMap.of(u.weight().path()).update(u, weight, gradient);
    }

    @Override
    void apply(Scope s, List<Weight> weights, List<Tensor> gradients, Optional<Tensor> happens) {
        requireOptionsInside();
        var _ = super.rate(s); // Keras keeps it, and never uses it
        var count = iteration(s);
        var all = optimizers();
        for (int i = 0; i < all.size(); i++) {
            var own = ofWhat(all.get(i), weights);
            all.get(i)
                    .scaledBy(lossScaleFactor())
                    .apply(part(s, i), picked(weights, own), picked(gradients, own), happens);
        }
        s.update("iteration", count.add(1));
    }

    /// The places of the weights that are this optimizer's.
    private int[] ofWhat(Optimizer<?> optimizer, List<Weight> weights) {
        return IntStream.range(0, weights.size())
                .filter(i -> optimizerMap.of(weights.get(i).path()).equals(optimizer))
                .toArray();
    }

    private static <T> List<T> picked(List<T> from, int[] places) {
        return Arrays.stream(places).mapToObj(from::get).toList();
    }

    private static Scope part(Scope s, int index) {
        return s.child("optimizers/" + index);
    }

    @Override
    public void finish(Scope s, List<Weight> weights) {
        var all = optimizers();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).finish(part(s, i), picked(weights, ofWhat(all.get(i), weights)));
        }
    }

    @Override
    public Tensor rate(Scope s) {
        throw severalRates();
    }

    @Override
    public void rate(Scope s, double rate) {
        throw severalRates();
    }

    private HebbException severalRates() {
        return HebbException.of(className(), "there are several learning rates")
                .expected("the optimizers inside to be asked for theirs");
    }

    @Override
    String placeOf(Weight weight) {
        return "optimizers/" + optimizers().indexOf(optimizerMap.of(weight.path())) + "/";
    }

    @Override
    void list(SlotOrder order, String at, List<Weight> weights) {
        order.add(at + "iteration");
        order.add(at + "learning_rate");
        var all = optimizers();
        for (int i = 0; i < all.size(); i++) {
            var own = picked(weights, ofWhat(all.get(i), weights));
            all.get(i).list(order, at + "optimizers/" + i + "/", own);
        }
    }

    @Override
    public Options options() {
        return Options.of("optimizer_map", OptimizerMap.class, optimizerMap, v -> optimizerMap = v)
                .and(scale())
                .and(named());
    }
}
