package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Elementwise functions of one tensor. Each constant carries the function and its derivative.
///
/// float64 is computed by `StrictMath`; float32 by [Float32] where it has the function, else by
/// rounding the float64 result. Integers know NEG, ABS and SIGN; bool knows NOT.
public enum Unary implements Op {
    NEG(x -> -x, x -> -x, (x, y, dy) -> dy.negated()),
    ABS(Math::abs, Math::abs, (x, y, dy) -> dy.times(Node.of(sign(), x))),
    /// -1, 0 or 1; its gradient is zero.
    SIGN(Math::signum, Math::signum, null),
    SQRT(Math::sqrt, x -> (float) Math.sqrt(x), (x, y, dy) -> dy.over(y.times(2))),
    EXP(StrictMath::exp, Float32::exp, (x, y, dy) -> dy.times(y)),
    EXPM1(StrictMath::expm1, null, (x, y, dy) -> dy.times(y.plus(Node.scalar(1, y.dtype())))),
    LOG(StrictMath::log, Float32::log, (x, y, dy) -> dy.over(x)),
    LOG1P(StrictMath::log1p, null, (x, y, dy) -> dy.over(x.plus(Node.scalar(1, x.dtype())))),
    SIN(StrictMath::sin, null, (x, y, dy) -> dy.times(Node.of(cos(), x))),
    COS(StrictMath::cos, null, (x, y, dy) -> dy.times(Node.of(sin(), x)).negated()),
    TAN(StrictMath::tan, null, (x, y, dy) -> dy.plus(dy.times(y.times(y)))),
    ASIN(StrictMath::asin, null, (x, y, dy) -> dy.over(Node.of(sqrt(), oneMinusSquare(x)))),
    ACOS(
            StrictMath::acos,
            null,
            (x, y, dy) -> dy.over(Node.of(sqrt(), oneMinusSquare(x))).negated()),
    ATAN(StrictMath::atan, null, (x, y, dy) -> dy.over(x.times(x).plus(Node.scalar(1, x.dtype())))),
    SINH(StrictMath::sinh, null, (x, y, dy) -> dy.times(Node.of(cosh(), x))),
    COSH(StrictMath::cosh, null, (x, y, dy) -> dy.times(Node.of(sinh(), x))),
    TANH(StrictMath::tanh, Float32::tanh, (x, y, dy) -> dy.times(oneMinusSquare(y))),
    /// 1 / (1 + e^-x).
    SIGMOID(
            Unary::sigmoid,
            Float32::sigmoid,
            (x, y, dy) -> dy.times(y.times(Node.scalar(1, y.dtype()).minus(y)))),
    /// max(x, 0); its gradient at 0 is 0, as in Keras.
    RELU(
            x -> Math.max(x, 0d),
            x -> Math.max(x, 0f),
            (x, y, dy) -> dy.where(Node.of(Compare.GREATER, y, Node.scalar(0, y.dtype())))),
    /// The error function.
    ERF(
            Erf::of,
            null,
            (x, y, dy) ->
                    dy.times(Node.of(exp(), x.times(x).negated()).times(2 / Math.sqrt(Math.PI)))),
    /// The largest integer not above x; its gradient is zero.
    FLOOR(Math::floor, x -> (float) Math.floor(x), null),
    /// The smallest integer not below x; its gradient is zero.
    CEIL(Math::ceil, x -> (float) Math.ceil(x), null),
    /// The nearest integer, halves to even as numpy; its gradient is zero.
    ROUND(Math::rint, x -> (float) Math.rint(x), null),
    /// Logical negation of bool.
    NOT(x -> x == 0 ? 1 : 0, x -> x == 0 ? 1 : 0, null);

    private final DoubleUnaryOperator function;
    private final FloatFunction floatFunction;
    private final @Nullable Rule rule;

    Unary(
            DoubleUnaryOperator function,
            @Nullable FloatFunction floatFunction,
            @Nullable Rule rule) {
        this.function = function;
        this.floatFunction =
                floatFunction == null ? x -> (float) function.applyAsDouble(x) : floatFunction;
        this.rule = rule;
    }

    /// The function's value in float64.
    public double apply(double x) {
        return function.applyAsDouble(x);
    }

    /// The function's value in float32: these very bits on every engine.
    public float apply(float x) {
        return floatFunction.apply(x);
    }

    /// The value for integers (and of NOT for bool, as 0 and 1); narrower types keep the low bits.
    public long apply(long x) {
        return switch (this) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> Long.signum(x);
            case NOT -> x == 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(label() + " of an integer");
        };
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        boolean fits =
                switch (this) {
                    case NOT -> x.dtype() == DType.BOOL;
                    case NEG, ABS, SIGN -> x.dtype() != DType.BOOL && x.dtype() != DType.UINT8;
                    default -> x.dtype().isFloating();
                };
        if (!fits) {
            throw HebbException.of(label(), "not defined for " + x.dtype())
                    .received(x)
                    .expected(
                            switch (this) {
                                case NOT -> "bool";
                                case NEG, ABS, SIGN -> "float32, float64, int32 or int64";
                                default -> "float32 or float64";
                            })
                    .fix(this == NOT ? "x.notEqual(0)" : "x.cast(DType.FLOAT32)");
        }
        return x;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var derivative = rule;
        if (derivative != null) {
            to.add(0, () -> derivative.apply(y.input(0), y, dy));
        }
    }

    // An enum constant cannot name a later one in its own arguments.
    private static Unary sign() {
        return SIGN;
    }

    private static Unary sqrt() {
        return SQRT;
    }

    private static Unary exp() {
        return EXP;
    }

    private static Unary sin() {
        return SIN;
    }

    private static Unary cos() {
        return COS;
    }

    private static Unary sinh() {
        return SINH;
    }

    private static Unary cosh() {
        return COSH;
    }

    private static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    private static Node oneMinusSquare(Node x) {
        return Node.scalar(1, x.dtype()).minus(x.times(x));
    }

    private interface FloatFunction {
        float apply(float x);
    }

    private interface Rule {
        Node apply(Node x, Node y, Node dy);
    }
}
