package hebb.nn.layers;

import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Optional;

/// A layer that draws random numbers in training, and else changes nothing.
///
/// @param <S> the class itself
public abstract sealed class Noisy<S extends Noisy<S>> extends Layer<S>
        permits Dropping, GaussianDropout, GaussianNoise {
    private Optional<Long> seed = Optional.empty();

    Noisy() {}

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> ((Noisy<?>) l).seed = Optional.of(seed));
    }

    /// How much it disturbs: 0 if not at all.
    abstract double strength();

    /// What training makes of the input.
    abstract Tensor disturbed(Scope s, Tensor x);

    @Override
    protected final Tensor call(Scope s, Tensor x) {
        return s.training() && strength() > 0 ? disturbed(s, Inputs.floating(s, x)) : x;
    }

    final Randoms randoms(Scope s, String purpose) {
        return randoms(s, purpose, seed);
    }

    /// From a layer's own seed, if it has one.
    static Randoms randoms(Scope s, String purpose, Optional<Long> seed) {
        return seed.map(n -> s.random(purpose, n)).orElseGet(() -> s.random(purpose));
    }

    @Override
    protected final boolean supportsMasking() {
        return true;
    }

    final Options seedOption() {
        return Options.none().optional("seed", Long.class, seed, v -> seed = v);
    }
}
