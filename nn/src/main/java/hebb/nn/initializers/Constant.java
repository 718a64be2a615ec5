package hebb.nn.initializers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// All of one value. Keras: `Constant`, `Zeros`, `Ones`.
final class Constant implements Initializer {
    private final String className;
    private double value;

    Constant(String className, double value) {
        this.className = className;
        this.value = value;
    }

    @Override
    public Tensor of(Shape shape, Randoms random) {
        return Tensor.full(value, new Spec(shape, DType.FLOAT32));
    }

    @Override
    public Options options() {
        return className.equals("Constant")
                ? Options.of("value", double.class, value, v -> value = v)
                : Options.none();
    }

    @Override
    public String className() {
        return className;
    }

    @Override
    public String toString() {
        return className + "(" + options() + ")";
    }
}
