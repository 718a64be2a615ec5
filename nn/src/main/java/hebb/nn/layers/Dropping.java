package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.Optional;

/// A layer that drops a random share of the numbers in training.
///
/// @param <S> the class itself
public abstract sealed class Dropping<S extends Dropping<S>> extends Noisy<S>
        permits AlphaDropout, Dropout, SpatialDropout1D, SpatialDropout2D, SpatialDropout3D {
    private double rate;

    Dropping(double rate) {
        this.rate = Require.fraction(className(), "rate", rate);
    }

    final double rate() {
        return rate;
    }

    @Override
    final double strength() {
        return rate;
    }

    /// Where numbers stay: bool, of this shape.
    final Tensor kept(Scope s, Tensor x, Shape shape) {
        return kept(x, rate, randoms(s, "dropout"), shape);
    }

    private static Tensor kept(Tensor x, double rate, Randoms randoms, Shape shape) {
        return randoms.uniform(new Spec(shape, x.dtype())).greaterEqual(rate);
    }

    /// 0 where numbers are dropped; the others over the share that is left.
    final Tensor dropped(Scope s, Tensor x, Shape shape) {
        return dropped(x, rate, randoms(s, "dropout"), shape);
    }

    /// The same with any rate and source.
    static Tensor dropped(Tensor x, double rate, Randoms randoms, Shape shape) {
        if (rate == 1) {
            return x.mul(0);
        }
        var kept = kept(x, rate, randoms, shape);
        return Tensor.where(kept, x.mul(1 / (1 - rate)), Tensor.scalar(0, x.dtype()));
    }

    /// Along which axes numbers are dropped alone, and along which together: an option of some.
    static int[] checkedNoise(String where, int... noiseShape) {
        if (Arrays.stream(noiseShape).anyMatch(d -> d < 1 && d != Shape.UNKNOWN)) {
            throw HebbException.of(where, "noise_shape is not a shape")
                    .received(Arrays.toString(noiseShape))
                    .expected("lengths of 1 or more, or -1 for those of the input");
        }
        return noiseShape.clone();
    }

    /// The shape of the decisions for an input.
    static Shape noise(Scope s, Tensor x, Optional<int[]> noiseShape) {
        if (noiseShape.isEmpty()) {
            return x.shape();
        }
        var dims = noiseShape.get().clone();
        if (dims.length != x.rank()) {
            throw s.wrong("noise_shape has the wrong number of axes")
                    .received(Arrays.toString(dims) + " for " + x.shape())
                    .expected("one number for each axis, the batch included");
        }
        for (int i = 0; i < dims.length; i++) {
            dims[i] = dims[i] == Shape.UNKNOWN ? x.dim(i) : dims[i];
        }
        return Shape.of(dims);
    }

    final Options rateOptions() {
        return Options.of("rate", double.class, rate, v -> rate = v).and(seedOption());
    }
}
