package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/// Elementwise functions of two tensors of one type, which broadcast. Each constant carries the
/// function, for floating point and for integers, and its derivatives.
///
/// float32 add, subtract, multiply and divide are the machine's; the others are the float64 result
/// rounded. bool knows MIN (and), MAX (or). Integers wrap around; they divide towards minus
/// infinity, as Python's, and by 0 to 0, as numpy's.
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
            (a, b) -> b == 0 ? 0 : Math.floorDiv(a, b),
            (a, b, y, dy) -> dy.over(b),
            (a, b, y, dy) -> dy.times(y.over(b)).negated()),
    /// a^b. An integer to a negative power is rounded towards 0, and 0 where a is 0.
    POW(
            StrictMath::pow,
            Binary::power,
            (a, b, y, dy) -> dy.times(slope(a, b)),
            (a, b, y, dy) -> dy.times(y.times(logOrZero(a)))),
    /// The smaller; NaN if either is; -0 is below +0. Of equals, half the gradient goes to each, as
    /// in Keras.
    MIN(
            Math::min,
            Math::min,
            (a, b, y, dy) -> chosen(a, b, y, dy),
            (a, b, y, dy) -> chosen(b, a, y, dy)),
    /// The larger; NaN if either is; +0 is above -0. Of equals, half the gradient goes to each, as
    /// in Keras.
    MAX(
            Math::max,
            Math::max,
            (a, b, y, dy) -> chosen(a, b, y, dy),
            (a, b, y, dy) -> chosen(b, a, y, dy)),
    /// a - b ⌊a / b⌋: the remainder with the divisor's sign, as Python's `%`.
    MOD(
            Binary::remainder,
            (a, b) -> b == 0 ? 0 : Math.floorMod(a, b),
            (a, b, y, dy) -> dy,
            (a, b, y, dy) -> dy.times(Node.of(Unary.FLOOR, a.over(b))).negated()),
    /// The angle of the point (b, a), as `Math.atan2(a, b)`. Floating point only.
    ATAN2(
            StrictMath::atan2,
            (a, b) -> {
                throw new IllegalArgumentException("atan2 of integers");
            },
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
        if (this == ATAN2) {
            Check.floating(this, a);
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

    /// b a^(b-1), and 0 where b is 0, even if a is 0.
    private static Node slope(Node a, Node b) {
        var power = Node.of(POW, a, b.minus(Node.scalar(1, b.dtype())));
        return b.times(power).where(Node.of(Compare.NOT_EQUAL, b, Node.scalar(0, b.dtype())));
    }

    // 0^b does not depend on b, where log 0 would make it NaN
    private static Node logOrZero(Node a) {
        var positive = Node.of(Compare.GREATER, a, Node.scalar(0, a.dtype()));
        var one = Node.scalar(1, a.dtype());
        return Node.of(Unary.LOG, Node.of(Select.INSTANCE, positive, a, one));
    }

    private static long power(long a, long b) {
        if (b < 0) {
            return a == 1 || (a == -1 && b % 2 == 0) ? 1 : a == -1 ? -1 : 0;
        }
        long result = 1;
        long square = a;
        for (long rest = b; rest > 0; rest >>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    private static double remainder(double a, double b) {
        double r = a % b;
        return r != 0 && (r < 0) != (b < 0) ? r + b : r;
    }

    private interface Rule {
        Node apply(Node a, Node b, Node y, Node dy);
    }
}
