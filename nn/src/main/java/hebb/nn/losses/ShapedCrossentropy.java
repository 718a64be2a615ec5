package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Targets;

/// The cross-entropy that fits the shapes: what Keras's word `"crossentropy"` means.
final class ShapedCrossentropy extends Loss<ShapedCrossentropy> {
    ShapedCrossentropy() {
        super("crossentropy");
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Loss<?> fitting =
                switch (Targets.of(yTrue.shape(), yPred.shape())) {
                    case BINARY -> BinaryCrossentropy.of();
                    case CLASS_NUMBERS -> SparseCategoricalCrossentropy.of();
                    case ONE_HOT -> CategoricalCrossentropy.of();
                };
        return fitting.call(yTrue, yPred);
    }

    @Override
    public String className() {
        return "crossentropy";
    }
}
