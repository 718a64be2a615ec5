package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import java.util.Optional;

/// A random initializer, which may have a seed of its own.
///
/// @param <S> the class itself
public abstract sealed class Seeded<S extends Seeded<S>> extends Configured<S>
        implements Initializer
        permits Orthogonal, RandomNormal, RandomUniform, TruncatedNormal, VarianceScaling {
    private Optional<Long> seed = Optional.empty();

    Seeded() {}

    /// With a seed of its own: the same values for the same shape, in every model. Default: the
    /// model's seed and the weight's path decide.
    public final S seed(long seed) {
        return with(i -> ((Seeded<?>) i).seed = Optional.of(seed));
    }

    @Override
    public final Tensor of(Shape shape, Randoms random) {
        return draw(shape, seed.map(Randoms::of).orElse(random));
    }

    abstract Tensor draw(Shape shape, Randoms random);

    final Options seedOption() {
        return Options.none().optional("seed", Long.class, seed, v -> seed = v);
    }
}
