package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {
    private static final Golden KERAS = Golden.of("activations");
    private static final double STEP = 1e-6;

    static Stream<String> names() {
        return KERAS.names().stream().filter(n -> !n.equals("given"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatKerasComputes(String name) {
        var x = KERAS.tensor("given", "x");
        var given = name.equals("exponential") ? x.minimum(80) : x;
        assertClose(Activation.of(name).of(given), KERAS.tensor(name, "y"), 5e-6);
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsGradientIsItsSlope(String name) {
        var activation = Activation.of(name);
        var x = Randoms.of(1).uniform(new Spec(Shape.of(2, 6), DType.FLOAT64), -3, 3);
        var gradient = Traced.of(in -> weighted(activation.of(in)).gradient(in)).run(x);
        var expected = new double[x.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (at(activation, x, i, STEP) - at(activation, x, i, -STEP)) / (2 * STEP);
        }
        assertClose(gradient, Tensor.of(expected, x.spec()), 1e-6);
    }

    private static double at(Activation activation, Tensor x, int i, double by) {
        var moved = x.toDoubles();
        moved[i] += by;
        return weighted(activation.of(Tensor.of(moved, x.spec()))).item();
    }

    private static Tensor weighted(Tensor y) {
        return y.mul(Tensor.iota(y.spec(), 1).add(1)).sum();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsGradientIsFiniteFarOut(String name) {
        var activation = Activation.of(name);
        var far = Tensor.of(-200f, -50f, 0f, 50f, name.equals("exponential") ? 80f : 200f, 1f);
        var gradient = Traced.of(in -> activation.of(in).sum().gradient(in)).run(far);
        assertThat(gradient.isFinite().all().item()).isEqualTo(1);
    }

    @Test
    void constantsAreLayersToo() {
        assertThat(Activation.RELU.function()).isEqualTo("relu");
        assertThat(Activation.RELU).hasToString("relu");
        assertThat(Activation.RELU.options()).hasToString("activation='relu'");
        assertThat(Activation.of("relu")).isNotSameAs(Activation.RELU);
    }

    @Test
    void aThresholdReplacesWhatIsNotAboveIt() {
        var y = Activation.threshold(1, -2).of(Tensor.of(0f, 1f, 1.5f, 3f));
        assertThat(y.toFloats()).containsExactly(-2, -2, 1.5f, 3);
    }

    @Test
    void aFunctionOfYourOwnIsAnActivation() {
        var cube = Activation.of("cube", x -> x.pow(3));
        assertThat(cube.of(Tensor.of(2f)).item()).isEqualTo(8);
        assertThat(cube).hasToString("cube");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Activation.of("rellu"))
                .hasMessage(
                        """
                        Activation.of: there is no activation of that name
                          received: 'rellu'      expected: one of linear, relu, relu6, leaky_relu, \
                        elu, celu, selu, gelu, silu, glu, sigmoid, log_sigmoid, hard_sigmoid, \
                        sparse_sigmoid, hard_silu, tanh, hard_tanh, tanh_shrink, hard_shrink, \
                        soft_shrink, … (31 in all)
                          fix: did you mean 'relu'?\
                        """);
    }
}
