package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// A loop over time: repeats a step along the first axis of its sequences, and keeps the history of
/// one node of the step: what it was at each time, along a new first axis. Keras: `ops.scan`.
///
/// Inputs are the states before the first step, then the sequences (time, …), then the constants.
/// Steps run in the order of time, or against it where `reverse` says so; the history is in the
/// order of time either way.
///
/// Of several histories of one loop each is a `Scan` of its own, of the same step and inputs:
/// engines run the loop once for them. The bits are those of the step's ops.
///
/// The gradient is a loop in the other direction, whose states are the gradients of the states. It
/// reads from histories what the first loop knew at each time; what is cheap is computed again. The
/// gradient of a matrix by which the step multiplies is one product over all times, after the loop.
public record Scan(Recurrence step, Node emitted, boolean reverse) implements Op {
    @Override
    public String label() {
        return "scan";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, step.arguments().size());
        int begin = step.states().size();
        int end = begin + step.sequences().size();
        int length = Shape.UNKNOWN;
        for (int i = 0; i < inputs.size(); i++) {
            boolean isSequence = i >= begin && i < end;
            var input = inputs.get(i);
            if (isSequence) {
                Check.rank(this, input, 1);
                length = sameLength(length, input.shape().dim(0));
            }
            var shape = isSequence ? input.shape().drop(0) : input.shape();
            var expected = step.arguments().get(i).spec();
            if (input.dtype() != expected.dtype() || !shape.matches(expected.shape())) {
                throw HebbException.of(label(), "an input is not what the step was made for")
                        .received(input)
                        .expected(expected + (isSequence ? " at each time" : ""));
            }
        }
        return new Spec(emitted.shape().prepend(length), emitted.dtype());
    }

    private int sameLength(int a, int b) {
        if (a != b && a != Shape.UNKNOWN && b != Shape.UNKNOWN) {
            throw HebbException.of(label(), "the sequences differ in length")
                    .received(a + " and " + b + " times")
                    .expected("one length");
        }
        return a == Shape.UNKNOWN ? b : a;
    }

    /// What a history ends with: the value at the last time that the loop comes to. `before` is
    /// given if it comes to none.
    public static Node last(Node history, boolean reverse, Node before) {
        int length = history.shape().dim(0);
        if (length == 0) {
            return before;
        }
        int at = reverse || length == Shape.UNKNOWN ? 0 : length - 1;
        var start = new ArrayList<Integer>();
        var stop = new ArrayList<Integer>();
        var by = new ArrayList<Integer>();
        for (int i = 0; i < history.shape().rank(); i++) {
            start.add(i == 0 ? at : 0);
            stop.add(i == 0 ? at + 1 : Slice.END);
            by.add(1);
        }
        return Node.of(new Slice(start, stop, by), history).reshape(history.shape().drop(0));
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        new ScanGradient(this, y, dy, to).add();
    }

    @Override
    public String toString() {
        return "Scan[" + emitted + (reverse ? " reversed]" : "]");
    }
}
