package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// A learned vector for each whole number.
///
/// - input (batch, …), numbers from 0 to inputDim - 1; result (batch, …, outputDim)
/// - weights: `embeddings` (inputDim, outputDim)
///
/// Defaults: first values even on [-0.05, 0.05); `maskZero` off.
///
/// The gradients of a number that comes several times are added up before an optimizer sees them.
/// Keras on TensorFlow gives it each by itself, so that Adam and others make other steps there.
public final class Embedding extends Embeddings<Embedding> {
    private Embedding(int inputDim, int outputDim) {
        super(inputDim, outputDim);
    }

    /// With this many vectors of this length.
    public static Embedding of(int inputDim, int outputDim) {
        return new Embedding(inputDim, outputDim);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return lookedUp(s, x, table(s));
    }

    @Override
    public Options options() {
        return tableOptions();
    }
}
