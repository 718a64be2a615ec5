package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import java.util.List;

/// Elementwise conversion to another type, as Java's casts: towards zero from floating point to
/// integer (NaN to 0), low bits from wider to narrower integers, nearest from float64 to float32;
/// to bool, whether it is not 0.
public record Cast(DType dtype) implements Op {
    @Override
    public String label() {
        return "cast";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        return new Spec(inputs.getFirst().shape(), dtype);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        if (y.input(0).dtype().isFloating() && dtype.isFloating()) {
            to.add(0, () -> Node.of(new Cast(y.input(0).dtype()), dy));
        }
    }
}
