package hebb.core.op;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// The gradient of [Convolution] with respect to its kernel, from its input and `dy`.
///
/// Bits: the batch is cut into [#chunks] runs of images; within a run each element is one chain of
/// fma from +0 over (image, output position in row-major order), padding entering as zeros; to the
/// first run's result the others' are added in order.
public record ConvolutionKernelGradient(Window window, int groups, Shape kernelShape)
        implements Op {
    private static final int MOST_CHUNKS = 16;
    private static final int PARTIAL_ELEMENTS = 32768;

    @Override
    public String label() {
        return "conv_kernel_gradient";
    }

    /// Into how many runs a batch is cut: so many that threads can share the work, so few that the
    /// partial results stay small. Run i holds the images from `i·batch/chunks` to before
    /// `(i+1)·batch/chunks`.
    public static int chunks(int batch, int kernelSize) {
        int fit = Math.max(1, PARTIAL_ELEMENTS / Math.max(1, kernelSize));
        return Math.max(1, Math.min(Math.min(batch, MOST_CHUNKS), fit));
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var x = inputs.get(0);
        var dy = inputs.get(1);
        var kernel = new Spec(kernelShape, Check.sameType(this, x, dy));
        var y = new Convolution(window, groups).infer(List.of(x, kernel));
        if (!y.shape().matches(dy.shape())) {
            throw new IllegalArgumentException(dy + " is no gradient of a convolution " + y);
        }
        return kernel;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var x = y.input(0);
        to.add(
                0,
                () ->
                        Node.of(
                                new ConvolutionInputGradient(window, groups, x.shape()),
                                y.input(1),
                                dy));
        to.add(1, () -> Node.of(new Convolution(window, groups), x, dy));
    }
}
