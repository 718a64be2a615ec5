package hebb.core.tensor;

import hebb.core.op.Binary;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Op;
import hebb.core.op.Unary;
import hebb.core.shape.DType;

/// What a tensor computes element by element.
sealed interface Elementwise permits Tensor {
    Tensor self();

    // ---- with another

    default Tensor add(Tensor other) {
        return Pair.apply(Binary.ADD, self(), other);
    }

    default Tensor add(double number) {
        return Pair.apply(Binary.ADD, self(), number);
    }

    default Tensor sub(Tensor other) {
        return Pair.apply(Binary.SUB, self(), other);
    }

    default Tensor sub(double number) {
        return Pair.apply(Binary.SUB, self(), number);
    }

    default Tensor mul(Tensor other) {
        return Pair.apply(Binary.MUL, self(), other);
    }

    default Tensor mul(double number) {
        return Pair.apply(Binary.MUL, self(), number);
    }

    /// The quotient; of integers it is rounded down, as Python's `//`.
    default Tensor div(Tensor other) {
        return Pair.apply(Binary.DIV, self(), other);
    }

    default Tensor div(double number) {
        return Pair.apply(Binary.DIV, self(), number);
    }

    default Tensor pow(Tensor exponent) {
        return Pair.apply(Binary.POW, self(), exponent);
    }

    default Tensor pow(double exponent) {
        return Pair.apply(Binary.POW, self(), exponent);
    }

    /// The remainder with the divisor's sign, as Python's `%`.
    default Tensor mod(Tensor divisor) {
        return Pair.apply(Binary.MOD, self(), divisor);
    }

    default Tensor mod(double divisor) {
        return Pair.apply(Binary.MOD, self(), divisor);
    }

    /// The smaller of the two; NaN if either is.
    default Tensor minimum(Tensor other) {
        return Pair.apply(Binary.MIN, self(), other);
    }

    default Tensor minimum(double number) {
        return Pair.apply(Binary.MIN, self(), number);
    }

    /// The larger of the two; NaN if either is.
    default Tensor maximum(Tensor other) {
        return Pair.apply(Binary.MAX, self(), other);
    }

    default Tensor maximum(double number) {
        return Pair.apply(Binary.MAX, self(), number);
    }

    /// Limited to between `low` and `high`.
    default Tensor clip(double low, double high) {
        return maximum(low).minimum(high);
    }

    /// The angle of the point (x, this).
    default Tensor atan2(Tensor x) {
        return Pair.apply(Binary.ATAN2, self(), x);
    }

    // ---- compared: bool

    default Tensor equal(Tensor other) {
        return Pair.apply(Compare.EQUAL, self(), other);
    }

    default Tensor equal(double number) {
        return Pair.apply(Compare.EQUAL, self(), number);
    }

    default Tensor notEqual(Tensor other) {
        return Pair.apply(Compare.NOT_EQUAL, self(), other);
    }

    default Tensor notEqual(double number) {
        return Pair.apply(Compare.NOT_EQUAL, self(), number);
    }

    default Tensor less(Tensor other) {
        return Pair.apply(Compare.LESS, self(), other);
    }

    default Tensor less(double number) {
        return Pair.apply(Compare.LESS, self(), number);
    }

    default Tensor lessEqual(Tensor other) {
        return Pair.apply(Compare.LESS_EQUAL, self(), other);
    }

    default Tensor lessEqual(double number) {
        return Pair.apply(Compare.LESS_EQUAL, self(), number);
    }

    default Tensor greater(Tensor other) {
        return Pair.apply(Compare.GREATER, self(), other);
    }

    default Tensor greater(double number) {
        return Pair.apply(Compare.GREATER, self(), number);
    }

    default Tensor greaterEqual(Tensor other) {
        return Pair.apply(Compare.GREATER_EQUAL, self(), other);
    }

    default Tensor greaterEqual(double number) {
        return Pair.apply(Compare.GREATER_EQUAL, self(), number);
    }

    /// Both hold (bool).
    default Tensor and(Tensor other) {
        return Pair.apply(Binary.MIN, self(), other);
    }

    /// One holds, or both (bool).
    default Tensor or(Tensor other) {
        return Pair.apply(Binary.MAX, self(), other);
    }

    /// It does not hold (bool).
    default Tensor not() {
        return Tensor.apply(Unary.NOT, self());
    }

    // ---- alone

    /// Converted to another type, as Java casts: see [Cast].
    default Tensor cast(DType dtype) {
        return dtype == self().dtype() ? self() : Tensor.apply(new Cast(dtype), self());
    }

    default Tensor neg() {
        return Tensor.apply(Unary.NEG, self());
    }

    default Tensor abs() {
        return Tensor.apply(Unary.ABS, self());
    }

    /// -1, 0 or 1.
    default Tensor sign() {
        return Tensor.apply(Unary.SIGN, self());
    }

    default Tensor square() {
        return mul(self());
    }

    default Tensor sqrt() {
        return Tensor.apply(Unary.SQRT, self());
    }

    /// 1 / √x.
    default Tensor rsqrt() {
        return Tensor.scalar(1, self().dtype()).div(sqrt());
    }

    /// 1 / x.
    default Tensor reciprocal() {
        return Tensor.scalar(1, self().dtype()).div(self());
    }

    default Tensor exp() {
        return Tensor.apply(Unary.EXP, self());
    }

    /// e^x - 1, accurate near 0.
    default Tensor expm1() {
        return Tensor.apply(Unary.EXPM1, self());
    }

    default Tensor log() {
        return Tensor.apply(Unary.LOG, self());
    }

    /// log(1 + x), accurate near 0.
    default Tensor log1p() {
        return Tensor.apply(Unary.LOG1P, self());
    }

    default Tensor sin() {
        return Tensor.apply(Unary.SIN, self());
    }

    default Tensor cos() {
        return Tensor.apply(Unary.COS, self());
    }

    default Tensor tan() {
        return Tensor.apply(Unary.TAN, self());
    }

    default Tensor asin() {
        return Tensor.apply(Unary.ASIN, self());
    }

    default Tensor acos() {
        return Tensor.apply(Unary.ACOS, self());
    }

    default Tensor atan() {
        return Tensor.apply(Unary.ATAN, self());
    }

    default Tensor sinh() {
        return Tensor.apply(Unary.SINH, self());
    }

    default Tensor cosh() {
        return Tensor.apply(Unary.COSH, self());
    }

    default Tensor tanh() {
        return Tensor.apply(Unary.TANH, self());
    }

    /// 1 / (1 + e^-x).
    default Tensor sigmoid() {
        return Tensor.apply(Unary.SIGMOID, self());
    }

    /// max(x, 0).
    default Tensor relu() {
        return Tensor.apply(Unary.RELU, self());
    }

    /// log(1 + e^x), without overflow.
    default Tensor softplus() {
        return maximum(0).add(abs().neg().exp().log1p());
    }

    /// The error function.
    default Tensor erf() {
        return Tensor.apply(Unary.ERF, self());
    }

    default Tensor floor() {
        return Tensor.apply(Unary.FLOOR, self());
    }

    default Tensor ceil() {
        return Tensor.apply(Unary.CEIL, self());
    }

    /// The nearest integer, halves to even.
    default Tensor round() {
        return Tensor.apply(Unary.ROUND, self());
    }

    /// Whether it is neither NaN nor infinite: bool.
    default Tensor isFinite() {
        return sub(self()).equal(0);
    }

    /// An op of two operands, brought to one type.
    final class Pair {
        private Pair() {}

        static Tensor apply(Op op, Tensor a, Tensor b) {
            var type = a.dtype().promote(b.dtype());
            return Tensor.apply(op, a.cast(type), b.cast(type));
        }

        /// A Java number takes the tensor's type if that can hold it, else the next wider one that
        /// can: a fraction makes an integer tensor float32. With bool it is int32.
        static Tensor apply(Op op, Tensor a, double number) {
            var least = a.dtype() == DType.BOOL ? DType.INT32 : a.dtype();
            return apply(op, a, Tensor.scalar(number, least.promote(narrowest(number))));
        }

        private static DType narrowest(double number) {
            if (number != Math.rint(number) || Math.abs(number) >= 0x1p63) {
                return DType.FLOAT32;
            }
            return number >= 0 && number <= 255
                    ? DType.UINT8
                    : number == (int) number ? DType.INT32 : DType.INT64;
        }
    }
}
