package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// A value that comes from outside the graph. Two arguments are never the same one: each node
/// counts.
public record Argument(String name, Spec spec) implements Op {
    @Override
    public String label() {
        return "argument '" + name + "'";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 0);
        return spec;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
