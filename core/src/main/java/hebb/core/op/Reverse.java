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
        var x = inputs.getFirst();
        for (int axis : axes) {
            int _ = x.shape().axis(axis);
        }
        return x;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(this, dy));
    }
}
