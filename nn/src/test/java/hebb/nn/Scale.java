package hebb.nn;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.initializers.Initializer;

/// A user's layer: `x · factor`, one learned factor for all, and a count of the calls in training.
public final class Scale extends Layer<Scale> {
    private double start;

    private Scale(double start) {
        this.start = start;
    }

    public static Scale of(double start) {
        return new Scale(start);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var factor = s.weight("factor", Shape.of(), Initializer.constant(start));
        var calls = s.state("calls", Shape.of(), Initializer.zeros());
        if (s.training()) {
            s.update("calls", calls.add(1));
        }
        return x.mul(factor);
    }

    @Override
    public Options options() {
        return Options.of("start", double.class, start, v -> start = v);
    }
}
