package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;

/// A table of learned vectors.
///
/// @param <S> the class itself
public abstract sealed class Embeddings<S extends Embeddings<S>> extends Layer<S>
        permits Embedding, ReversibleEmbedding {
    private int inputDim;
    private int outputDim;
    private WeightRules embeddings = WeightRules.of(Initializer.randomUniform());
    private boolean maskZero;

    Embeddings(int inputDim, int outputDim) {
        this.inputDim = Require.positive(className(), "input_dim", inputDim);
        this.outputDim = Require.positive(className(), "output_dim", outputDim);
    }

    /// With these first values. Default: even on [-0.05, 0.05).
    public final S embeddingsInitializer(Initializer embeddingsInitializer) {
        return with(l ->
                ((Embeddings<?>) l).embeddings = embeddings.initializer(embeddingsInitializer));
    }

    /// With this price on the vectors' size. Default: none.
    public final S embeddingsRegularizer(Regularizer embeddingsRegularizer) {
        return with(l ->
                ((Embeddings<?>) l).embeddings = embeddings.regularizer(embeddingsRegularizer));
    }

    /// With this rule for the vectors. Default: none.
    public final S embeddingsConstraint(Constraint embeddingsConstraint) {
        return with(
                l -> ((Embeddings<?>) l).embeddings = embeddings.constraint(embeddingsConstraint));
    }

    /// Whether 0 stands for a step that does not count: layers behind find a mask. Default: not.
    public final S maskZero(boolean maskZero) {
        return with(l -> ((Embeddings<?>) l).maskZero = maskZero);
    }

    final int inputDim() {
        return inputDim;
    }

    final int outputDim() {
        return outputDim;
    }

    final Tensor table(Scope s) {
        return embeddings.weight(s, "embeddings", inputDim, outputDim);
    }

    /// Another table, which begins as this one does and is free.
    final Tensor unruled(Scope s, String name, int... dims) {
        return WeightRules.of(embeddings.initializer()).weight(s, name, dims);
    }

    /// The vectors of these numbers, with a mask where zeros stand for nothing.
    final Tensor lookedUp(Scope s, Tensor x, Tensor table) {
        boolean isIndex = x.dtype() == DType.INT32 || x.dtype() == DType.INT64;
        var y = table.take(isIndex ? x : x.cast(DType.INT32), 0);
        if (maskZero) {
            s.mask(y, x.notEqual(0));
        }
        return y;
    }

    final Options tableOptions() {
        var choice =
                new WeightRules.Choice(
                        "embeddings", embeddings, change -> embeddings = change.apply(embeddings));
        return Options.of("input_dim", int.class, inputDim, v -> inputDim = v)
                .and("output_dim", int.class, outputDim, v -> outputDim = v)
                .and(WeightRules.options(activityOption(), choice))
                .and("mask_zero", boolean.class, maskZero, v -> maskZero = v);
    }
}
