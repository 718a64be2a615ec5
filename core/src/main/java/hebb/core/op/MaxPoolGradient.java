package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The gradient of [MaxPool] with respect to its input, from the input, the output and `dy`: each
/// window's goes to its first largest element in row-major order (the first NaN, if there is one;
/// -0 and +0 are equal). Where windows overlap they add up in row-major order of the windows, from
/// +0.
///
/// Its own gradient reaches `dy` alone, as the choice of elements does not change with their
/// values: each window takes what arrived at the element that it chose.
public record MaxPoolGradient(Window window) implements Op {
    @Override
    public String label() {
        return "max_pool_gradient";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 3);
        return inputs.getFirst();
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(2, () -> chosen(y.input(0), y.input(1), dy));
    }

    /// Of each window over `values` the element at which `x` reaches the maximum first; of NaN,
    /// none.
    private Node chosen(Node x, Node maxima, Node values) {
        var shape = maxima.shape();
        var found = Node.of(new Broadcast(shape), Node.scalar(0, DType.BOOL));
        var result = Node.of(new Broadcast(shape), Node.scalar(0, values.dtype()));
        int taps = window.size().stream().reduce(1, Math::multiplyExact);
        for (int tap = 0; tap < taps; tap++) {
            var here = Node.of(Compare.EQUAL, under(tap, x, Double.NaN, shape), maxima);
            var first = Node.of(Binary.MIN, here, Node.of(Unary.NOT, found));
            result = Node.of(Select.INSTANCE, first, under(tap, values, 0, shape), result);
            found = Node.of(Binary.MAX, found, here);
        }
        return result;
    }

    /// What one tap of the window meets while the window moves over `x` to each position of
    /// `output`.
    private Node under(int tap, Node x, double padding, Shape output) {
        int rank = output.rank();
        var low = new ArrayList<>(Collections.nCopies(rank, 0));
        var high = new ArrayList<>(low);
        var start = new ArrayList<>(low);
        var stop = new ArrayList<>(Collections.nCopies(rank, Slice.END));
        var step = new ArrayList<>(Collections.nCopies(rank, 1));
        for (int i = window.rank() - 1; i >= 0; i--) {
            int from = tap % window.size().get(i) * window.dilation().get(i);
            int stride = window.strides().get(i);
            tap /= window.size().get(i);
            low.set(i + 1, window.low().get(i));
            high.set(i + 1, window.high().get(i));
            start.set(i + 1, from);
            stop.set(i + 1, from + (output.dim(i + 1) - 1) * stride + 1);
            step.set(i + 1, stride);
        }
        return Node.of(new Slice(start, stop, step), Node.of(Pad.around(low, high, padding), x));
    }
}
