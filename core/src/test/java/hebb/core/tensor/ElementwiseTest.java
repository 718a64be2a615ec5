package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OnReference.class)
class ElementwiseTest {
    private static final Tensor A = Tensor.of(6f, -7f);
    private static final Tensor B = Tensor.of(4f, 2f);

    @Test
    void calculatesWithAnother() {
        assertThat(A.add(B).toFloats()).containsExactly(10, -5);
        assertThat(A.sub(B).toFloats()).containsExactly(2, -9);
        assertThat(A.mul(B).toFloats()).containsExactly(24, -14);
        assertThat(A.div(B).toFloats()).containsExactly(1.5f, -3.5f);
        assertThat(A.pow(B).toFloats()).containsExactly(1296, 49);
        assertThat(A.mod(B).toFloats()).containsExactly(2, 1);
        assertThat(A.minimum(B).toFloats()).containsExactly(4, -7);
        assertThat(A.maximum(B).toFloats()).containsExactly(6, 2);
        assertThat(A.atan2(B).toDoubles())
                .containsExactly((float) Math.atan2(6, 4), (float) Math.atan2(-7, 2));
    }

    @Test
    void calculatesWithANumber() {
        assertThat(A.add(1).toFloats()).containsExactly(7, -6);
        assertThat(A.sub(1).toFloats()).containsExactly(5, -8);
        assertThat(A.mul(2).toFloats()).containsExactly(12, -14);
        assertThat(A.div(4).toFloats()).containsExactly(1.5f, -1.75f);
        assertThat(A.pow(2).toFloats()).containsExactly(36, 49);
        assertThat(A.mod(4).toFloats()).containsExactly(2, 1);
        assertThat(A.minimum(0).toFloats()).containsExactly(0, -7);
        assertThat(A.maximum(0).toFloats()).containsExactly(6, 0);
        assertThat(A.clip(-1, 1).toFloats()).containsExactly(1, -1);
    }

    @Test
    void compares() {
        var x = Tensor.of(1, 2, 3);
        var y = Tensor.of(2, 2, 2);
        truths(x.equal(y), 0, 1, 0);
        truths(x.notEqual(y), 1, 0, 1);
        truths(x.less(y), 1, 0, 0);
        truths(x.lessEqual(y), 1, 1, 0);
        truths(x.greater(y), 0, 0, 1);
        truths(x.greaterEqual(y), 0, 1, 1);
        truths(x.equal(2), 0, 1, 0);
        truths(x.notEqual(2), 1, 0, 1);
        truths(x.less(2), 1, 0, 0);
        truths(x.lessEqual(2), 1, 1, 0);
        truths(x.greater(2), 0, 0, 1);
        truths(x.greaterEqual(2), 0, 1, 1);
    }

    @Test
    void knowsLogic() {
        var x = Tensor.of(true, true, false, false);
        var y = Tensor.of(true, false, true, false);
        truths(x.and(y), 1, 0, 0, 0);
        truths(x.or(y), 1, 1, 1, 0);
        truths(x.not(), 0, 0, 1, 1);
    }

    private static void truths(Tensor actual, int... expected) {
        assertThat(actual.dtype()).isEqualTo(DType.BOOL);
        assertThat(actual.toInts()).containsExactly(expected);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("neg", Tensor::neg, x -> -x),
                function("abs", Tensor::abs, Math::abs),
                function("sign", Tensor::sign, Math::signum),
                function("square", Tensor::square, x -> x * x),
                function("sqrt", Tensor::sqrt, Math::sqrt),
                function("rsqrt", Tensor::rsqrt, x -> 1 / Math.sqrt(x)),
                function("reciprocal", Tensor::reciprocal, x -> 1 / x),
                function("exp", Tensor::exp, Math::exp),
                function("expm1", Tensor::expm1, Math::expm1),
                function("log", Tensor::log, Math::log),
                function("log1p", Tensor::log1p, Math::log1p),
                function("sin", Tensor::sin, Math::sin),
                function("cos", Tensor::cos, Math::cos),
                function("tan", Tensor::tan, Math::tan),
                function("asin", Tensor::asin, Math::asin),
                function("acos", Tensor::acos, Math::acos),
                function("atan", Tensor::atan, Math::atan),
                function("sinh", Tensor::sinh, Math::sinh),
                function("cosh", Tensor::cosh, Math::cosh),
                function("tanh", Tensor::tanh, Math::tanh),
                function("sigmoid", Tensor::sigmoid, x -> 1 / (1 + Math.exp(-x))),
                function("relu", Tensor::relu, x -> Math.max(x, 0)),
                function("softplus", Tensor::softplus, x -> Math.log(1 + Math.exp(x))),
                function("floor", Tensor::floor, Math::floor),
                function("ceil", Tensor::ceil, Math::ceil),
                function("round", Tensor::round, Math::rint));
    }

    private static Arguments function(
            String name, UnaryOperator<Tensor> tensors, DoubleUnaryOperator numbers) {
        return Arguments.of(name, tensors, numbers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void computesAlone(String name, UnaryOperator<Tensor> tensors, DoubleUnaryOperator numbers) {
        var points = new double[] {-2.5, -0.75, -0.5, 0, 0.25, 0.5, 1, 1.5, 3};
        var x = Tensor.of(points);
        var single = tensors.apply(x.cast(DType.FLOAT32)).toDoubles();
        var result = tensors.apply(x).toDoubles();
        for (int i = 0; i < points.length; i++) {
            double expected = numbers.applyAsDouble(points[i]);
            assertThat(result[i])
                    .as("%s of %s", name, points[i])
                    .isCloseTo(expected, near(expected, 1e-14));
            assertThat(single[i])
                    .as("float32 %s of %s", name, points[i])
                    .isCloseTo(expected, near(expected, 1e-6));
        }
    }

    private static Offset<Double> near(double value, double tolerance) {
        return Offset.offset(Double.isFinite(value) ? tolerance * (1 + Math.abs(value)) : 0);
    }

    @Test
    void softplusDoesNotOverflow() {
        assertThat(Tensor.of(1000f, -1000f).softplus().toFloats()).containsExactly(1000, 0);
    }

    @Test
    void erfIsOdd() {
        double value = 0.8427007929497149;
        assertThat(Tensor.of(1.0, -1.0).erf().toDoubles())
                .containsExactly(new double[] {value, -value}, Offset.offset(1e-15));
    }

    @Test
    void findsWhatIsNoNumber() {
        truths(Tensor.of(1f, Float.NaN, Float.POSITIVE_INFINITY, -3e38f).isFinite(), 1, 0, 0, 1);
    }

    @Test
    void twoTypesMakeTheWider() {
        assertThat(Tensor.of(1).add(Tensor.of(0.5f)).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(1f).add(Tensor.of(0.5)).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Tensor.of(true).add(Tensor.of(2)).toInts()).containsExactly(3);
        assertThat(Tensor.of(1L).mul(Tensor.of(2)).dtype()).isEqualTo(DType.INT64);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 0.1, FLOAT32",
        "FLOAT32, 1e300, FLOAT32",
        "FLOAT64, 0.1, FLOAT64",
        "INT32, 2, INT32",
        "INT32, 2.5, FLOAT32",
        "INT32, 3000000000, INT64",
        "INT32, Infinity, FLOAT32",
        "INT64, -1, INT64",
        "INT64, NaN, FLOAT32",
        "UINT8, 255, UINT8",
        "UINT8, 256, INT32",
        "UINT8, -1, INT32",
        "BOOL, 1, INT32",
        "BOOL, 0.5, FLOAT32"
    })
    void aNumberTakesTheTensorsTypeIfItFits(DType type, double number, DType result) {
        assertThat(Tensor.scalar(1, type).add(number).dtype()).isEqualTo(result);
    }

    @Test
    void integersDivideDownwards() {
        assertThat(Tensor.of(7, -7).div(2).toInts()).containsExactly(3, -4);
        assertThat(Tensor.of(7, -7).mod(2).toInts()).containsExactly(1, 1);
    }

    @Test
    void castsToItselfWithoutCopying() {
        assertThat(A.cast(DType.FLOAT32)).isSameAs(A);
        assertThat(A.cast(DType.INT64).dtype()).isEqualTo(DType.INT64);
    }

    @Test
    void saysWhatIsNotDefined() {
        assertThatThrownBy(() -> Tensor.of(1, 2).exp())
                .hasMessage(
                        """
                        exp: not defined for int32
                          received: int32(2,)      expected: float32 or float64
                          fix: x.cast(DType.FLOAT32)\
                        """);
        assertThatThrownBy(() -> A.add(Tensor.of(1f, 2, 3)))
                .hasMessageStartingWith("add: the shapes do not fit together");
    }
}
