package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The inputs one behind the other along an axis; all other axes agree. Keras: `ops.concatenate`.
public record Concat(int axis) implements Op {
    @Override
    public String label() {
        return "concatenate";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        if (inputs.isEmpty()) {
            throw HebbException.of(label(), "there is nothing to concatenate")
                    .expected("at least one tensor");
        }
        var first = inputs.getFirst();
        int length = 0;
        var rest = first.shape().with(axis, Shape.UNKNOWN);
        for (var x : inputs) {
            Check.requireSameType(this, first, x);
            if (!rest.matches(x.shape())) {
                throw HebbException.of(label(), "the shapes differ off axis " + axis)
                        .received(first.shape() + " and " + x.shape())
                        .expected("equal lengths of all other axes");
            }
            int dim = x.shape().dim(axis);
            length = dim == Shape.UNKNOWN || length == Shape.UNKNOWN ? Shape.UNKNOWN : length + dim;
        }
        return new Spec(first.shape().with(axis, length), first.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        int rank = y.shape().rank();
        int from = 0;
        for (int i = 0; i < y.inputs().size(); i++) {
            int length = y.input(i).shape().dim(axis);
            int at = from;
            to.add(
                    i,
                    () -> {
                        var start = new ArrayList<>(Collections.nCopies(rank, 0));
                        var stop = new ArrayList<>(Collections.nCopies(rank, Slice.END));
                        start.set(axis, at);
                        stop.set(axis, at + length);
                        return Node.of(new Slice(start, stop, Collections.nCopies(rank, 1)), dy);
                    });
            from += length;
        }
    }
}
