import org.jspecify.annotations.NullMarked;

/// Shapes, ops, gradients, plans, the engine SPI and the tensor a program holds. Needs nothing but
/// the JDK.
@NullMarked
@SuppressWarnings("module") // the friends are compiled later
module hebb.core {
    requires static org.jspecify;

    exports hebb.core.shape;
    exports hebb.core.op to
            hebb.cpu;
    exports hebb.core.grad to
            hebb.cpu;
    exports hebb.core.engine to
            hebb.cpu;
    exports hebb.core.plan to
            hebb.cpu;
    exports hebb.core.tensor;

    uses hebb.core.engine.Engine;

    provides hebb.core.engine.Engine with
            hebb.core.engine.reference.ReferenceEngine;
}
