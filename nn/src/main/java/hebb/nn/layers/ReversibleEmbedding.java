package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.check.Require;
import java.util.Map;
import java.util.Optional;

/// A learned vector for each whole number, and the way back: how well a vector fits each number.
///
/// - input (batch, …), numbers from 0 to inputDim - 1; result (batch, …, outputDim)
/// - the way back, [#reversed]: input (batch, …, outputDim), result (batch, …, inputDim)
/// - weights: `embeddings` (inputDim, outputDim); without `tieWeights` also `reverse_embeddings`
///   (outputDim, inputDim)
///
/// Defaults: `tieWeights` on, first values even on [-0.05, 0.05), `maskZero` off, no cap.
public final class ReversibleEmbedding extends Embeddings<ReversibleEmbedding> {
    private static final String REVERSE = "reverse";

    private boolean tieWeights = true;
    private Optional<String> reverseDtype = Optional.empty();
    private Optional<Double> logitSoftCap = Optional.empty();

    private ReversibleEmbedding(int inputDim, int outputDim) {
        super(inputDim, outputDim);
    }

    /// With this many vectors of this length.
    public static ReversibleEmbedding of(int inputDim, int outputDim) {
        return new ReversibleEmbedding(inputDim, outputDim);
    }

    /// Whether the way back uses the same table. Default: it does.
    public ReversibleEmbedding tieWeights(boolean tieWeights) {
        return with(l -> l.tieWeights = tieWeights);
    }

    /// With results of the way back kept within ± this, softly: `cap · tanh(y / cap)`. Default:
    /// not.
    public ReversibleEmbedding logitSoftCap(double logitSoftCap) {
        double cap = Require.notNegative("ReversibleEmbedding", "logit_soft_cap", logitSoftCap);
        return with(l -> l.logitSoftCap = Optional.of(cap));
    }

    /// The way back, with this same layer's weights.
    public Symbol reversed(Source x) {
        return applyWith(Map.of(REVERSE, true), x).getFirst();
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var table = table(s);
        var back =
                tieWeights
                        ? Optional.<Tensor>empty()
                        : Optional.of(unruled(s, "reverse_embeddings", outputDim(), inputDim()));
        if (!s.argument(REVERSE).equals(Optional.of(true))) {
            return lookedUp(s, x, table);
        }
        var logits = times(Inputs.floating(s, x), back.orElseGet(table::transpose));
        return logitSoftCap.map(cap -> logits.div(cap).tanh().mul(cap)).orElse(logits);
    }

    private static Tensor times(Tensor x, Tensor table) {
        return x.reshape(-1, x.dim(-1)).matmul(table).reshape(x.shape().with(-1, table.dim(1)));
    }

    @Override
    public Options options() {
        return tableOptions()
                .and("tie_weights", boolean.class, tieWeights, v -> tieWeights = v)
                .optional("reverse_dtype", String.class, reverseDtype, v -> reverseDtype = v)
                .optional("logit_soft_cap", Double.class, logitSoftCap, v -> logitSoftCap = v);
    }
}
