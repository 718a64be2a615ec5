package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The input with `value` (converted as [Cast] does) around it: along each axis `low` elements
/// before, `high` behind, and `inner` between each two neighbours.
public record Pad(List<Integer> low, List<Integer> high, List<Integer> inner, double value)
        implements Op {
    public Pad {
        low = List.copyOf(low);
        high = List.copyOf(high);
        inner = List.copyOf(inner);
    }

    /// Padding around the input only.
    public static Pad around(List<Integer> low, List<Integer> high, double value) {
        return new Pad(low, high, Collections.nCopies(low.size(), 0), value);
    }

    @Override
    public String label() {
        return "pad";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        boolean negative = low.stream().anyMatch(i -> i < 0) || high.stream().anyMatch(i -> i < 0);
        if (low.size() != x.shape().rank() || negative) {
            throw HebbException.of(label(), "one padding of 0 or more for each axis is needed")
                    .received(low + " before and " + high + " behind, for " + x.shape());
        }
        var dims = x.shape().dims();
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] != Shape.UNKNOWN) {
                dims[i] += low.get(i) + high.get(i) + Math.max(0, dims[i] - 1) * inner.get(i);
            }
        }
        return new Spec(Shape.of(dims), x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(
                0,
                () -> {
                    var stop = new ArrayList<Integer>();
                    var step = new ArrayList<Integer>();
                    for (int i = 0; i < low.size(); i++) {
                        stop.add(y.shape().dim(i) - high.get(i));
                        step.add(inner.get(i) + 1);
                    }
                    return Node.of(new Slice(low, stop, step), dy);
                });
    }
}
