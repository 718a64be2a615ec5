package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// A part of each axis: the positions `start`, `start + step`, … before `stop`, as numpy's
/// `x[start:stop:step]` with the bounds written out (0 <= start <= stop, step > 0).
///
/// A `stop` of [#END] is the end of the axis, which may be unknown.
public record Slice(List<Integer> start, List<Integer> stop, List<Integer> step) implements Op {
    /// Up to the end of the axis, however long it is.
    public static final int END = Integer.MAX_VALUE;

    public Slice {
        start = List.copyOf(start);
        stop = List.copyOf(stop);
        step = List.copyOf(step);
    }

    @Override
    public String label() {
        return "slice";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        if (start.size() != x.shape().rank()) {
            throw HebbException.of(label(), "one range for each axis is needed")
                    .received(start.size() + " ranges for " + x.shape());
        }
        var dims = new int[x.shape().rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = length(i, x.shape().dim(i));
        }
        return new Spec(Shape.of(dims), x.dtype());
    }

    private int length(int axis, int dim) {
        int from = start.get(axis);
        int to = stop.get(axis);
        int by = step.get(axis);
        if (dim == Shape.UNKNOWN) {
            return to == END
                    ? (from == 0 && by == 1 ? dim : Shape.UNKNOWN)
                    : (to - from + by - 1) / by;
        }
        int end = to == END ? dim : to;
        if (from < 0 || by < 1 || end < from || end > dim) {
            throw HebbException.of(label(), "the range lies outside axis " + axis)
                    .received(from + ":" + end + ":" + by)
                    .expected("0 <= start <= stop <= " + dim + " and step >= 1");
        }
        return (end - from + by - 1) / by;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(
                0,
                () -> {
                    var low = new ArrayList<Integer>();
                    var high = new ArrayList<Integer>();
                    var inner = new ArrayList<Integer>();
                    for (int i = 0; i < start.size(); i++) {
                        int spread = Math.max(0, (y.shape().dim(i) - 1) * step.get(i) + 1);
                        low.add(start.get(i));
                        high.add(y.input(0).shape().dim(i) - start.get(i) - spread);
                        inner.add(step.get(i) - 1);
                    }
                    return Node.of(new Pad(low, high, inner, 0), dy);
                });
    }
}
