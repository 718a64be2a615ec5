package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.List;

/// How far a model is built: shared by all views of it.
final class Building {
    private volatile boolean done;
    private List<Spec> inputs = List.of();
    private List<Spec> outputs = List.of();
    private DType dtype = DType.FLOAT32;

    /// Notes that the weights exist, for inputs of these specs.
    void finish(List<Tensor> xs, List<Tensor> ys, DType type) {
        inputs = xs.stream().map(Tensor::spec).map(Building::anyBatch).toList();
        outputs = ys.stream().map(Tensor::spec).map(Building::anyBatch).toList();
        dtype = type;
        done = true;
    }

    /// Builds, unless another thread has done it in the meantime.
    synchronized void once(Runnable build) {
        if (!done) {
            build.run();
        }
    }

    boolean isDone() {
        return done;
    }

    List<Spec> inputs() {
        return inputs;
    }

    List<Spec> outputs() {
        return outputs;
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
