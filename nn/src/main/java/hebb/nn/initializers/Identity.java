package hebb.nn.initializers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// The identity matrix times `gain`. Keras: `Identity`.
final class Identity implements Initializer {
    private double gain;

    Identity(double gain) {
        this.gain = gain;
    }

    @Override
    public Tensor of(Shape shape, Randoms random) {
        if (shape.rank() != 2) {
            throw HebbException.of("Initializer.identity", "the weight is not a matrix")
                    .received(shape)
                    .expected("two axes");
        }
        var rows = Tensor.arange(shape.dim(0)).expandDims(1);
        return rows.equal(Tensor.arange(shape.dim(1))).cast(DType.FLOAT32).mul(gain);
    }

    @Override
    public Options options() {
        return Options.of("gain", double.class, gain, v -> gain = v);
    }

    @Override
    public String toString() {
        return className() + "(" + options() + ")";
    }
}
