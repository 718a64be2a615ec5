package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Source;

/// The place where data enters a model: `x`, as it is.
///
/// - shape: that of one sample, without the batch; [Shape#UNKNOWN] (-1) for an axis whose length
///   varies
/// - defaults: float32
///
/// Data of another type is converted as it enters. Keras: `Input`, `InputLayer`.
public final class Input extends Layer<Input> implements Source {
    private Shape shape;

    private Input(Shape shape) {
        this.shape = shape;
    }

    /// Samples of this shape.
    public static Input of(int... shape) {
        return new Input(Shape.of(shape));
    }

    /// Samples of this shape.
    public static Input of(Shape shape) {
        return new Input(shape);
    }

    @Override
    public Spec spec() {
        return new Spec(shape.prepend(Shape.UNKNOWN), dtype().orElse(DType.FLOAT32));
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return x.cast(dtype().orElse(s.dtype()));
    }

    @Override
    public Options options() {
        return Options.of(
                "batch_shape", Shape.class, spec().shape(), v -> shape = v.slice(1, v.rank()));
    }

    @Override
    public String className() {
        return "InputLayer";
    }
}
