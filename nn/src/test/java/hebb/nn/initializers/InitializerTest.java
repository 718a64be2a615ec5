package hebb.nn.initializers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Golden;
import hebb.nn.initializers.VarianceScaling.Distribution;
import hebb.nn.initializers.VarianceScaling.Mode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {
    private static final Golden KERAS = Golden.of("weights");

    private static Tensor draw(Initializer initializer, int... dims) {
        return initializer.of(Shape.of(dims), Randoms.of(5, "weight"));
    }

    private static void assertKeras(String name, Initializer initializer, int... dims) {
        assertClose(draw(initializer, dims), KERAS.tensor(name, "y"));
    }

    @Test
    void thoseThatAreNotRandomAreWhatKerasComputes() {
        assertKeras("zeros", Initializer.zeros(), 2, 3);
        assertKeras("ones", Initializer.ones(), 2, 3);
        assertKeras("constant", Initializer.constant(2.5), 2, 3);
        assertKeras("identity", Initializer.identity(2), 3, 4);
        assertKeras("stft", Initializer.stft(), 8, 1, 5);
        assertKeras(
                "stft_imag",
                Initializer.stft()
                        .side(STFT.Side.IMAG)
                        .window(WindowFunction.HAMMING)
                        .scaling(STFT.Scaling.SPECTRUM)
                        .periodic(true),
                8,
                1,
                5);
        assertKeras("stft_plain", Initializer.stft().withoutWindow().withoutScaling(), 5, 1, 3);
    }

    @ParameterizedTest
    @EnumSource
    void windowFunctionsAreThoseOfScipy(WindowFunction window) {
        var name = "window_" + window.name().toLowerCase(Locale.ROOT);
        assertClose(Tensor.of(window.of(9, false)), KERAS.tensor(name, "symmetric"));
        assertClose(Tensor.of(window.of(8, true)), KERAS.tensor(name, "periodic"));
    }

    /// Mean, deviation and bounds, to what 60 000 draws allow.
    private static void assertSpread(Initializer initializer, double deviation, double bound) {
        var w = draw(initializer, 200, 300);
        assertThat(w.mean().item()).isCloseTo(0, within(deviation / 50));
        assertThat(w.std().item()).isCloseTo(deviation, within(deviation / 50));
        assertThat(w.abs().max().item()).isLessThanOrEqualTo(bound).isGreaterThan(bound * 0.98);
    }

    private static final double CUT = 2 / 0.8796256610342398;

    @Test
    void thoseThatAreRandomHaveTheDeviationsOfKeras() {
        assertSpread(Initializer.randomUniform(), 0.05 / Math.sqrt(3), 0.05);
        assertSpread(Initializer.truncatedNormal(), 0.05 * 0.8796256610342398, 0.1);
        assertSpread(Initializer.glorotUniform(), Math.sqrt(2.0 / 500), Math.sqrt(6.0 / 500));
        assertSpread(Initializer.heUniform(), Math.sqrt(2.0 / 200), Math.sqrt(6.0 / 200));
        assertSpread(Initializer.lecunUniform(), Math.sqrt(1.0 / 200), Math.sqrt(3.0 / 200));
        assertSpread(Initializer.glorotNormal(), Math.sqrt(2.0 / 500), CUT * Math.sqrt(2.0 / 500));
        assertSpread(Initializer.heNormal(), Math.sqrt(2.0 / 200), CUT * Math.sqrt(2.0 / 200));
        assertSpread(Initializer.lecunNormal(), Math.sqrt(1.0 / 200), CUT * Math.sqrt(1.0 / 200));
        assertSpread(
                Initializer.varianceScaling().scale(3).mode(Mode.FAN_OUT),
                Math.sqrt(3.0 / 300),
                CUT * Math.sqrt(3.0 / 300));
        var normal = draw(Initializer.randomNormal().mean(1).stddev(2), 200, 300);
        assertThat(normal.mean().item()).isCloseTo(1, within(0.04));
        assertThat(normal.std().item()).isCloseTo(2, within(0.04));
        var untruncated =
                Initializer.varianceScaling().distribution(Distribution.UNTRUNCATED_NORMAL);
        assertThat(draw(untruncated, 200, 300).std().item())
                .isCloseTo(Math.sqrt(1.0 / 200), within(0.002));
    }

    @Test
    void aWindowMultipliesInputsAndOutputs() {
        assertThat(Fans.of(Shape.of(3, 5, 4, 8))).isEqualTo(new Fans(60, 120));
        assertThat(Fans.of(Shape.of(7))).isEqualTo(new Fans(7, 7));
        assertThat(Fans.of(Shape.of())).isEqualTo(new Fans(1, 1));
        assertThat(Fans.of(Shape.of(2, 3, 5), new int[] {0}, new int[] {1, 2}))
                .isEqualTo(new Fans(2, 15));
    }

    @Test
    void orthogonalVectorsAre() {
        for (var shape : new int[][] {{5, 3}, {3, 5}, {2, 3, 4}, {4, 4}}) {
            var w =
                    draw(Initializer.orthogonal().gain(2), shape)
                            .reshape(-1, shape[shape.length - 1]);
            boolean isTall = w.dim(0) >= w.dim(1);
            var products = isTall ? w.transpose().matmul(w) : w.matmul(w.transpose());
            assertClose(products, Tensor.eye(products.dim(0)).mul(4), 1e-5);
        }
    }

    @Test
    void aSeedOfItsOwnGivesTheSameEverywhere() {
        var seeded = Initializer.glorotUniform().seed(3);
        var here = seeded.of(Shape.of(2, 3), Randoms.of(1, "a")).toFloats();
        assertThat(seeded.of(Shape.of(2, 3), Randoms.of(2, "b")).toFloats()).containsExactly(here);
        assertThat(Initializer.glorotUniform().of(Shape.of(2, 3), Randoms.of(1, "a")).toFloats())
                .isNotEqualTo(here);
    }

    @Test
    void listsItsOptions() {
        assertThat(Initializer.zeros()).hasToString("Zeros()");
        assertThat(Initializer.constant(2)).hasToString("Constant(value=2.0)");
        assertThat(Initializer.identity()).hasToString("Identity(gain=1.0)");
        assertThat(Initializer.randomNormal())
                .hasToString("RandomNormal(seed=None, mean=0.0, stddev=0.05)");
        assertThat(Initializer.randomUniform().seed(4))
                .hasToString("RandomUniform(seed=4, minval=-0.05, maxval=0.05)");
        assertThat(Initializer.truncatedNormal())
                .hasToString("TruncatedNormal(seed=None, mean=0.0, stddev=0.05)");
        assertThat(Initializer.heNormal())
                .hasToString("HeNormal(seed=None, input_axes=None, output_axes=None)");
        assertThat(Initializer.heNormal().mode(Mode.FAN_OUT))
                .hasToString(
                        "VarianceScaling(seed=None, scale=2.0, mode=fan_out,"
                                + " distribution=truncated_normal, input_axes=None,"
                                + " output_axes=None)");
        assertThat(Initializer.orthogonal()).hasToString("Orthogonal(seed=None, gain=1.0)");
        assertThat(Initializer.stft())
                .hasToString("STFT(side=real, window=hann, scaling=density, periodic=false)");
    }

    @Test
    void shapesAndOptionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> draw(Initializer.identity(), 3))
                .hasMessage(
                        """
                        Initializer.identity: the weight is not a matrix
                          received: (3,)      expected: two axes\
                        """);
        assertThatThrownBy(() -> draw(Initializer.orthogonal(), 3))
                .hasMessage(
                        """
                        Initializer.orthogonal: the weight is not a matrix
                          received: (3,)      expected: two axes or more\
                        """);
        assertThatThrownBy(() -> draw(Initializer.stft(), 3, 3))
                .hasMessage(
                        """
                        Initializer.stft: the weight has another shape
                          received: (3, 3)      expected: (frame length, 1, n / 2 + 1), n of 2 \
                        or more\
                        """);
        assertThatThrownBy(() -> Initializer.varianceScaling().scale(0))
                .hasMessage(
                        """
                        VarianceScaling: scale is not positive
                          received: 0.0\
                        """);
    }
}
