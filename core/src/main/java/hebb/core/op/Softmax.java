package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// e^x of each row (the last axis) divided by the row's sum.
///
/// Bits: m = the row's maximum; e = exp(x - m); s = the sum of e in [Reduce]'s order; e / s.
public record Softmax() implements Op {
    public static final Softmax INSTANCE = new Softmax();

    @Override
    public String label() {
        return "softmax";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        Check.floating(this, inputs.getFirst());
        Check.rank(this, inputs.getFirst(), 1);
        return inputs.getFirst();
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        int last = y.shape().rank() - 1;
        to.add(0, () -> y.times(dy.minus(dy.times(y).sum(last))));
    }
}
