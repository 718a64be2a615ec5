package hebb.core.tensor;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.Arrays;

/// A tensor that can be given new values: a weight, a state, a counter. Its identity counts, not
/// its value.
///
/// In a [Traced] function [#value()] is recorded as a read and [#assign] as a write, which happens
/// in place when the plan runs; elsewhere both act at once. Not safe to change while another thread
/// reads.
public final class Variable {
    private final String name;
    private final Spec spec;
    private final Object data;

    private Variable(String name, Spec spec, Object data) {
        this.name = name;
        this.spec = spec;
        this.data = data;
    }

    /// A variable that begins with a copy of this value.
    public static Variable of(String name, Tensor initial) {
        var data = initial.dtype().array(initial.size());
        System.arraycopy(initial.data(), 0, data, 0, initial.size());
        return new Variable(name, initial.spec(), data);
    }

    /// A variable of zeros.
    public static Variable zeros(String name, Spec spec) {
        return new Variable(name, spec, spec.dtype().array(spec.shape().size()));
    }

    public String name() {
        return name;
    }

    public Spec spec() {
        return spec;
    }

    public Shape shape() {
        return spec.shape();
    }

    public DType dtype() {
        return spec.dtype();
    }

    /// The value now: a copy that later changes do not reach.
    public Tensor value() {
        var trace = Trace.current();
        return trace != null ? trace.value(this) : new Tensor(copy(), spec);
    }

    /// The only element now, as a double (not while recording). Makes no garbage.
    public double item() {
        if (spec.shape().size() != 1) {
            throw HebbException.of("Variable '" + name + "'", "there is not just one element")
                    .received(spec);
        }
        return Elements.read(data, spec.dtype(), 0);
    }

    /// Gives it a new value of the same shape and type.
    public void assign(Tensor value) {
        if (!value.spec().equals(spec)) {
            throw HebbException.of("Variable '" + name + "'", "the new value does not fit")
                    .received(value.spec())
                    .expected(spec);
        }
        var trace = Trace.current();
        if (trace != null) {
            trace.assign(this, value);
        } else {
            System.arraycopy(value.data(), 0, data, 0, spec.shape().size());
        }
    }

    /// Gives all elements this value, at once (not while recording).
    public void fill(double value) {
        switch (data) {
            case float[] a -> Arrays.fill(a, (float) value);
            case double[] a -> Arrays.fill(a, value);
            case int[] a -> Arrays.fill(a, (int) value);
            case long[] a -> Arrays.fill(a, (long) value);
            case byte[] a -> Arrays.fill(a, (byte) (int) value);
            default -> throw new IllegalStateException("no array of elements: " + data.getClass());
        }
    }

    Object data() {
        return data;
    }

    private Object copy() {
        int size = spec.shape().size();
        var copy = spec.dtype().array(size);
        System.arraycopy(data, 0, copy, 0, size);
        return copy;
    }

    /// `kernel float32(784, 128)`.
    @Override
    public String toString() {
        return name + " " + spec;
    }
}
