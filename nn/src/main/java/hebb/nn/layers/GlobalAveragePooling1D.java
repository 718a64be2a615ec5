package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The mean of each channel. Steps that a mask leaves out do not count.
///
/// - input (batch, length, channels), result (batch, channels)
public final class GlobalAveragePooling1D extends GlobalPooling<GlobalAveragePooling1D> {
    private GlobalAveragePooling1D() {
        super(1);
    }

    /// Without the spatial axis.
    public static GlobalAveragePooling1D of() {
        return new GlobalAveragePooling1D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return s.mask(x)
                .map(m -> {
                    var counts = m.cast(x.dtype()).expandDims(2);
                    return x.mul(counts).sumKeepDims(axes).div(counts.sumKeepDims(axes));
                })
                .orElseGet(() -> x.meanKeepDims(axes));
    }
}
