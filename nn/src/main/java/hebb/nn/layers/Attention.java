package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Locale;

/// Dot-product attention: `softmax(query · keyᵀ) · value`.
///
/// - inputs: query (batch, steps, features), value (batch, values, n), key (batch, values,
///   features); without a key the values are it. Masks of query and value count.
/// - result (batch, steps, n); with `returnAttentionScores` also the weights (batch, steps, values)
/// - weights: `scale` with `useScale`, `concat_score_weight` with [ScoreMode#CONCAT]
///
/// Defaults: no scale, `scoreMode` [ScoreMode#DOT], no dropout. Source: Luong and others, arXiv
/// 1508.04025.
public final class Attention extends Attending<Attention> {
    /// How well a key fits a query.
    public enum ScoreMode {
        /// Their scalar product, times the scale.
        DOT,
        /// The sum of tanh(scale · (query + key)), times a learned number.
        CONCAT;

        /// Keras's name: `dot`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ScoreMode scoreMode = ScoreMode.DOT;

    private Attention() {
        super(false);
    }

    /// By scalar products.
    public static Attention of() {
        return new Attention();
    }

    /// By this score. Default: the scalar product.
    public Attention scoreMode(ScoreMode scoreMode) {
        return with(l -> l.scoreMode = scoreMode);
    }

    @Override
    Tensor scores(Scope s, Tensor query, Tensor key) {
        if (scoreMode == ScoreMode.DOT) {
            var products = query.matmul(key.swapAxes(-2, -1));
            return isScaled() ? products.mul(scalar(s, "scale")) : products;
        }
        var sums = query.expandDims(-2).add(key.expandDims(-3));
        var scaled = isScaled() ? scalar(s, "scale").mul(sums) : sums;
        return scalar(s, "concat_score_weight").mul(scaled.tanh().sum(-1));
    }

    @Override
    public Options options() {
        return scaleOption()
                .and("score_mode", ScoreMode.class, scoreMode, v -> scoreMode = v)
                .and(dropoutOptions());
    }
}
