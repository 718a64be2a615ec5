package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.SampleWeights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For each step of a query, a mean of values, weighted by how well their keys fit the query.
///
/// @param <S> the class itself
public abstract sealed class Attending<S extends Attending<S>> extends Layer<S>
        permits AdditiveAttention, Attention {
    private static final double FAR = 1e9;

    private boolean useScale;
    private double dropout;
    private Optional<Long> seed = Optional.empty();
    private boolean useCausalMask;
    private boolean returnAttentionScores;

    Attending(boolean useScale) {
        this.useScale = useScale;
    }

    /// Whether scores have a learned scale.
    public final S useScale(boolean useScale) {
        return with(l -> ((Attending<?>) l).useScale = useScale);
    }

    /// With this share of the weights dropped in training, from 0 to 1. Default: 0.
    public final S dropout(double dropout) {
        double rate = Require.fraction(className(), "dropout", dropout);
        return with(l -> ((Attending<?>) l).dropout = rate);
    }

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> ((Attending<?>) l).seed = Optional.of(seed));
    }

    /// Whether no step attends to later ones. Default: they may.
    public final S useCausalMask(boolean useCausalMask) {
        return with(l -> ((Attending<?>) l).useCausalMask = useCausalMask);
    }

    /// Whether the weights are a second result. Default: they are not.
    public final S returnAttentionScores(boolean returnAttentionScores) {
        return with(l -> ((Attending<?>) l).returnAttentionScores = returnAttentionScores);
    }

    final boolean isScaled() {
        return useScale;
    }

    /// How well each key (batch, …, values, features) fits each query (batch, …, steps, features).
    abstract Tensor scores(Scope s, Tensor query, Tensor key);

    @Override
    protected final Map<String, Object> arguments() {
        return AttentionMasks.arguments(useCausalMask, returnAttentionScores);
    }

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        if (xs.size() < 2 || xs.size() > 3) {
            throw s.wrong("the layer has the wrong number of inputs")
                    .received(xs.size())
                    .expected("query and value, or query, value and key");
        }
        var query = xs.get(0);
        var value = xs.get(1);
        var scores = scores(s, query, xs.getLast());
        var allowed =
                SampleWeights.both(
                        s.mask(value).map(m -> m.expandDims(-2)),
                        AttentionMasks.isUsed(s)
                                ? Optional.of(AttentionMasks.of(scores.dim(-2), scores.dim(-1)))
                                : Optional.empty());
        var masked = allowed.map(m -> Tensor.where(m, scores, scores.sub(FAR))).orElse(scores);
        var weights = dropped(s, masked.softmax());
        var mean = weights.matmul(value);
        var mask = s.mask(query);
        var zero = Tensor.scalar(0, mean.dtype());
        var y = mask.map(m -> Tensor.where(m.expandDims(-1), mean, zero)).orElse(mean);
        mask.ifPresent(m -> s.mask(y, m));
        return AttentionMasks.returnsScores(s) ? List.of(y, weights) : List.of(y);
    }

    private Tensor dropped(Scope s, Tensor weights) {
        return s.training() && dropout > 0
                ? Dropping.dropped(
                        weights, dropout, Noisy.randoms(s, "dropout", seed), weights.shape())
                : weights;
    }

    static Tensor scalar(Scope s, String name) {
        return s.weight(name, Shape.of(), Initializer.ones());
    }

    final Options scaleOption() {
        return Options.of("use_scale", boolean.class, useScale, v -> useScale = v);
    }

    final Options dropoutOptions() {
        return Options.of("dropout", double.class, dropout, v -> dropout = v)
                .optional("seed", Long.class, seed, v -> seed = v);
    }
}
