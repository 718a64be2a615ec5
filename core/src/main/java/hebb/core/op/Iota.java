package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;

/// 0, 1, 2, … along an axis, the same along all others; converted as [Cast] does from int32.
public record Iota(Spec spec, int axis) implements Op {
    @Override
    public String label() {
        return "arange";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 0);
        return spec;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
