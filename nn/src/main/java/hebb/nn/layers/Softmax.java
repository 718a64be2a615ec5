package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.ActivationFunctions;
import hebb.nn.math.Axes;
import java.util.Optional;

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
        return ActivationFunctions.softmax(
                mask.map(m -> Tensor.where(m, x, Tensor.scalar(MASKED, x.dtype()))).orElse(x),
                axes);
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
