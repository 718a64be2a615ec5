package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/// Elementwise functions of two tensors of one type, which broadcast. Each constant carries the function, for
/// floating point and for integers, and its derivatives.
///
/// float32 add, subtract, multiply and divide are the machine's; the others are the float64 result rounded.
/// bool knows MIN (and), MAX (or). Integer division and remainder round towards minus infinity, as Python's.
public enum Binary implements Op {
    ADD(Double::sum, Long::sum, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy),
    SUB((a, b) -> a - b, (a, b) -> a - b, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy.negated()),
    MUL(
            (a, b) -> a * b,
            (a, b) -> a * b,
            (a, b, y, dy) -> dy.times(b),
            (a, b, y, dy) -> dy.times(a)),
    DIV(
            (a, b) -> a / b,
            Math::floorDiv,
            (a, b, y, dy) -> dy.over(b),
            (a, b, y, dy) -> dy.times(y.over(b)).negated()),
    /// a^b.
    POW(
            StrictMath::pow,
            (a, b) -> Math.round(StrictMath.pow((double) a, (double) b)),
            (a, b, y, dy) ->
                    dy.times(b.times(Node.of(pow(), a, b.minus(Node.scalar(1, b.dtype()))))),
            // 0^b does not depend on b, where log 0 would make it NaN
            (a, b, y, dy) -> dy.times(y.times(logOrZero(a)))),
    /// The smaller; NaN if either is. Of equals, half the gradient goes to each, as in Keras.
    MIN(
            Math::min,
            Math::min,
            (a, b, y, dy) -> chosen(a, b, y, dy),
            (a, b, y, dy) -> chosen(b, a, y, dy)),
    /// The larger; NaN if either is. Of equals, half the gradient goes to each, as in Keras.
    MAX(
            Math::max,
            Math::max,
            (a, b, y, dy) -> chosen(a, b, y, dy),
            (a, b, y, dy) -> chosen(b, a, y, dy)),
    /// a - b ⌊a / b⌋: the remainder with the divisor's sign, as Python's `%`.
    MOD(
            Binary::remainder,
            Math::floorMod,
            (a, b, y, dy) -> dy,
            (a, b, y, dy) -> dy.times(Node.of(Unary.FLOOR, a.over(b))).negated()),
    /// The angle of the point (b, a), as `Math.atan2(a, b)`.
    ATAN2(
            StrictMath::atan2,
            (a, b) -> (long) StrictMath.atan2((double) a, (double) b),
            (a, b, y, dy) -> dy.times(b.over(a.times(a).plus(b.times(b)))),
            (a, b, y, dy) -> dy.times(a.over(a.times(a).plus(b.times(b)))).negated());

    private final DoubleBinaryOperator function;
    private final LongBinaryOperator whole;
    private final Rule first;
    private final Rule second;

    Binary(DoubleBinaryOperator function, LongBinaryOperator whole, Rule first, Rule second) {
        this.function = function;
        this.whole = whole;
        this.first = first;
        this.second = second;
    }

    /// The value in float64.
    public double apply(double a, double b) {
        return function.applyAsDouble(a, b);
    }

    /// The value in float32. For `+ - * /` the rounded float64 result is the correctly rounded one.
    public float apply(float a, float b) {
        return (float) function.applyAsDouble(a, b);
    }

    /// The value for integers (and for bool, as 0 and 1); narrower types keep the low bits.
    public long apply(long a, long b) {
        return whole.applyAsLong(a, b);
    }

    @Override
    public String label() {
        return switch (this) {
            case SUB -> "subtract";
            case MUL -> "multiply";
            case DIV -> "divide";
            case POW -> "power";
            case MIN -> "minimum";
            case MAX -> "maximum";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var a = inputs.get(0);
        var b = inputs.get(1);
        var type = Check.sameType(this, a, b);
        if (type == DType.BOOL && this != MIN && this != MAX) {
            throw HebbException.of(label(), "not defined for bool")
                    .received(a + " and " + b)
                    .expected("numbers")
                    .fix("x.cast(DType.FLOAT32)");
        }
        return new Spec(Broadcasting.of(label(), a.shape(), b.shape()), type);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> first.apply(y.input(0), y.input(1), y, dy));
        to.add(1, () -> second.apply(y.input(0), y.input(1), y, dy));
    }

    private static Node chosen(Node mine, Node other, Node y, Node dy) {
        var tied = Node.of(Compare.EQUAL, mine, other);
        return Node.of(
                Select.INSTANCE, tied, dy.times(0.5), dy.where(Node.of(Compare.EQUAL, mine, y)));
    }

    private static Node logOrZero(Node a) {
        return Node.of(Unary.LOG, a).where(Node.of(Compare.GREATER, a, Node.scalar(0, a.dtype())));
    }

    private static Binary pow() {
        return POW;
    }

    private static double remainder(double a, double b) {
        double r = a % b;
        return r != 0 && (r < 0) != (b < 0) ? r + b : r;
    }

    private interface Rule {
        Node apply(Node a, Node b, Node y, Node dy);
    }
}
