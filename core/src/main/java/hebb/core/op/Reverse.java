package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// The elements in reverse order along these axes. Keras: `ops.flip`.
public record Reverse(List<Integer> axes) implements Op {
    public Reverse {
        axes = List.copyOf(axes);
    }

    @Override
    public String label() {
        return "flip";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        axes.forEach(inputs.getFirst().shape()::axis);
        return inputs.getFirst();
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(this, dy));
    }
}
