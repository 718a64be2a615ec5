package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// A loop over time: repeats a step along the first axis of its sequences, and keeps the history of
/// one node of the step: what it was at each time, along a new first axis. Keras: the outputs of
/// `ops.scan`.
///
/// Inputs are the states before the first step, then the sequences (time, …), then the constants.
/// Steps run in the order of time, or against it where `reverse` says so; the history is in the
/// order of time either way.
///
/// Of several histories of one loop each is a `Scan` of its own, of the same step and inputs, and
/// what a state is in the end is a [ScanCarry]: engines run the loop once for them. The bits are
/// those of the step's ops.
///
/// The gradient is a loop in the other direction, one for all that is kept, whose states are the
/// gradients of the states. It reads from histories what the first loop knew at each time; what is
/// cheap is computed again. The gradient of a matrix by which the step multiplies is one product
/// over all times, after the loop.
public record Scan(Recurrence step, Node emitted, boolean reverse) implements Op {
    @Override
    public String label() {
        return "scan";
    }

    @Override
    public Recurrence.Loop family() {
        return new Recurrence.Loop(step, reverse);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        int times = family().times(this, inputs);
        return new Spec(emitted.shape().prepend(times), emitted.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        family().gradients(List.of(y), List.of(dy), to);
    }

    @Override
    public String toString() {
        return "Scan[" + emitted + (reverse ? " reversed]" : "]");
    }
}
