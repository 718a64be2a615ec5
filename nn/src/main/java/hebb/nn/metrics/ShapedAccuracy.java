package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Targets;

/// The accuracy that fits the shapes: what Keras's word `"accuracy"` means.
final class ShapedAccuracy extends MeanMetric<ShapedAccuracy> {
    ShapedAccuracy(String name) {
        super(name, Direction.UP);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        MeanMetric<?> fitting =
                switch (Targets.of(yTrue.shape(), yPred.shape())) {
                    case BINARY -> BinaryAccuracy.of();
                    case CLASS_NUMBERS -> SparseCategoricalAccuracy.of();
                    case ONE_HOT -> CategoricalAccuracy.of();
                };
        return fitting.call(yTrue, yPred);
    }

    @Override
    public String className() {
        return "accuracy";
    }
}
