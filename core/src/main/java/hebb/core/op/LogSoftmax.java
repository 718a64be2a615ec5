package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// The logarithm of [Softmax] over each row (the last axis), without its loss of accuracy for
/// unlikely classes.
///
/// Bits: m = the row's maximum; d = x - m; s = the sum of exp(d) in [Reduce]'s order; d - log(s).
public record LogSoftmax() implements Op {
    public static final LogSoftmax INSTANCE = new LogSoftmax();

    @Override
    public String label() {
        return "log_softmax";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        return Softmax.INSTANCE.infer(inputs);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        int last = y.shape().rank() - 1;
        to.add(0, () -> dy.minus(Node.of(Unary.EXP, y).times(dy.sum(last))));
    }
}
