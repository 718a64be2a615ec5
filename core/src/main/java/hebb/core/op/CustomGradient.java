package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// The first input, unchanged, with a gradient of the user's own: none flows to the first input,
/// and to the others what `rule` says. Without a rule it stops gradients. Engines see a copy, which
/// the simplifying pass takes out.
public record CustomGradient(Rule rule) implements Op {
    /// Stops every gradient: Keras's `ops.stop_gradient`.
    public static final CustomGradient STOP = new CustomGradient((y, dy, to) -> {});

    /// What flows to the inputs from number 1 on.
    @FunctionalInterface
    public interface Rule {
        void gradient(Node y, Node dy, Adjoints to);
    }

    @Override
    public String label() {
        return "custom_gradient";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        return inputs.getFirst();
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        rule.gradient(y, dy, to);
    }
}
