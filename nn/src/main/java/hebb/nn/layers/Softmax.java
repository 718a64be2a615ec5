package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Axes;
import java.util.Optional;
import java.util.stream.IntStream;

/// e^x over its sum along some axes: positive numbers that sum to 1.
///
/// What a mask leaves out becomes 0. Default: `axis` -1.
public final class Softmax extends Layer<Softmax> {
    private static final double MASKED = -1e9;

    private int[] axis;

    private Softmax(int... axis) {
        this.axis = axis;
    }

    /// Along the last axis.
    public static Softmax of() {
        return of(-1);
    }

    /// Along this axis, or these together.
    public static Softmax of(int... axis) {
        return new Softmax(axis.clone());
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        return masked(x, s.mask(input), Axes.of(x.shape(), axis));
    }

    /// Along these axes, in ascending order, with 0 where the mask does not hold.
    static Tensor masked(Tensor x, Optional<Tensor> mask, int... axes) {
        var y = far(x, mask, axes);
        return mask.map(m -> Tensor.where(m, y, Tensor.scalar(0, x.dtype()))).orElse(y);
    }

    /// The same, but even where the mask holds nowhere.
    static Tensor far(Tensor x, Optional<Tensor> mask, int... axes) {
        return softmax(
                mask.map(m -> Tensor.where(m, x, Tensor.scalar(MASKED, x.dtype()))).orElse(x),
                axes);
    }

    private static Tensor softmax(Tensor x, int... own) {
        if (own.length == 1) {
            return own[0] == x.rank() - 1
                    ? x.softmax()
                    : x.swapAxes(own[0], -1).softmax().swapAxes(own[0], -1);
        }
        var others =
                IntStream.range(0, x.rank()).filter(i -> IntStream.of(own).noneMatch(a -> a == i));
        var order = IntStream.concat(others, IntStream.of(own)).toArray();
        var moved = x.transpose(order);
        var kept = moved.shape().slice(0, x.rank() - own.length);
        var y = moved.reshape(kept.append(-1)).softmax().reshape(moved.shape());
        return y.transpose(inverse(order));
    }

    private static int[] inverse(int... order) {
        var inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.ofAxes(axis, v -> axis = v);
    }
}
