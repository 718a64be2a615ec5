package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import java.util.List;

/// The positions (int32) of the elements in the order of their values, row by row of the last axis.
/// Equals (as -0 and +0 are) keep the order in which they stand; a NaN counts as the largest.
/// Keras: `ops.argsort`.
public record ArgSort(boolean descending) implements Op {
    @Override
    public String label() {
        return "argsort";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        Check.rank(this, inputs.getFirst(), 1);
        return new Spec(inputs.getFirst().shape(), DType.INT32);
    }

    /// A number by whose size an element is sorted.
    public long key(double x) {
        if (Double.isNaN(x)) {
            return key(Long.MAX_VALUE);
        }
        long bits = Double.doubleToRawLongBits(x + 0.0); // no -0
        return key(bits ^ (bits >> 63 & Long.MAX_VALUE));
    }

    /// A number by whose size an element is sorted.
    public long key(long x) {
        return descending ? ~x : x;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
