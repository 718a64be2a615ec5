package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;

/// The position (int32) of the largest or smallest element along an axis, which goes. Of equals (as
/// -0 and +0 are) the first; a NaN counts as the extreme, the first of them wins.
public record ArgReduce(Kind kind, int axis) implements Op {
    /// Which element is looked for.
    public enum Kind {
        ARGMAX,
        ARGMIN
    }

    @Override
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var shape = inputs.getFirst().shape();
        if (shape.dim(axis) == 0) {
            throw HebbException.of(label(), "axis " + axis + " is empty")
                    .received(shape)
                    .expected("at least one element");
        }
        return new Spec(shape.drop(axis), DType.INT32);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
