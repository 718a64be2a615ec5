package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Several tensors made into one, element by element. They broadcast; one of fewer axes gets axes
/// of length 1 behind the batch.
///
/// @param <S> the class itself
public abstract sealed class Merging<S extends Merging<S>> extends Layer<S>
        permits Add, Average, Maximum, Minimum, Multiply, Subtract {
    private final int least;
    private final int most;

    Merging() {
        this(1, Integer.MAX_VALUE);
    }

    Merging(int least, int most) {
        this.least = least;
        this.most = most;
    }

    abstract Tensor merged(Scope s, List<Tensor> xs);

    @Override
    protected final Tensor call(Scope s, List<Tensor> xs) {
        if (xs.size() < least || xs.size() > most) {
            throw s.wrong("the layer has the wrong number of inputs")
                    .received(xs.size())
                    .expected(least == most ? least : least + " or more");
        }
        int rank = xs.stream().mapToInt(Tensor::rank).max().orElseThrow();
        var y = merged(s, xs.stream().map(x -> raised(x, rank)).toList());
        mask(s, xs).ifPresent(m -> s.mask(y, m));
        return y;
    }

    private static Tensor raised(Tensor x, int rank) {
        var y = x;
        while (y.rank() < rank) {
            y = y.expandDims(1);
        }
        return y;
    }

    /// A step counts if it does in one of the inputs; all must have masks.
    private static Optional<Tensor> mask(Scope s, List<Tensor> xs) {
        var masks = xs.stream().map(s::mask).flatMap(Optional::stream).toList();
        return masks.size() == xs.size() ? masks.stream().reduce(Tensor::or) : Optional.empty();
    }

    /// `op` from the first input to the last, where a number that is masked does not count.
    static Tensor folded(Scope s, List<Tensor> xs, BinaryOperator<Tensor> op) {
        var y = xs.getFirst();
        var counts = spread(s, y);
        for (var next : xs.subList(1, xs.size())) {
            var x = next;
            var own = spread(s, x);
            if (own.isPresent()) {
                x = Tensor.where(own.get(), x, y);
            }
            if (counts.isPresent()) {
                y = Tensor.where(counts.get(), y, x);
            }
            var both = counts.flatMap(c -> own.map(c::or));
            y = op.apply(y, x);
            counts = both;
        }
        return y;
    }

    /// An input's mask, for each of its numbers.
    static Optional<Tensor> spread(Scope s, Tensor x) {
        return s.mask(x).map(m -> m.expandDims(-1).broadcastTo(x.shape()));
    }
}
