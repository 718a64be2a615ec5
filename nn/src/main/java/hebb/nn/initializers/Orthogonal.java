package hebb.nn.initializers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// A matrix with orthonormal rows or columns, whichever are fewer, times `gain`. Of more than two
/// axes, all but the last are taken together as rows. Made by [Initializer]; default: `gain` 1.
///
/// Source: Saxe and others, "Exact solutions to the nonlinear dynamics of learning in deep linear
/// neural networks", arXiv 1312.6120.
public final class Orthogonal extends Seeded<Orthogonal> {
    private double gain = 1;

    Orthogonal() {}

    /// Times this factor. Default: 1.
    public Orthogonal gain(double gain) {
        return with(i -> i.gain = gain);
    }

    @Override
    Tensor draw(Shape shape, Randoms random) {
        if (shape.rank() < 2) {
            throw HebbException.of("Initializer.orthogonal", "the weight is not a matrix")
                    .received(shape)
                    .expected("two axes or more");
        }
        int columns = shape.dim(-1);
        int rows = columns == 0 ? 0 : shape.size() / columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        var vectors = random.normal(new Spec(Shape.of(count, length), DType.FLOAT64)).toDoubles();
        orthonormalize(vectors, count, length);
        var matrix = Tensor.of(vectors, new Spec(Shape.of(count, length), DType.FLOAT64));
        var turned = rows < columns ? matrix : matrix.transpose();
        return turned.reshape(shape).cast(DType.FLOAT32).mul(gain);
    }

    /// Gram and Schmidt: of normal vectors this gives the Q of a QR decomposition whose R has a
    /// positive diagonal, which is evenly distributed. Twice, because once loses orthogonality to
    /// rounding.
    private static void orthonormalize(double[] v, int count, int length) {
        for (int i = 0; i < count; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double dot = dot(v, i * length, j * length, length);
                    for (int k = 0; k < length; k++) {
                        v[i * length + k] -= dot * v[j * length + k];
                    }
                }
            }
            double norm = Math.sqrt(dot(v, i * length, i * length, length));
            for (int k = 0; k < length; k++) {
                v[i * length + k] /= norm;
            }
        }
    }

    private static double dot(double[] v, int a, int b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += v[a + k] * v[b + k];
        }
        return sum;
    }

    @Override
    public Options options() {
        return seedOption().and("gain", double.class, gain, v -> gain = v);
    }
}
