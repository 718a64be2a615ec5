package hebb.core.op;

import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The gradient of [MaxPool] with respect to its input, from the input, the output and `dy`: each window's goes to its
/// first largest element in row-major order. Where windows overlap they add up in row-major order, from +0.
///
/// Its own gradient with respect to `dy` takes from each window what arrived at that element, as of a pooling
/// whose choice is fixed.
public record MaxPoolGradient(Window window) implements Op {
    @Override
    public String label() {
        return "max_pool_gradient";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 3);
        return inputs.getFirst();
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        throw hebb.core.shape.HebbException.of(
                        label(), "there is no second derivative of max pooling")
                .fix("use AveragePooling where a gradient of a gradient is needed");
    }
}
