package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;

/// Additive attention: `softmax(Σ scale · tanh(query + key)) · value`.
///
/// - inputs: query (batch, steps, features), value (batch, values, n), key (batch, values,
///   features); without a key the values are it. Masks of query and value count.
/// - result (batch, steps, n); with `returnAttentionScores` also the weights (batch, steps, values)
/// - weights: `scale` (features)
///
/// Defaults: a learned scale, no dropout. Source: Bahdanau and others, arXiv 1409.0473.
public final class AdditiveAttention extends Attending<AdditiveAttention> {
    private AdditiveAttention() {
        super(true);
    }

    /// With a learned scale.
    public static AdditiveAttention of() {
        return new AdditiveAttention();
    }

    @Override
    Tensor scores(Scope s, Tensor query, Tensor key) {
        var sums = query.expandDims(-2).add(key.expandDims(-3)).tanh();
        if (!isScaled()) {
            return sums.sum(-1);
        }
        var scale = s.weight("scale", Shape.of(query.dim(-1)), Initializer.glorotUniform());
        return scale.mul(sums).sum(-1);
    }

    @Override
    public Options options() {
        return scaleOption().and(dropoutOptions());
    }
}
