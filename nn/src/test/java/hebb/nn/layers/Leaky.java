package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import java.util.List;

/// A cell as a user would write it: a state that leaks, and an output that is no state.
final class Leaky extends RecurrentCell<Leaky> {
    private int units;

    private Leaky(int units) {
        this.units = units;
    }

    static Leaky of(int units) {
        return new Leaky(units);
    }

    @Override
    public int[] stateSize() {
        return new int[] {units};
    }

    @Override
    protected Scanned step(Scope s, Tensor x, List<Tensor> states) {
        var kernel = s.weight("kernel", Shape.of(x.dim(-1), units), Initializer.glorotUniform());
        var next = states.getFirst().mul(0.9).add(x.matmul(kernel));
        return new Scanned(List.of(next.tanh()), List.of(next));
    }

    @Override
    public Options options() {
        return Options.of("units", int.class, units, v -> units = v);
    }
}
