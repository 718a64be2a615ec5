package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;
import java.util.stream.IntStream;

/// Convolution (cross-correlation, as everywhere in deep learning) of an input (batch, …, channels)
/// with a kernel (…, channels / groups, filters), over one, two or three spatial axes.
///
/// Bits: each element is one chain `acc = fma(x, w, acc)` from +0 over the kernel's cells in the
/// order of [#cells(Shape, int)], and the channels of each; padding takes no part.
public record Convolution(Window window, int groups) implements Op {
    @Override
    public String label() {
        return "conv";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var x = inputs.get(0);
        var kernel = inputs.get(1);
        var type = Check.sameType(this, x, kernel);
        Check.floating(this, x);
        var weights = kernel.shape();
        if (weights.rank() != window.rank() + 2) {
            throw HebbException.of(label(), "the kernel has the wrong number of axes")
                    .received(weights + " for an input " + x.shape())
                    .expected("(" + "…, ".repeat(window.rank()) + "channels / groups, filters)");
        }
        if (!weights.slice(0, -2).matches(Shape.of(window.size()))) {
            throw new IllegalArgumentException("a kernel " + weights + " for " + window);
        }
        if (weights.dim(-1) != Shape.UNKNOWN && weights.dim(-1) % groups != 0) {
            throw HebbException.of(label(), "the filters do not divide into the groups")
                    .received(weights.dim(-1) + " filters in " + groups + " groups")
                    .expected("a multiple of " + groups + " filters");
        }
        int wanted = weights.dim(-2) == Shape.UNKNOWN ? Shape.UNKNOWN : weights.dim(-2) * groups;
        var shape = window.slide(label(), x.shape(), weights.dim(-1));
        int channels = x.shape().dim(-1);
        if (channels != Shape.UNKNOWN && wanted != Shape.UNKNOWN && channels != wanted) {
            throw HebbException.of(label(), "the input's channels do not match the kernel")
                    .received(x.shape() + " with a kernel " + weights + groupText())
                    .expected("an input (batch, …, " + wanted + "): the channels come last");
        }
        return new Spec(shape, type);
    }

    /// The order in which sums take the cells of a kernel, by their row-major numbers: ascending,
    /// but down the columns where a 2-D kernel has a single channel. oneDNN, which computes under
    /// TensorFlow, takes them so; where a maximum follows, near ties then fall as there.
    public static int[] cells(Shape kernel, int groups) {
        var window = kernel.slice(0, -2);
        var order = IntStream.range(0, window.size());
        if (window.rank() != 2 || groups != 1 || kernel.dim(-2) != 1) {
            return order.toArray();
        }
        int rows = window.dim(0);
        int columns = window.dim(1);
        return order.map(i -> i % rows * columns + i / rows).toArray();
    }

    private String groupText() {
        return groups == 1 ? "" : " in " + groups + " groups";
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var x = y.input(0);
        var kernel = y.input(1);
        to.add(
                0,
                () -> Node.of(new ConvolutionInputGradient(window, groups, x.shape()), dy, kernel));
        to.add(
                1,
                () ->
                        Node.of(
                                new ConvolutionKernelGradient(window, groups, kernel.shape()),
                                x,
                                dy));
    }
}
