package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;

/// Convolution (cross-correlation, as everywhere in deep learning) of an input (batch, …,
/// channels) with a kernel (…, channels / groups, filters), over one, two or three spatial
/// axes.
///
/// Bits: each element is one chain `acc = fma(x, w, acc)` from +0 over the kernel's elements in
/// row-major order (…, channel); padding enters as zeros.
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
        var shape = window.slide(label(), x.shape(), kernel.shape().dim(-1));
        int channels = x.shape().dim(-1);
        if (channels != Shape.UNKNOWN && channels != kernel.shape().dim(-2) * groups) {
            throw HebbException.of(label(), "the input's channels do not match the kernel")
                    .received(x.shape() + " with a kernel " + kernel.shape() + groupText())
                    .expected(kernel.shape().dim(-2) * groups + " channels");
        }
        return new Spec(shape, type);
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
