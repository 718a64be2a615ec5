package hebb.nn.math;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/// How numbers along an axis are interpolated when it becomes longer or shorter: each new one is a
/// weighted mean of those around its place, weighted by a window over the distance. Pixels have
/// their places at their centres; what lies beyond the edge does not count.
public enum Resampling {
    /// Linear.
    TRIANGLE(1, d -> 1 - d),
    /// Keys's cubic with a = -1/2.
    CUBIC(2, d -> d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2),
    /// Lanczos's window of radius 3.
    LANCZOS3(3, d -> lanczos(d, 3)),
    /// Lanczos's window of radius 5.
    LANCZOS5(5, d -> lanczos(d, 5));

    private final double radius;
    private final DoubleUnaryOperator window; // of distances below the radius

    Resampling(double radius, DoubleUnaryOperator window) {
        this.radius = radius;
        this.window = window;
    }

    private static double lanczos(double d, double radius) {
        if (d < 1e-12) {
            return 1;
        }
        double a = Math.PI * d;
        return radius * Math.sin(a) * Math.sin(a / radius) / (a * a);
    }

    /// The tensor with another length of one axis, which is not the last.
    public Tensor resize(Tensor x, int axis, int length) {
        int from = x.dim(axis);
        var weights = Tensor.of(weights(from, length), matrix(length, from)).cast(x.dtype());
        var outer = x.shape().slice(0, axis);
        var inner = x.shape().slice(axis + 1, x.rank());
        int size = inner.isKnown() ? inner.size() : Shape.UNKNOWN;
        var rows = x.reshape(outer.append(from, size));
        return weights.matmul(rows).reshape(x.shape().with(axis, length));
    }

    private static Spec matrix(int rows, int columns) {
        return new Spec(Shape.of(rows, columns), DType.FLOAT64);
    }

    /// Row by row, how much each old number counts in a new one.
    private double[] weights(int from, int to) {
        var weights = new double[from * to];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            double place = (i + 0.5) * step - 0.5;
            double sum = 0;
            for (int j = 0; j < from; j++) {
                double distance = Math.abs(place - j);
                weights[i * from + j] = distance < radius ? window.applyAsDouble(distance) : 0;
                sum += weights[i * from + j];
            }
            for (int j = 0; j < from; j++) {
                weights[i * from + j] /= sum;
            }
        }
        return weights;
    }
}
