package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// A convolution of each channel on its own.
///
/// @param <S> the class itself
public abstract sealed class DepthwiseConvolutional<S extends DepthwiseConvolutional<S>>
        extends Depthwise<S> permits DepthwiseConv1D, DepthwiseConv2D {
    DepthwiseConvolutional(int rank, int... kernelSize) {
        super(rank, kernelSize);
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = sliding().input(s, input);
        var kernel = kernel(s, "kernel", x.dim(-1));
        return activated(sliding().restored(biased(s, convolved(x, kernel))));
    }

    @Override
    public final Options options() {
        return multiplierOption().and(slidingOptions()).and(weightOptions(depthwiseChoice()));
    }
}
