package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The axes in another order: axis `i` of the result is axis `axes[i]` of the input.
public record Transpose(List<Integer> axes) implements Op {
    public Transpose {
        axes = List.copyOf(axes);
    }

    /// A node with its last two axes exchanged.
    static Node ofLast(Node x) {
        int rank = x.shape().rank();
        var axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.swap(axes, rank - 2, rank - 1);
        return Node.of(new Transpose(axes), x);
    }

    @Override
    public String label() {
        return "transpose";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        var all = IntStream.range(0, x.shape().rank()).boxed().toList();
        if (!axes.stream().sorted().toList().equals(all)) {
            throw HebbException.of(label(), "the axes are not a permutation of the input's")
                    .received(axes + " for " + x.shape())
                    .expected("each of " + all + " once");
        }
        return new Spec(
                Shape.of(axes.stream().mapToInt(a -> x.shape().dim(a)).toArray()), x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(inverse(), dy));
    }

    /// The transposition that undoes this one.
    public Transpose inverse() {
        return new Transpose(IntStream.range(0, axes.size()).map(axes::indexOf).boxed().toList());
    }
}
