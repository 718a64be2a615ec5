package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static hebb.nn.layers.LayerRows.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import org.junit.jupiter.api.Test;

/// Layers that draw random numbers in training. Keras draws others, so they are held to what the
/// numbers must be on average.
class NoiseTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();
    private static final Tensor X =
            Randoms.of(4).normal(Tensor.zeros(100, 100).spec()).mul(2).add(0.5);

    static {
        ROWS.row("alpha_dropout", AlphaDropout.of(0.4), AlphaDropout.of(0.1), shape(5));
        ROWS.row(
                "alpha_dropout_noise_shape",
                AlphaDropout.of(0.4).noiseShape(-1, 1, 3).seed(3),
                AlphaDropout.of(0.1),
                shape(4, 3));
        ROWS.row(
                "gaussian_dropout",
                GaussianDropout.of(0.4),
                GaussianDropout.of(0.1).seed(1),
                shape(5));
        ROWS.row("gaussian_noise", GaussianNoise.of(0.4), GaussianNoise.of(0.1).seed(1), shape(5));
        ROWS.row(
                "spatial_dropout1d",
                SpatialDropout1D.of(0.4),
                SpatialDropout1D.of(0.1),
                shape(4, 3));
        ROWS.row(
                "spatial_dropout2d_first",
                SpatialDropout2D.of(0.4).dataFormat(DataFormat.CHANNELS_FIRST),
                SpatialDropout2D.of(0.1),
                shape(3, 2, 2));
        ROWS.row(
                "spatial_dropout3d",
                SpatialDropout3D.of(0.4),
                SpatialDropout3D.of(0.1).seed(2),
                shape(2, 1, 2, 3));
    }

    NoiseTest() {
        super(ROWS);
    }

    private static Tensor train(Layer<?> layer, Tensor x) {
        return Scope.of(Weights.of(0), Pass.training(3, 0)).call(layer, x);
    }

    @Test
    void alphaDropoutKeepsMeanAndVarianceOfStandardNumbers() {
        var x = Randoms.of(4).normal(Tensor.zeros(200, 200).spec());
        var y = train(AlphaDropout.of(0.3), x);
        assertThat(y.mean().item()).isCloseTo(0, within(0.02));
        assertThat(y.variance().item()).isCloseTo(1, within(0.02));
        double lowest = -1.7580993408473766;
        double factor = 1 / Math.sqrt(0.7 * (1 + 0.3 * lowest * lowest));
        var dropped = y.sub(factor * lowest * 0.7).abs().less(1e-6).cast(y.dtype());
        assertThat(dropped.mean().item()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void gaussianDropoutMultipliesAroundOne() {
        var factors = train(GaussianDropout.of(0.2), X).div(X);
        assertThat(factors.mean().item()).isCloseTo(1, within(0.02));
        assertThat(factors.std().item()).isCloseTo(0.5, within(0.02)); // √(0.2 / 0.8)
    }

    @Test
    void gaussianNoiseAddsAroundZero() {
        var noise = train(GaussianNoise.of(0.3), X).sub(X);
        assertThat(noise.mean().item()).isCloseTo(0, within(0.02));
        assertThat(noise.std().item()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void spatialDropoutDropsWholeChannels() {
        var y = train(SpatialDropout1D.of(0.5), Tensor.ones(40, 5, 10));
        var first = y.slice(1, 0, 1);
        assertClose(first.broadcastTo(y.shape()), y, 0);
        assertThat(first.mean().item()).isCloseTo(1, within(0.15));
        var front = SpatialDropout3D.of(0.5).dataFormat(DataFormat.CHANNELS_FIRST);
        var z = train(front, Tensor.ones(4, 10, 2, 3, 2));
        assertClose(z.slice(2, 0, 1).slice(3, 0, 1).slice(4, 0, 1).broadcastTo(z.shape()), z, 0);
        assertThat(z.min().item()).isEqualTo(0);
    }

    @Test
    void nothingChangesButInTraining() {
        var scope = Scope.of(Weights.of(0), Pass.inference());
        assertThat(scope.call(AlphaDropout.of(0.5), X)).isSameAs(X);
        assertThat(scope.call(GaussianDropout.of(0.5), X)).isSameAs(X);
        assertThat(scope.call(GaussianNoise.of(0.5), X)).isSameAs(X);
        assertThat(train(GaussianNoise.of(0), X)).isSameAs(X);
    }

    @Test
    void strengthsAreChecked() {
        assertThatThrownBy(() -> GaussianNoise.of(-0.1))
                .hasMessage(
                        """
                        GaussianNoise: stddev is not between 0 and 1
                          received: -0.1      expected: from 0 to 1\
                        """);
        assertThatThrownBy(() -> SpatialDropout2D.of(2))
                .hasMessage(
                        """
                        SpatialDropout2D: rate is not between 0 and 1
                          received: 2.0      expected: from 0 to 1\
                        """);
    }
}
