package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.List;
import java.util.Optional;

/// All inputs, one behind the other along an axis. Their other axes must agree. Default: `axis` -1.
public final class Concatenate extends Layer<Concatenate> {
    private int axis;

    private Concatenate(int axis) {
        this.axis = axis;
    }

    /// Along the last axis.
    public static Concatenate of() {
        return of(-1);
    }

    /// Along this axis; 0 is the batch.
    public static Concatenate of(int axis) {
        return new Concatenate(axis);
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        var shapes = xs.stream().map(Tensor::shape).toList();
        if (xs.isEmpty() || shapes.stream().anyMatch(b -> !fits(shapes.getFirst(), b))) {
            throw s.wrong("the inputs do not fit together")
                    .received(shapes)
                    .expected("one input or more, all axes but number " + axis + " equal");
        }
        var y = Tensor.concat(axis, xs.toArray(Tensor[]::new));
        mask(s, xs).ifPresent(m -> s.mask(y, m));
        return y;
    }

    /// A step counts if a part of it does; what has no mask does.
    private Optional<Tensor> mask(Scope s, List<Tensor> xs) {
        if (xs.stream().allMatch(x -> s.mask(x).isEmpty())) {
            return Optional.empty();
        }
        var all = xs.stream().map(x -> spread(s.mask(x), x)).toArray(Tensor[]::new);
        return Optional.of(Tensor.concat(axis, all).any(-1));
    }

    private static Tensor spread(Optional<Tensor> mask, Tensor x) {
        var yes = Tensor.scalar(1, DType.BOOL);
        return mask.map(m -> m.rank() < x.rank() ? m.expandDims(-1) : m)
                .orElse(yes)
                .broadcastTo(x.shape());
    }

    private boolean fits(Shape a, Shape b) {
        return a.rank() == b.rank() && a.drop(axis).matches(b.drop(axis));
    }

    @Override
    public Options options() {
        return Options.of("axis", int.class, axis, v -> axis = v);
    }
}
