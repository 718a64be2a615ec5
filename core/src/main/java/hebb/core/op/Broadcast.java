package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// The input repeated to a larger shape, by numpy's rule. Keras: `ops.broadcast_to`.
public record Broadcast(Shape shape) implements Op {
    @Override
    public String label() {
        return "broadcast_to";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        if (x.shape().rank() > shape.rank()
                || !Broadcasting.of(label(), x.shape(), shape).matches(shape)) {
            throw HebbException.of(label(), "the input cannot be repeated to that shape")
                    .received(x.shape() + " to " + shape)
                    .expected("each axis, counted from the last, equal or 1");
        }
        return new Spec(shape, x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> dy); // summed back by the walk
    }
}
