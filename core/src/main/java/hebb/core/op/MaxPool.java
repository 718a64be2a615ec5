package hebb.core.op;

import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The largest element of each window, channel by channel, as [Binary#MAX] finds it; padding counts
/// as -∞.
public record MaxPool(Window window) implements Op {
    @Override
    public String label() {
        return "max_pool";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        Check.floating(this, x);
        return new Spec(window.slide(label(), x.shape(), x.shape().dim(-1)), x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(new MaxPoolGradient(window), y.input(0), y, dy));
    }
}
