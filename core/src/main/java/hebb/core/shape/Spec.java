package hebb.core.shape;

/// What is known of a tensor before its values are: its shape and element type.
public record Spec(Shape shape, DType dtype) {
    /// A float32 tensor of that shape.
    public static Spec of(int... dims) {
        return new Spec(Shape.of(dims), DType.FLOAT32);
    }

    /// `float32(None, 784)`.
    @Override
    public String toString() {
        return dtype + shape.toString();
    }
}
