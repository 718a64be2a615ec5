package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Optional;

/// In training, sets a random share of the numbers to 0, and divides the others by the share that
/// is left, so that the sum stays on average; else changes nothing.
///
/// Defaults: each number on its own; random numbers from the model's seed. Source: Srivastava and
/// others, JMLR 15, 2014.
public final class Dropout extends Dropping<Dropout> {
    private Optional<int[]> noiseShape = Optional.empty();

    private Dropout(double rate) {
        super(rate);
    }

    /// With this share dropped, from 0 to 1.
    public static Dropout of(double rate) {
        return new Dropout(rate);
    }

    /// With one decision for all numbers along the axes that are 1 here; -1 stands for an axis's
    /// own length. `noiseShape(-1, 1, 10)` drops features from all time steps alike. Default: a
    /// decision for each number.
    public Dropout noiseShape(int... noiseShape) {
        var checked = checkedNoise("Dropout", noiseShape);
        return with(l -> l.noiseShape = Optional.of(checked));
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        return dropped(s, x, noise(s, x, noiseShape));
    }

    @Override
    public Options options() {
        return rateOptions().optional("noise_shape", int[].class, noiseShape, v -> noiseShape = v);
    }
}
