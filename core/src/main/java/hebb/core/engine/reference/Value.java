package hebb.core.engine.reference;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;

/// One tensor while a graph runs: what it is, and its elements in row-major order.
record Value(Spec spec, Object array) {
    /// A tensor of zeros.
    static Value of(Spec spec) {
        return new Value(spec, spec.dtype().array(spec.shape().size()));
    }

    Shape shape() {
        return spec.shape();
    }

    DType dtype() {
        return spec.dtype();
    }

    int size() {
        return shape().size();
    }

    Elements elements() {
        return Elements.of(dtype(), array);
    }

    Floats floats() {
        return (Floats) elements();
    }

    Integers integers() {
        return (Integers) elements();
    }

    /// Copies the elements of an array of this tensor's type, as they are.
    void fill(Object source) {
        move(0, source, 0, size());
    }

    /// Copies some of them.
    void move(int to, Object source, int from, int count) {
        System.arraycopy(source, from, array, to, count);
    }
}
