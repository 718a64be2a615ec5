package hebb.core.tensor;

import hebb.core.grad.Gradients;
import hebb.core.op.Broadcast;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.CustomGradient;
import hebb.core.op.Iota;
import hebb.core.op.LogSoftmax;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Select;
import hebb.core.op.Softmax;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbers in a box of any number of axes. Immutable; there is nothing to close.
///
/// A tensor has a value, and its methods compute at once; or it is being recorded by [Traced], and
/// they record themselves. The program is the same. Operands broadcast as in numpy; of two types
/// the result takes the wider ([DType#promote]); a Java number takes the tensor's type.
public final class Tensor implements Elementwise, Shaping, Reductions, Convolving {
    private final Spec spec;
    private final @Nullable Object data;
    private final @Nullable Trace trace;
    private final @Nullable Node node;

    Tensor(Object data, Spec spec) {
        this.spec = spec;
        this.data = data;
        this.trace = null;
        this.node = null;
    }

    Tensor(Trace trace, Node node) {
        this.spec = node.spec();
        this.data = null;
        this.trace = trace;
        this.node = node;
    }

    // ---- made of values

    /// A float32 tensor of one axis.
    public static Tensor of(float... values) {
        return new Tensor(values.clone(), new Spec(Shape.of(values.length), DType.FLOAT32));
    }

    /// A float64 tensor of one axis, as numpy makes of Python's numbers.
    public static Tensor of(double... values) {
        return new Tensor(values.clone(), new Spec(Shape.of(values.length), DType.FLOAT64));
    }

    /// An int32 tensor of one axis.
    public static Tensor of(int... values) {
        return new Tensor(values.clone(), new Spec(Shape.of(values.length), DType.INT32));
    }

    /// An int64 tensor of one axis.
    public static Tensor of(long... values) {
        return new Tensor(values.clone(), new Spec(Shape.of(values.length), DType.INT64));
    }

    /// A bool tensor of one axis.
    public static Tensor of(boolean... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return new Tensor(bytes, new Spec(Shape.of(values.length), DType.BOOL));
    }

    /// A float32 tensor of the rows.
    public static Tensor of(float[][] rows) {
        return ofRows(rows, DType.FLOAT32);
    }

    /// A float64 tensor of the rows.
    public static Tensor of(double[][] rows) {
        return ofRows(rows, DType.FLOAT64);
    }

    /// An int32 tensor of the rows.
    public static Tensor of(int[][] rows) {
        return ofRows(rows, DType.INT32);
    }

    private static Tensor ofRows(Object[] rows, DType dtype) {
        int columns = rows.length == 0 ? 0 : Array.getLength(rows[0]);
        var data = dtype.array(Math.multiplyExact(rows.length, columns));
        for (int i = 0; i < rows.length; i++) {
            if (Array.getLength(rows[i]) != columns) {
                throw HebbException.of("Tensor.of", "the rows differ in length")
                        .received(Array.getLength(rows[i]) + " elements in row " + i)
                        .expected(columns + ", as in row 0");
            }
            System.arraycopy(rows[i], 0, data, i * columns, columns);
        }
        return new Tensor(data, new Spec(Shape.of(rows.length, columns), dtype));
    }

    /// A tensor over a copy of `array`, whose class must be the one [DType] names, in row-major
    /// order.
    ///
    /// @throws HebbException if the number of elements is not the shape's
    public static Tensor of(Object array, Spec spec) {
        int size = spec.shape().size();
        if (!array.getClass().equals(spec.dtype().array(0).getClass())
                || Array.getLength(array) != size) {
            throw HebbException.of("Tensor.of", "the array does not fit the shape")
                    .received(
                            array.getClass().getSimpleName()
                                    + " with "
                                    + Array.getLength(array)
                                    + " elements")
                    .expected(size + " elements for " + spec);
        }
        var copy = spec.dtype().array(size);
        System.arraycopy(array, 0, copy, 0, size);
        return new Tensor(copy, spec);
    }

    /// A tensor of the elements that `writer` puts, in row-major order, into the new array of zeros
    /// it is given, of the class that [DType] names. Spares the copy that the method [#of] for
    /// arrays makes; `writer` must not keep the array.
    public static Tensor filled(Spec spec, Consumer<Object> writer) {
        var array = spec.dtype().array(spec.shape().size());
        writer.accept(array);
        return new Tensor(array, spec);
    }

    /// One number without axes, of that type.
    public static Tensor scalar(double value, DType dtype) {
        return new Tensor(Constant.scalar(value, dtype).data(), new Spec(Shape.of(), dtype));
    }

    /// float32 zeros.
    public static Tensor zeros(int... dims) {
        return zeros(Spec.of(dims));
    }

    /// Zeros of any type.
    public static Tensor zeros(Spec spec) {
        return new Tensor(spec.dtype().array(spec.shape().size()), spec);
    }

    /// float32 ones.
    public static Tensor ones(int... dims) {
        return full(1, Spec.of(dims));
    }

    /// All elements of one value. Axes may be unknown where a recording is under way.
    public static Tensor full(double value, Spec spec) {
        var trace = Trace.current();
        if (trace != null && !spec.shape().isKnown()) {
            var number = Node.scalar(value, spec.dtype());
            return new Tensor(trace, Node.of(new Broadcast(spec.shape()), number));
        }
        return scalar(value, spec.dtype()).broadcastTo(spec.shape());
    }

    /// int32: 0, 1, … up to before `end`.
    public static Tensor arange(int end) {
        return of(IntStream.range(0, end).toArray());
    }

    /// 0, 1, … along one axis of a shape, the same along all others.
    public static Tensor iota(Spec spec, int axis) {
        var trace = Trace.current();
        var op = new Iota(spec, spec.shape().axis(axis));
        return trace == null ? Eager.run(op, List.of()) : new Tensor(trace, Node.of(op));
    }

    /// float64: `count` numbers evenly from `start` to `end`, both included. numpy: `linspace`.
    public static Tensor linspace(double start, double end, int count) {
        double step = count > 1 ? (end - start) / (count - 1) : 0;
        var values = IntStream.range(0, count).mapToDouble(i -> start + i * step).toArray();
        if (count > 1) {
            values[count - 1] = end;
        }
        return of(values);
    }

    /// float32: ones on the diagonal of a matrix of `n` rows and columns, zeros elsewhere.
    public static Tensor eye(int n) {
        return arange(n).expandDims(1).equal(arange(n)).cast(DType.FLOAT32);
    }

    /// The tensors one behind the other along an axis.
    public static Tensor concat(int axis, Tensor... tensors) {
        requireSome("Tensor.concat", tensors);
        return apply(new Concat(tensors[0].shape().axis(axis)), tensors);
    }

    /// The tensors, of one shape, side by side along a new axis.
    public static Tensor stack(int axis, Tensor... tensors) {
        requireSome("Tensor.stack", tensors);
        return concat(
                axis < 0 ? axis + tensors[0].rank() + 1 : axis,
                Arrays.stream(tensors).map(t -> t.expandDims(axis)).toArray(Tensor[]::new));
    }

    private static void requireSome(String method, Tensor... tensors) {
        if (tensors.length == 0) {
            throw HebbException.of(method, "there is nothing to join")
                    .expected("at least one tensor");
        }
    }

    /// Products summed over axes, in Einstein's notation: `Tensor.einsum("ij,jk->ik", a, b)` is a
    /// matrix product. Each axis has a letter; `...` are all axes without one, which broadcast; the
    /// result keeps the axes behind `->`. numpy: `einsum`.
    ///
    /// @throws HebbException if the equation does not fit the tensors, or a term has a letter twice
    public static Tensor einsum(String equation, Tensor... operands) {
        requireSome("Tensor.einsum", operands);
        return Einsum.of(equation, operands);
    }

    /// Element by element, `a` where the condition (bool) holds and `b` elsewhere.
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        var type = a.dtype().promote(b.dtype());
        return apply(Select.INSTANCE, condition, a.cast(type), b.cast(type));
    }

    // ---- looked at

    public Spec spec() {
        return spec;
    }

    @Override
    public Shape shape() {
        return spec.shape();
    }

    public DType dtype() {
        return spec.dtype();
    }

    /// The number of axes.
    public int rank() {
        return spec.shape().rank();
    }

    /// The length of an axis, counted from the end if negative.
    public int dim(int axis) {
        return spec.shape().dim(axis);
    }

    /// The number of elements.
    public int size() {
        return spec.shape().size();
    }

    /// The only element, as a double.
    public double item() {
        if (size() != 1) {
            throw HebbException.of("Tensor.item", "there is not just one element")
                    .received(spec)
                    .fix(
                            "x.at(i, j, …) for one element, x.mean() or x.sum() for one number of all");
        }
        return Elements.read(data(), dtype(), 0);
    }

    /// The element at these positions, one an axis, as a double. Positions count from the end if
    /// negative.
    public double at(int... position) {
        return Elements.read(data(), dtype(), Elements.index(shape(), position));
    }

    /// The elements in row-major order, as a new array, converted as [#cast] does.
    public float[] toFloats() {
        return ((float[]) cast(DType.FLOAT32).data()).clone();
    }

    /// The elements in row-major order, as a new array, converted as [#cast] does.
    public double[] toDoubles() {
        return ((double[]) cast(DType.FLOAT64).data()).clone();
    }

    /// The elements in row-major order, as a new array, converted as [#cast] does.
    public int[] toInts() {
        return ((int[]) cast(DType.INT32).data()).clone();
    }

    /// A copy of the elements in row-major order, in an array of the class that [DType] names.
    public Object toArray() {
        var copy = dtype().array(size());
        System.arraycopy(data(), 0, copy, 0, size());
        return copy;
    }

    /// Copies elements, in row-major order from element `from`, into an array of the class that
    /// [DType] names.
    public void copyTo(Object array, int from, int at, int count) {
        System.arraycopy(data(), from, array, at, count);
    }

    /// Whether it is being recorded and has no value yet.
    public boolean isRecorded() {
        return trace != null;
    }

    // ---- differentiated

    /// The gradients of the sum of this tensor's elements with respect to variables, in a [Traced]
    /// function.
    ///
    /// They are those of the value that was last read or assigned before this.
    public List<Tensor> gradients(List<Variable> variables) {
        var recording = recording("gradients");
        return differentiate(variables.stream().map(recording::value).toList());
    }

    /// The gradient with respect to one variable.
    public Tensor gradient(Variable variable) {
        return gradients(List.of(variable)).getFirst();
    }

    /// The gradient with respect to a tensor from which this one was computed, in a [Traced]
    /// function.
    public Tensor gradient(Tensor input) {
        return differentiate(List.of(input)).getFirst();
    }

    private List<Tensor> differentiate(List<Tensor> inputs) {
        var recording = recording("gradient");
        return Gradients.of(recording.node(this), inputs.stream().map(recording::node).toList())
                .stream()
                .map(g -> new Tensor(recording, g))
                .toList();
    }

    private Trace recording(String method) {
        var current = Trace.current();
        if (current == null || trace != current) {
            throw HebbException.of("Tensor." + method, "nothing was recorded to differentiate")
                    .received("a tensor with a value")
                    .expected("a tensor computed in a traced function")
                    .fix("Traced.of(x -> { …; loss.gradient(w) … }).run(x)");
        }
        return current;
    }

    /// The same value, through which no gradient flows. Keras: `ops.stop_gradient`.
    public Tensor stopGradient() {
        return apply(CustomGradient.STOP, this);
    }

    /// If this was just computed as the softmax of something over the last axis: that. Losses use
    /// it to compute from logits, as Keras does, where the probabilities would lose accuracy.
    public Optional<Tensor> softmaxInput() {
        return inputOf(Softmax.INSTANCE);
    }

    /// If this was just computed as the sigmoid of something: that.
    public Optional<Tensor> sigmoidInput() {
        return inputOf(Unary.SIGMOID);
    }

    private Optional<Tensor> inputOf(Op op) {
        return trace != null && node != null && node.op().equals(op)
                ? Optional.of(new Tensor(trace, node.input(0)))
                : Optional.empty();
    }

    // ---- computed

    /// e^x over its sum, over the last axis.
    public Tensor softmax() {
        return apply(Softmax.INSTANCE, this);
    }

    /// The logarithm of [#softmax()], computed without its loss of accuracy.
    public Tensor logSoftmax() {
        return apply(LogSoftmax.INSTANCE, this);
    }

    static Tensor apply(Op op, Tensor... inputs) {
        Trace recording = null;
        for (var input : inputs) {
            if (input.trace != null) {
                recording = input.trace;
            }
        }
        if (recording == null) {
            return Eager.run(op, List.of(inputs));
        }
        return new Tensor(
                recording, Node.of(op, Arrays.stream(inputs).map(recording::node).toList()));
    }

    @Override
    public Tensor self() {
        return this;
    }

    // ---- inside this room

    Object data() {
        if (data == null) {
            throw HebbException.of("Tensor", "a tensor that is being recorded has no value yet")
                    .received(spec)
                    .expected("a tensor outside of a traced function")
                    .fix("return it from the traced function and look at what run(…) gives");
        }
        return data;
    }

    @Nullable Trace trace() {
        return trace;
    }

    Node node() {
        if (node == null) {
            throw new IllegalStateException("a tensor with a value has no node");
        }
        return node;
    }

    /// The values as numpy prints them; of a recorded tensor, what it is.
    @Override
    public String toString() {
        return data == null ? "recorded " + node : TensorText.of(data, spec);
    }
}
