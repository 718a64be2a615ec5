package hebb.cpu.move;

import hebb.core.op.Constant;
import hebb.core.op.Node;
import hebb.core.op.Pad;
import hebb.core.op.Reverse;
import hebb.core.op.Transpose;
import hebb.core.plan.Views;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;

/// Kernels of ops that put whole tensors elsewhere.
public final class Movement {
    private Movement() {}

    /// The axes in another order.
    public static Kernel transpose(Transpose op, Node node) {
        var own = node.input(0).shape().strides();
        var strides = op.axes().stream().mapToInt(axis -> own[axis]).toArray();
        return read(node, 0, strides);
    }

    /// A part of each axis.
    public static Kernel slice(Node node) {
        return read(node, Strided.ofSlice(node, node.shape()));
    }

    /// Axes backwards.
    public static Kernel reverse(Reverse op, Node node) {
        var shape = node.shape();
        var strides = shape.strides();
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            int axis = i;
            if (op.axes().stream().anyMatch(a -> shape.axis(a) == axis)) {
                offset += (shape.dim(i) - 1) * strides[i];
                strides[i] = -strides[i];
            }
        }
        return read(node, offset, strides);
    }

    /// The input repeated.
    public static Kernel broadcast(Node node) {
        return read(node, 0, Broadcasting.strides(node.input(0).shape(), node.shape()));
    }

    /// The input with a border.
    public static Kernel pad(Pad op, Node node) {
        var strides = node.shape().strides();
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += op.low().get(i) * strides[i];
            strides[i] *= op.inner().get(i) + 1;
        }
        var x = node.input(0);
        var value = Constant.scalar(op.value(), node.dtype()).data();
        var work =
                new Work(
                        List.of(
                                new Fill(node.dtype(), value, 1, node.shape().size()),
                                new Write(x.dtype(), 0, 1, Strided.of(x.shape(), offset, strides))),
                        0,
                        0);
        return new Kernel(op.label(), work, List.of(Views.root(x), node));
    }

    /// The inputs one behind the other.
    public static Kernel concat(Node node) {
        var phases = new ArrayList<Phase>();
        var slots = new ArrayList<Node>();
        for (var part : Strided.ofParts(node)) {
            phases.add(new Write(node.dtype(), slots.size(), node.inputs().size(), part));
            slots.add(Views.root(node.input(slots.size())));
        }
        slots.add(node);
        return new Kernel(node.op().label(), new Work(phases, 0, 0), slots);
    }

    private static Kernel read(Node node, int offset, int[] strides) {
        return read(node, Strided.of(node.shape(), offset, strides));
    }

    private static Kernel read(Node node, Strided from) {
        return new Kernel(
                node.op().label(),
                Work.of(new Read(node.dtype(), from)),
                List.of(Views.root(node.input(0)), node));
    }

    private static final int UNIT = 4096; // elements

    private record Read(DType dtype, Strided from) implements Phase {
        @Override
        public int units() {
            return Math.ceilDiv(from.size(), UNIT);
        }

        @Override
        public long cost() {
            return from.size();
        }

        @Override
        public void run(int first, int last, int thread, Operands o) {
            int begin = first * UNIT;
            int end = Math.min(from.size(), last * UNIT);
            from.gather(
                    dtype, o.array(0), o.offset(0), begin, end, o.array(1), o.offset(1) + begin);
        }
    }

    private record Write(DType dtype, int x, int y, Strided to) implements Phase {
        @Override
        public int units() {
            return Math.ceilDiv(to.size(), UNIT);
        }

        @Override
        public long cost() {
            return to.size();
        }

        @Override
        public void run(int first, int last, int thread, Operands o) {
            int begin = first * UNIT;
            int end = Math.min(to.size(), last * UNIT);
            to.scatter(dtype, o.array(x), o.offset(x) + begin, o.array(y), o.offset(y), begin, end);
        }
    }

    private record Fill(DType dtype, Object value, int slot, int size) implements Phase {
        @Override
        public int units() {
            return Math.ceilDiv(size, UNIT);
        }

        @Override
        public long cost() {
            return size / 4;
        }

        @Override
        public void run(int first, int last, int thread, Operands o) {
            int from = o.offset(slot) + first * UNIT;
            int to = o.offset(slot) + Math.min(size, last * UNIT);
            fill(dtype, value, o.array(slot), from, to);
        }
    }

    /// Fills part of an array with the one value of another.
    public static void fill(DType dtype, Object value, Object array, int from, int to) {
        switch (dtype) {
            case FLOAT32 -> java.util.Arrays.fill((float[]) array, from, to, ((float[]) value)[0]);
            case FLOAT64 ->
                    java.util.Arrays.fill((double[]) array, from, to, ((double[]) value)[0]);
            case INT32 -> java.util.Arrays.fill((int[]) array, from, to, ((int[]) value)[0]);
            case INT64 -> java.util.Arrays.fill((long[]) array, from, to, ((long[]) value)[0]);
            case UINT8, BOOL ->
                    java.util.Arrays.fill((byte[]) array, from, to, ((byte[]) value)[0]);
        }
    }
}
