package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;

import java.util.List;

/// How far a model is built: shared by all views of it.
final class Building {
    private volatile boolean done;
    private List<Spec> inputs = List.of();
    private DType dtype = DType.FLOAT32;

    /// Notes that the weights exist, for inputs of these specs.
    void finish(List<Spec> specs, DType type) {
        inputs = specs.stream().map(Building::anyBatch).toList();
        dtype = type;
        done = true;
    }

    boolean isDone() {
        return done;
    }

    List<Spec> inputs() {
        return inputs;
    }

    DType dtype() {
        return dtype;
    }

    /// The same with the first axis, the batch, unknown.
    static Spec anyBatch(Spec spec) {
        return spec.shape().rank() == 0
                ? spec
                : new Spec(spec.shape().with(0, Shape.UNKNOWN), spec.dtype());
    }
}
