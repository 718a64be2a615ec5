package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Values known when the graph is made. `data` is an array as `DType` says, never changed
/// afterwards.
///
/// Equal if type, shape and bits are equal.
public record Constant(Object data, Spec spec) implements Op {
    public Constant {
        if (Array.getLength(data) != spec.shape().size()) {
            throw new IllegalArgumentException(
                    "a constant of " + spec + " with " + Array.getLength(data) + " elements");
        }
    }

    /// A constant without axes, of `value` converted to the type.
    public static Constant scalar(double value, DType dtype) {
        var data =
                switch (dtype) {
                    case FLOAT32 -> new float[] {(float) value};
                    case FLOAT64 -> new double[] {value};
                    case INT32 -> new int[] {(int) value};
                    case INT64 -> new long[] {(long) value};
                    case UINT8 -> new byte[] {(byte) (int) value};
                    case BOOL -> new byte[] {(byte) (value == 0 ? 0 : 1)};
                };
        return new Constant(data, new Spec(Shape.of(), dtype));
    }

    @Override
    public String label() {
        return "constant";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 0);
        return spec;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Constant c
                && spec.equals(c.spec)
                && Objects.deepEquals(data, c.data);
    }

    @Override
    public int hashCode() {
        return 31 * spec.hashCode() + Arrays.deepHashCode(new Object[] {data});
    }

    @Override
    public String toString() {
        var first = spec.shape().size() == 0 ? "" : Array.get(data, 0);
        return "Constant[" + spec + " " + first + (spec.shape().size() > 1 ? " …]" : "]");
    }
}
