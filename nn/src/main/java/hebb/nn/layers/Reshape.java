package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Arrays;

/// Each sample's numbers, in their order, under another shape: (batch, …) becomes (batch,
/// targetShape).
public final class Reshape extends Layer<Reshape> {
    private int[] targetShape;

    private Reshape(int... targetShape) {
        this.targetShape = targetShape;
    }

    /// Samples of this shape; one length may be -1, and takes what is left.
    public static Reshape of(int... targetShape) {
        return new Reshape(targetShape.clone());
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var sample = x.shape().slice(1, x.rank());
        long free = Arrays.stream(targetShape).filter(d -> d == Shape.UNKNOWN).count();
        int given = Arrays.stream(targetShape).filter(d -> d != -1).reduce(1, (a, b) -> a * b);
        if (sample.isKnown()) {
            int size = sample.size();
            boolean fits = free == 0 ? size == given : given > 0 && size % given == 0;
            if (free > 1 || !fits) {
                throw s.wrong("the number of elements of a sample does not fit")
                        .received(sample + " with " + size + ", to become " + target())
                        .expected("the same number, with at most one axis of -1");
            }
        }
        int left = sample.isKnown() && given > 0 ? sample.size() / given : Shape.UNKNOWN;
        var dims = Arrays.stream(targetShape).map(d -> d == Shape.UNKNOWN ? left : d);
        return x.reshape(Shape.of(dims.toArray()).prepend(x.dim(0)));
    }

    private String target() {
        return Arrays.toString(targetShape).replace('[', '(').replace(']', ')');
    }

    @Override
    public Options options() {
        return Options.of("target_shape", int[].class, targetShape, v -> targetShape = v);
    }
}
