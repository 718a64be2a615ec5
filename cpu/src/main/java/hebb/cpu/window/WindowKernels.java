package hebb.cpu.window;

import hebb.core.op.AveragePool;
import hebb.core.op.AveragePoolGradient;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.op.MaxPool;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import hebb.cpu.conv.Conv;
import hebb.cpu.conv.Conv2D;
import hebb.cpu.conv.Conv3D;
import hebb.cpu.pool.Pool2D;
import hebb.cpu.simd.Kernels;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Kernels of convolutions and poolings: those for images where they fit (one spatial axis is an
/// image of one row; volumes are convolved plane by plane), else plain loops.
public final class WindowKernels {
    private WindowKernels() {}

    /// A convolution, and what is folded into its stores: a bias (or null) and an activation.
    public static Kernel convolution(
            Convolution op,
            Node node,
            Epilogue epilogue,
            @Nullable Node bias,
            Node output,
            Kernels kernels) {
        var x = node.input(0);
        var w = node.input(1);
        var slots = new ArrayList<>(List.of(Views.root(x), Views.root(w), output));
        if (bias != null) {
            slots.add(Views.root(bias));
        }
        var conv = conv(op.window(), op.groups(), x.shape(), w.shape(), node.dtype());
        var work =
                conv != null
                        ? conv.forward(epilogue, kernels)
                        : plain(op.window(), op.groups(), x.shape(), w.shape(), node.shape(), node)
                                .forward();
        return new Kernel(op.label(), work, slots);
    }

    /// Whether a convolution's kernel can apply an epilogue.
    public static boolean folds(Convolution op, Node node) {
        var w = node.input(1).shape();
        var conv = conv(op.window(), op.groups(), node.input(0).shape(), w, node.dtype());
        return conv != null && conv.folds();
    }

    /// The gradient with respect to a convolution's input.
    public static Kernel inputGradient(ConvolutionInputGradient op, Node node, Kernels kernels) {
        var dy = node.input(0);
        var w = node.input(1);
        var conv = conv(op.window(), op.groups(), op.inputShape(), w.shape(), node.dtype());
        if (conv != null) {
            return new Kernel(
                    op.label(),
                    conv.backwardData(kernels),
                    List.of(node, Views.root(w), Views.root(dy)));
        }
        var plain = plain(op.window(), op.groups(), op.inputShape(), w.shape(), dy.shape(), node);
        return plain(node, plain.inputGradient());
    }

    /// The gradient with respect to a convolution's kernel.
    public static Kernel kernelGradient(ConvolutionKernelGradient op, Node node, Kernels kernels) {
        var x = node.input(0);
        var dy = node.input(1);
        var conv = conv(op.window(), op.groups(), x.shape(), op.kernelShape(), node.dtype());
        if (conv != null) {
            return new Kernel(
                    op.label(),
                    conv.backwardWeights(kernels),
                    List.of(Views.root(x), node, Views.root(dy)));
        }
        var plain = plain(op.window(), op.groups(), x.shape(), op.kernelShape(), dy.shape(), node);
        return plain(node, plain.kernelGradient());
    }

    /// The maxima of windows.
    public static Kernel maxPool(MaxPool op, Node node, Kernels kernels) {
        var x = node.input(0);
        var pool = pool2D(op.window(), x.shape(), node.dtype());
        return pool != null
                ? new Kernel(op.label(), pool.max(kernels), List.of(Views.root(x), node))
                : plain(
                        node,
                        new PlainPool(op.window(), x.shape(), node.shape(), node.dtype()).max());
    }

    /// The gradient of the maxima; `relu`: where the pooled values are results of a relu, through
    /// it. Further outputs of the stage get a slot only.
    public static Kernel maxPoolGradient(
            MaxPoolGradient op, Node node, boolean relu, Stage stage, Kernels kernels) {
        var x = node.input(0);
        var y = node.input(1);
        var pool = pool2D(op.window(), x.shape(), node.dtype());
        if (pool != null) {
            var slots =
                    new ArrayList<>(
                            List.of(Views.root(x), Views.root(y), Views.root(node.input(2))));
            slots.add(stage.nodes().getLast());
            stage.outputs().stream().filter(o -> !slots.contains(o)).forEach(slots::add);
            return relu
                    ? new Kernel(op.label() + ", relu", pool.maxGradientRelu(kernels), slots)
                    : new Kernel(op.label(), pool.maxGradient(kernels), slots);
        }
        var plain = new PlainPool(op.window(), x.shape(), y.shape(), node.dtype());
        return plain(node, plain.maxGradient());
    }

    /// Whether a pooling's gradient can go through a relu.
    public static boolean foldsRelu(MaxPoolGradient op, Node node) {
        return pool2D(op.window(), node.shape(), node.dtype()) != null;
    }

    /// The means of windows.
    public static Kernel averagePool(AveragePool op, Node node, Kernels kernels) {
        var x = node.input(0);
        var pool = pool2D(op.window(), x.shape(), node.dtype());
        return pool != null
                ? new Kernel(op.label(), pool.average(kernels), List.of(Views.root(x), node))
                : plain(
                        node,
                        new PlainPool(op.window(), x.shape(), node.shape(), node.dtype())
                                .average());
    }

    /// The gradient of the means.
    public static Kernel averagePoolGradient(AveragePoolGradient op, Node node, Kernels kernels) {
        var dy = node.input(0);
        var pool = pool2D(op.window(), op.inputShape(), node.dtype());
        if (pool != null) {
            // the slots X and Y are not used
            var root = Views.root(dy);
            return new Kernel(
                    op.label(), pool.averageGradient(kernels), List.of(root, root, root, node));
        }
        var plain = new PlainPool(op.window(), op.inputShape(), dy.shape(), node.dtype());
        return plain(node, plain.averageGradient());
    }

    private static Kernel plain(Node node, Work work) {
        var slots = new ArrayList<>(node.inputs().stream().map(Views::root).toList());
        slots.add(node);
        return new Kernel(node.op().label() + " (plain)", work, slots);
    }

    private static PlainConvolution plain(
            Window window, int groups, Shape input, Shape kernel, Shape output, Node node) {
        return new PlainConvolution(window, groups, input, kernel, output, node.dtype());
    }

    static @Nullable Conv conv(Window w, int groups, Shape x, Shape kernel, DType dtype) {
        if (dtype != DType.FLOAT32 || x.size() == 0) {
            return null;
        }
        int last = w.rank() - 1;
        int row = Math.max(0, last - 1);
        boolean rows = w.rank() > 1;
        var plane =
                Conv2D.of(
                                x.dim(0),
                                rows ? x.dim(-3) : 1,
                                x.dim(-2),
                                x.dim(-1),
                                rows ? w.size().get(row) : 1,
                                w.size().get(last),
                                kernel.dim(-1))
                        .strides(rows ? w.strides().get(row) : 1, w.strides().get(last))
                        .dilation(rows ? w.dilation().get(row) : 1, w.dilation().get(last))
                        .groups(groups)
                        .padding(
                                rows ? w.low().get(row) : 0,
                                rows ? w.high().get(row) : 0,
                                w.low().get(last),
                                w.high().get(last));
        return w.rank() < 3
                ? plane
                : new Conv3D(
                        plane,
                        x.dim(1),
                        w.size().getFirst(),
                        w.strides().getFirst(),
                        w.dilation().getFirst(),
                        w.low().getFirst(),
                        w.high().getFirst());
    }

    private static @Nullable Pool2D pool2D(Window w, Shape x, DType dtype) {
        if (dtype != DType.FLOAT32 || w.rank() > 2 || w.dilation().stream().anyMatch(d -> d != 1)) {
            return null;
        }
        int last = w.rank() - 1;
        boolean two = w.rank() == 2;
        return Pool2D.of(
                        x.dim(0),
                        two ? x.dim(1) : 1,
                        x.dim(-2),
                        x.dim(-1),
                        two ? w.size().get(0) : 1,
                        w.size().get(last))
                .strides(two ? w.strides().get(0) : 1, w.strides().get(last))
                .padding(
                        two ? w.low().get(0) : 0,
                        two ? w.high().get(0) : 0,
                        w.low().get(last),
                        w.high().get(last));
    }
}
