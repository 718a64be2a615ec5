package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// Leaves out the time steps of which all features have one value: they become 0, and a mask tells
/// the layers behind.
///
/// - input (batch, …, steps, features), mask (batch, …, steps)
///
/// Default: `maskValue` 0.
public final class Masking extends Layer<Masking> {
    private double maskValue;

    private Masking(double maskValue) {
        this.maskValue = maskValue;
    }

    /// Leaving out what is 0.
    public static Masking of() {
        return of(0);
    }

    /// Leaving out what has this value.
    public static Masking of(double maskValue) {
        return new Masking(maskValue);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var mask = x.notEqual(maskValue).any(-1);
        var y = Tensor.where(mask.expandDims(-1), x, Tensor.scalar(0, x.dtype()));
        s.mask(y, mask);
        return y;
    }

    @Override
    public Options options() {
        return Options.of("mask_value", double.class, maskValue, v -> maskValue = v);
    }
}
