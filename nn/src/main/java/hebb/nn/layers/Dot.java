package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Norms;
import java.util.List;
import java.util.stream.IntStream;

/// The scalar products of two inputs, sample by sample, along an axis of each.
///
/// Of (batch, a, n) and (batch, n, b), with `Dot.of(2, 1)`, the result is (batch, a, b); of (batch,
/// n) and (batch, n) it is (batch, 1). Default: as they are; with `normalize` both have length 1
/// along the axis, and the result is the cosine.
public final class Dot extends Layer<Dot> {
    private int[] axes;
    private boolean normalize;

    private Dot(int... axes) {
        this.axes = axes;
    }

    /// Along this axis of both, or along the first number's axis of the first input and the
    /// second's of the second. 0 is the batch, along which there is no product.
    public static Dot of(int... axes) {
        if (axes.length < 1 || axes.length > 2) {
            throw HebbException.of("Dot", "axes has the wrong number of axes")
                    .received(axes.length)
                    .expected("one for both inputs, or one for each");
        }
        return new Dot(axes.clone());
    }

    /// Whether both inputs are brought to length 1 first. Default: not.
    public Dot normalize(boolean normalize) {
        return with(l -> l.normalize = normalize);
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        if (xs.size() != 2 || xs.stream().anyMatch(x -> x.rank() < 2)) {
            throw s.wrong("the layer takes two inputs of two axes or more")
                    .received(xs.stream().map(Tensor::shape).toList());
        }
        var x = xs.get(0);
        var y = xs.get(1);
        int a = x.shape().axis(axes[0]);
        int b = y.shape().axis(axes[axes.length - 1]);
        if (a == 0 || b == 0 || !x.shape().slice(a, a + 1).matches(y.shape().slice(b, b + 1))) {
            throw s.wrong("the inputs do not fit together")
                    .received(
                            x.shape() + " along axis " + a + ", " + y.shape() + " along axis " + b)
                    .expected("axes of one length, which are not the batch");
        }
        return normalize ? product(Norms.unit(x, a), a, Norms.unit(y, b), b) : product(x, a, y, b);
    }

    /// As matrices of each sample: (batch, all else of x, n) times (batch, n, all else of y).
    private static Tensor product(Tensor x, int a, Tensor y, int b) {
        int length = x.dim(a);
        var left = x.transpose(order(x.rank(), a, x.rank() - 1)).reshape(x.dim(0), -1, length);
        var right = y.transpose(order(y.rank(), b, 1)).reshape(y.dim(0), length, -1);
        var others = y.shape().drop(b).drop(0);
        var result = x.shape().drop(a).append(others.dims());
        return left.matmul(right).reshape(result.rank() == 1 ? result.append(1) : result);
    }

    /// All axes in their order, but for one, which is moved.
    private static int[] order(int rank, int axis, int to) {
        var others = IntStream.range(0, rank).filter(i -> i != axis).toArray();
        return IntStream.range(0, rank)
                .map(i -> i == to ? axis : others[i < to ? i : i - 1])
                .toArray();
    }

    @Override
    public Options options() {
        return Options.of("axes", int[].class, axes, v -> axes = v)
                .and("normalize", boolean.class, normalize, v -> normalize = v);
    }
}
