package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A function of tensors as a node of a model that is drawn: what Keras makes of `x + y`, or of
/// `keras.ops.not_equal(x, 0)`.
///
/// It has the name of Keras's class, `NotEqual`, and is told numbers among its operands by their
/// places: `Operation.of("NotEqual").applyWith(Map.of("1", 0), x)`. Functions of one operand work
/// number by number, as do those of two, which are broadcast; `Mean`, `Sum`, `Max` and `Min` have
/// the options `axis`, by default all axes, and `keepdims`. Source: Keras's `ops`.
public final class Operation extends Layer<Operation> {
    private static final String NUMPY = "keras.src.ops.numpy";

    private static final Map<String, UnaryOperator<Tensor>> UNARY =
            Map.ofEntries(
                    Map.entry("Absolute", Tensor::abs),
                    Map.entry("Ceil", Tensor::ceil),
                    Map.entry("Cos", Tensor::cos),
                    Map.entry("Exp", Tensor::exp),
                    Map.entry("Expm1", Tensor::expm1),
                    Map.entry("Floor", Tensor::floor),
                    Map.entry("Log", Tensor::log),
                    Map.entry("Log1p", Tensor::log1p),
                    Map.entry("LogicalNot", Tensor::not),
                    Map.entry("Negative", Tensor::neg),
                    Map.entry("Sign", Tensor::sign),
                    Map.entry("Sin", Tensor::sin),
                    Map.entry("Sqrt", Tensor::sqrt),
                    Map.entry("Square", Tensor::square),
                    Map.entry("Tanh", Tensor::tanh));

    private static final Map<String, UnaryOperator<Tensor>> OF_NN =
            Map.of("Relu", Tensor::relu, "Sigmoid", Tensor::sigmoid, "Softplus", Tensor::softplus);

    private static final Map<String, BinaryOperator<Tensor>> BINARY =
            Map.ofEntries(
                    Map.entry("Add", Tensor::add),
                    Map.entry("Divide", Operation::quotient),
                    Map.entry("Equal", Tensor::equal),
                    Map.entry("Greater", Tensor::greater),
                    Map.entry("GreaterEqual", Tensor::greaterEqual),
                    Map.entry("Less", Tensor::less),
                    Map.entry("LessEqual", Tensor::lessEqual),
                    Map.entry("LogicalAnd", Tensor::and),
                    Map.entry("LogicalOr", Tensor::or),
                    Map.entry("Matmul", Tensor::matmul),
                    Map.entry("Maximum", Tensor::maximum),
                    Map.entry("Minimum", Tensor::minimum),
                    Map.entry("Mod", Tensor::mod),
                    Map.entry("Multiply", Tensor::mul),
                    Map.entry("NotEqual", Tensor::notEqual),
                    Map.entry("Power", Tensor::pow),
                    Map.entry("Subtract", Tensor::sub),
                    Map.entry("TrueDivide", Operation::quotient));

    /// Over axes, which stay, of length 1.
    private static final Map<String, Reduction> REDUCTIONS =
            Map.of(
                    "Max", Tensor::maxKeepDims,
                    "Mean", Tensor::meanKeepDims,
                    "Min", (x, axes) -> x.neg().maxKeepDims(axes).neg(),
                    "Sum", Tensor::sumKeepDims);

    private static Tensor quotient(Tensor x, Tensor y) {
        boolean isWhole = !x.dtype().isFloating() && !y.dtype().isFloating();
        return isWhole ? x.cast(DType.FLOAT32).div(y.cast(DType.FLOAT32)) : x.div(y);
    }

    private interface Reduction {
        Tensor of(Tensor x, int... axes);
    }

    private final String operation;
    private Optional<Object> axis = Optional.empty();
    private boolean keepdims;

    private Operation(String operation) {
        this.operation = operation;
    }

    /// The function of which Keras's class has this name.
    ///
    /// @throws HebbException if there is none
    public static Operation of(String operation) {
        var known = new TreeMap<String, Object>(UNARY);
        known.putAll(OF_NN);
        known.putAll(BINARY);
        known.putAll(REDUCTIONS);
        if (!known.containsKey(operation)) {
            throw HebbException.of("Operation.of", "there is no operation of that name")
                    .received("'" + operation + "'")
                    .expected(Nearest.oneOf(known.keySet()))
                    .fix(Nearest.fix(operation, known.keySet()));
        }
        return new Operation(operation);
    }

    /// The axes that `Mean`, `Sum`, `Max` and `Min` go over; 0 is the batch. Default: all.
    public Operation axis(int... axis) {
        Object value = axis.length == 1 ? axis[0] : Arrays.stream(axis).boxed().toList();
        return with(l -> l.axis = Optional.of(value));
    }

    /// Whether these axes stay, of length 1. Default: not.
    public Operation keepdims(boolean keepdims) {
        return with(l -> l.keepdims = keepdims);
    }

    /// Keras's name of the function's class.
    @Override
    public String className() {
        return operation;
    }

    /// Keras's module of that class.
    public String module() {
        return OF_NN.containsKey(operation) ? "keras.src.ops.nn" : NUMPY;
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        var binary = BINARY.get(operation);
        var operands = operands(s, xs);
        int count = binary == null ? 1 : 2;
        if (operands.size() != count) {
            throw s.wrong("the number of operands is wrong")
                    .received(operands.size())
                    .expected(count);
        }
        var x = operands.getFirst();
        if (binary != null) {
            return binary.apply(x, operands.getLast());
        }
        var reduction = REDUCTIONS.get(operation);
        if (reduction != null) {
            var axes = axes(x.rank());
            var y = reduction.of(x, axes);
            return keepdims || axes.length == 0 ? y : y.squeeze(axes);
        }
        var unary = OF_NN.containsKey(operation) ? OF_NN : UNARY;
        return Objects.requireNonNull(unary.get(operation)).apply(x);
    }

    /// Tensors, and the numbers between them.
    private static List<Tensor> operands(Scope s, List<Tensor> xs) {
        var operands = new ArrayList<Tensor>();
        var type = xs.getFirst().dtype();
        var given = xs.iterator();
        for (int i = 0; ; i++) {
            var number = s.argument(Integer.toString(i));
            if (number.isPresent()) {
                operands.add(scalar((Number) number.get(), type));
            } else if (given.hasNext()) {
                operands.add(given.next());
            } else {
                return operands;
            }
        }
    }

    /// A number takes the type of the tensor beside it; a fraction makes whole numbers float32.
    private static Tensor scalar(Number number, DType beside) {
        if (beside.isFloating()) {
            return Tensor.scalar(number.doubleValue(), beside);
        }
        var whole = beside == DType.BOOL ? DType.INT32 : beside;
        return Tensor.scalar(
                number.doubleValue(), number instanceof Integer ? whole : DType.FLOAT32);
    }

    private int[] axes(int rank) {
        return axis.map(a ->
                        a instanceof List<?> list
                                ? list.stream().mapToInt(v -> ((Number) v).intValue()).toArray()
                                : new int[] {((Number) a).intValue()})
                .orElseGet(() -> IntStream.range(0, rank).toArray());
    }

    @Override
    public Options options() {
        return REDUCTIONS.containsKey(operation)
                ? Options.none()
                        .optional("axis", Object.class, axis, v -> axis = v)
                        .and("keepdims", boolean.class, keepdims, v -> keepdims = v)
                : Options.none();
    }
}
