package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The gradient of [Convolution] with respect to its input, from `dy` and the kernel: also what
/// Keras calls a transposed convolution.
///
/// Bits: each element is one chain of fma from +0 over the output positions that reach it, in
/// row-major order, and within each over the filters; positions that lie outside the output, or
/// that a stride skips, take no part.
public record ConvolutionInputGradient(Window window, int groups, Shape inputShape) implements Op {
    @Override
    public String label() {
        return "conv_transpose";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var dy = inputs.get(0);
        var kernel = inputs.get(1);
        var x = new Spec(inputShape, Check.sameType(this, dy, kernel));
        var y = new Convolution(window, groups).infer(List.of(x, kernel));
        if (!y.shape().matches(dy.shape())) {
            throw HebbException.of(label(), "the input does not have the shape of the convolution")
                    .received(dy.shape() + " with a kernel " + kernel.shape())
                    .expected(y.shape() + " for a result " + inputShape);
        }
        return x;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var kernel = y.input(1);
        to.add(0, () -> Node.of(new Convolution(window, groups), dy, kernel));
        to.add(
                1,
                () ->
                        Node.of(
                                new ConvolutionKernelGradient(window, groups, kernel.shape()),
                                dy,
                                y.input(0)));
    }
}
