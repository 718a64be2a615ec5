package hebb.core.op;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// Slices of the first input along an axis, chosen by the second (int32 or int64), whose shape
/// takes the axis' place. Keras: `ops.take`. An index out of range, below 0 too, is an error when
/// the plan runs.
public record Gather(int axis) implements Op {
    @Override
    public String label() {
        return "take";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var table = inputs.get(0);
        var indices = inputs.get(1);
        Check.indices(this, indices);
        var shape = table.shape();
        Shape result =
                shape.slice(0, shape.axis(axis))
                        .append(indices.shape().dims())
                        .append(shape.slice(shape.axis(axis) + 1, shape.rank()).dims());
        return new Spec(result, table.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(
                0,
                () -> {
                    var table = y.input(0).shape();
                    var reverse = new ScatterAdd(table.axis(axis), table.dim(axis));
                    return Node.of(reverse, dy, y.input(1));
                });
    }
}
