package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.Optional;

/// In training, sets a random share of the numbers to 0, and divides the others by the share that
/// is left, so that the sum stays on average; else changes nothing.
///
/// Defaults: each number on its own; random numbers from the model's seed. Source: Srivastava and
/// others, JMLR 15, 2014.
public final class Dropout extends Layer<Dropout> {
    private double rate;
    private Optional<int[]> noiseShape = Optional.empty();
    private Optional<Long> seed = Optional.empty();

    private Dropout(double rate) {
        this.rate = Require.fraction("Dropout", "rate", rate);
    }

    /// With this share dropped, from 0 to 1.
    public static Dropout of(double rate) {
        return new Dropout(rate);
    }

    /// With one decision for all numbers along the axes that are 1 here; -1 stands for an axis's
    /// own length. `noiseShape(-1, 1, 10)` drops features from all time steps alike. Default: a
    /// decision for each number.
    public Dropout noiseShape(int... noiseShape) {
        if (Arrays.stream(noiseShape).anyMatch(d -> d < 1 && d != Shape.UNKNOWN)) {
            throw HebbException.of("Dropout", "noise_shape is not a shape")
                    .received(Arrays.toString(noiseShape))
                    .expected("lengths of 1 or more, or -1 for those of the input");
        }
        return with(l -> l.noiseShape = Optional.of(noiseShape.clone()));
    }

    /// With random numbers from this seed instead of the model's.
    public Dropout seed(long seed) {
        return with(l -> l.seed = Optional.of(seed));
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (!s.training() || rate == 0) {
            return x;
        }
        if (rate == 1) {
            return x.mul(0);
        }
        var random = seed.map(n -> s.random("dropout", n)).orElseGet(() -> s.random("dropout"));
        var kept = random.uniform(new Spec(noise(s, x), x.dtype())).greaterEqual(rate);
        return Tensor.where(kept, x.mul(1 / (1 - rate)), Tensor.scalar(0, x.dtype()));
    }

    private Shape noise(Scope s, Tensor x) {
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

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("rate", double.class, rate, v -> rate = v)
                .optional("seed", Long.class, seed, v -> seed = v)
                .optional("noise_shape", int[].class, noiseShape, v -> noiseShape = v);
    }
}
