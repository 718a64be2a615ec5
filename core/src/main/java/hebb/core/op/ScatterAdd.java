package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// The reverse of [Gather]: zeros of length `size` along an axis, to which each slice of the first
/// input is added at the position that the second (int32 or int64) gives it, in ascending order of
/// the indices' positions. An index out of range is an error when the plan runs.
public record ScatterAdd(int axis, int size) implements Op {
    @Override
    public String label() {
        return "scatter_add";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var updates = inputs.get(0).shape();
        var indices = inputs.get(1).shape();
        Check.indices(this, inputs.get(1));
        int behind = axis + indices.rank();
        if (updates.rank() < behind || !updates.slice(axis, behind).matches(indices)) {
            throw HebbException.of(label(), "the slices do not match the indices")
                    .received(updates + " with indices " + indices)
                    .expected("the indices' axes in place of axis " + axis + " of the slices");
        }
        Shape result =
                updates.slice(0, axis)
                        .append(size)
                        .append(updates.slice(behind, updates.rank()).dims());
        return new Spec(result, inputs.get(0).dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> Node.of(new Gather(axis), dy, y.input(1)));
    }
}
