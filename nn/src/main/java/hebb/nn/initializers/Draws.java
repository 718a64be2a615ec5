package hebb.nn.initializers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Distributions that several initializers draw from, in float32.
final class Draws {
    private static final float LIMIT = 2;

    private Draws() {}

    static Tensor uniform(Shape shape, Randoms random, double low, double high) {
        return random.uniform(new Spec(shape, DType.FLOAT32), low, high);
    }

    static Tensor normal(Shape shape, Randoms random, double mean, double stddev) {
        return random.normal(new Spec(shape, DType.FLOAT32)).mul(stddev).add(mean);
    }

    /// Normal, drawn again where it lies further than two standard deviations from the mean.
    static Tensor truncatedNormal(Shape shape, Randoms random, double mean, double stddev) {
        var values = random.normal(new Spec(shape, DType.FLOAT32)).toFloats();
        var outside = outside(values, IntStream.range(0, values.length));
        while (outside.length > 0) {
            var fresh = random.normal(Spec.of(outside.length)).toFloats();
            for (int i = 0; i < outside.length; i++) {
                values[outside[i]] = fresh[i];
            }
            outside = outside(values, Arrays.stream(outside));
        }
        return Tensor.of(values, new Spec(shape, DType.FLOAT32)).mul(stddev).add(mean);
    }

    private static int[] outside(float[] values, IntStream places) {
        return places.filter(i -> Math.abs(values[i]) > LIMIT).toArray();
    }
}
