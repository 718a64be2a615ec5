package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectralNormalizationTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();
    private static final Golden KERAS = Golden.of("spectral");

    static {
        ROWS.outsideTraining(
                "spectral_normalization",
                SpectralNormalization.of(Dense.of(2).name("i")).powerIterations(2),
                SpectralNormalization.of(Dense.of(1)),
                Shape.of(3));
    }

    SpectralNormalizationTest() {
        super(ROWS);
    }

    private static Tensor run(Weights weights, Pass pass, Layer<?> layer, Tensor x) {
        return Traced.of(in -> Scope.of(weights, pass).call(layer, in)).run(x);
    }

    private static void requireKerasNumbers(String name, Layer<?> inner) {
        var layer = SpectralNormalization.of(inner).powerIterations(2).name("s");
        var weights = Weights.of(0);
        var x = KERAS.tensor(name, "x0");
        var _ = run(weights, Pass.inference(), layer, x);
        weights.assign("s/i/kernel", KERAS.tensor(name, "kernel0"));
        weights.assign("s/vector_u", KERAS.tensor(name, "u0"));
        var y = run(weights, Pass.training(1, 0), layer, x);
        assertClose(y, KERAS.tensor(name, "y"));
        assertClose(weights.value("s/i/kernel"), KERAS.tensor(name, "kernel"));
        assertClose(weights.value("s/vector_u"), KERAS.tensor(name, "u"));
        assertClose(run(weights, Pass.inference(), layer, x), KERAS.tensor(name, "y"));
    }

    @Test
    void dividesAKernelByItsLargestSingularValue() {
        requireKerasNumbers("dense", Dense.of(4).name("i"));
        requireKerasNumbers("conv2d", Conv2D.of(3, 2).name("i"));
    }

    @Test
    void leavesAKernelOfZerosAsItIs() {
        var layer = SpectralNormalization.of(Dense.of(2).name("i")).name("s");
        var weights = Weights.of(0);
        var x = Tensor.ones(1, 3);
        var _ = run(weights, Pass.inference(), layer, x);
        weights.assign("s/i/kernel", Tensor.zeros(3, 2));
        assertThat(run(weights, Pass.training(1, 0), layer, x).toFloats()).containsOnly(0);
        assertThat(weights.value("s/i/kernel").toFloats()).containsOnly(0);
    }

    @Test
    void theGradientIsThatOfTheKernelThatWasUsed() {
        var layer = SpectralNormalization.of(Dense.of(2).name("i")).name("s");
        var weights = Weights.of(0);
        var x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        var _ = run(weights, Pass.inference(), layer, x);
        var gradient =
                Traced.of(
                                in -> {
                                    var y = Scope.of(weights, Pass.training(1, 0)).call(layer, in);
                                    return y.sum().gradient(weights.at("s/i/kernel").variable());
                                })
                        .run(x);
        assertThat(gradient.toFloats()).containsExactly(4, 4, 6, 6);
    }

    @Test
    void listsItsOptions() {
        assertThat(SpectralNormalization.of(Dense.of(2)).powerIterations(3).options().names())
                .isEqualTo(List.of("layer", "power_iterations"));
    }

    @Test
    void aLayerWithoutAKernelIsRefused() {
        var layer = SpectralNormalization.of(Flatten.of());
        assertThatThrownBy(() -> run(Weights.of(0), Pass.inference(), layer, Tensor.ones(1, 3)))
                .hasMessageContaining("the layer inside has no kernel and no embeddings");
    }
}
