package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// What a state of a loop over time is behind the last step, or before the first if there is none;
/// see [Scan]. Keras: the carry of `ops.scan`.
///
/// - `state`: its number
public record ScanCarry(Recurrence step, int state, boolean reverse) implements Op {
    @Override
    public String label() {
        return "scan_carry";
    }

    @Override
    public Recurrence.Loop family() {
        return new Recurrence.Loop(step, reverse);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        var _ = family().times(this, inputs); // whether the inputs fit
        return inputs.get(state);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        family().gradients(List.of(y), List.of(dy), to);
    }

    @Override
    public String toString() {
        return "ScanCarry[state " + state + (reverse ? " reversed]" : "]");
    }
}
