package hebb.nn.metrics;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.Ranks;
import java.util.Optional;
import java.util.stream.IntStream;

/// A mean over all samples of an epoch, kept as the states `total` and `count`.
final class RunningMean {
    private RunningMean() {}

    /// Takes in values (batch, …), of which each sample's mean counts, as much as `weight` says.
    static void add(Scope s, Tensor values, Optional<Tensor> weight) {
        var batch = values.cast(s.dtype());
        var count = Tensor.scalar(batch.rank() == 0 ? 1 : batch.dim(0), s.dtype());
        if (weight.isPresent()) {
            var w = Ranks.like(weight.get().cast(s.dtype()), batch);
            batch = meanFrom(w.rank(), Ranks.like(batch, weight.get()));
            w = w.broadcastTo(batch.shape());
            batch = batch.mul(w);
            count = meanFrom(1, w).sum();
        }
        plus(s, "total", meanFrom(1, batch).sum());
        plus(s, "count", count);
    }

    /// The mean so far; 0 of nothing.
    static Tensor of(Scope s) {
        var count = state(s, "count");
        var none = count.equal(0);
        return Tensor.where(none, count, state(s, "total").div(count));
    }

    private static void plus(Scope s, String name, Tensor more) {
        s.update(name, state(s, name).add(more));
    }

    private static Tensor state(Scope s, String name) {
        return s.state(name, Shape.of(), Initializer.zeros());
    }

    private static Tensor meanFrom(int axis, Tensor x) {
        return x.rank() > axis ? x.mean(IntStream.range(axis, x.rank()).toArray()) : x;
    }
}
