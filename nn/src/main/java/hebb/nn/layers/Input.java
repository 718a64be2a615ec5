package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Source;
import hebb.nn.check.Require;

/// The place where data enters a model: `x`, as it is.
///
/// - shape: that of one sample, without the batch; [Shape#UNKNOWN] (-1) for an axis whose length
///   varies
/// - defaults: float32
///
/// Data of another type is converted as it enters. Keras: `Input`, `InputLayer`.
public final class Input extends Layer<Input> implements Source {
    private Shape shape;
    private int batchSize = Shape.UNKNOWN;
    private boolean texts;

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

    /// Samples of texts in this shape, of which the layer behind makes numbers: one of those that
    /// [TextLayer] names.
    public static Input ofTexts(int... shape) {
        return of(shape).texts(true);
    }

    /// The same of texts, or of numbers. Keras: `dtype="string"`.
    public Input texts(boolean texts) {
        return with(l -> l.texts = texts);
    }

    /// Whether the samples are texts.
    public boolean isTexts() {
        return texts;
    }

    /// In batches of this size, for files: Keras builds stateful layers of no other. Default: of
    /// any.
    public Input batchSize(int batchSize) {
        int size = Require.positive("Input", "batch_size", batchSize);
        return with(l -> l.batchSize = size);
    }

    /// The shape of a batch. Keras: `batch_shape`.
    public Shape batchShape() {
        return shape.prepend(batchSize);
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
        return Options.of("batch_shape", Shape.class, batchShape(), this::become);
    }

    private void become(Shape batchShape) {
        batchSize = batchShape.dim(0);
        shape = batchShape.drop(0);
    }

    @Override
    public String className() {
        return "InputLayer";
    }
}
