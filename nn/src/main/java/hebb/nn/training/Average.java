package hebb.nn.training;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;

/// The mean over samples of a number that is known for each batch, since the epoch began: the
/// states `total` and `count`.
final class Average {
    private Average() {}

    /// Takes in a batch of `samples`, of which each had this value in the mean.
    static void add(Scope s, Tensor value, int samples) {
        var total = state(s, "total");
        var count = state(s, "count");
        s.update("total", total.add(value.cast(DType.FLOAT32).mul(samples)));
        s.update("count", count.add(samples));
    }

    /// The mean so far; 0 of nothing.
    static double of(Scope s) {
        double count = state(s, "count").item();
        return count == 0 ? 0 : state(s, "total").item() / count;
    }

    private static Tensor state(Scope s, String name) {
        return s.state(name, Shape.of(), Initializer.zeros());
    }
}
