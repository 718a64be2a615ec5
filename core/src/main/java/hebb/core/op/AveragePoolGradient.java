package hebb.core.op;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The gradient of [AveragePool] with respect to its input, from `dy`: dy / count of each window
/// that covers an element, added from +0 in row-major order of the windows.
public record AveragePoolGradient(Window window, Shape inputShape) implements Op {
    @Override
    public String label() {
        return "average_pool_gradient";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        return new Spec(inputShape, inputs.getFirst().dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(new AveragePool(window), dy));
    }
}
