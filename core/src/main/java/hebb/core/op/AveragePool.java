package hebb.core.op;

import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The mean of each window, channel by channel; padding does not count.
///
/// Bits: the valid elements added from +0 in row-major order, divided by their number. A window of
/// padding alone gives NaN.
public record AveragePool(Window window) implements Op {
    @Override
    public String label() {
        return "average_pool";
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
        to.add(0, () -> Node.of(new AveragePoolGradient(window, y.input(0).shape()), dy));
    }
}
