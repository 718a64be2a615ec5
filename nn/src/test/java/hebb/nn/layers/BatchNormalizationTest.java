package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchNormalizationTest {
    private static final Golden KERAS = Golden.of("layers");

    static BatchNormalization renormalizing() {
        return BatchNormalization.of()
                .renorm(true)
                .renormClipping(Map.of("rmax", 1.5, "rmin", 0.5, "dmax", 0.3))
                .renormMomentum(0.7);
    }

    private static BatchNormalization layer(String name) {
        var plain = BatchNormalization.of().name("l");
        return switch (name) {
            case "batch_normalization_axis" ->
                    plain.axis(1).momentum(0.8).epsilon(1e-2).center(false);
            case "batch_normalization_renorm" -> renormalizing().name("l");
            default -> plain;
        };
    }

    static Stream<String> cases() {
        return Stream.of(
                "batch_normalization", "batch_normalization_axis", "batch_normalization_renorm");
    }

    private static Tensor train(BatchNormalization layer, Weights weights, Tensor x) {
        return Traced.of(in -> Scope.of(weights, Pass.training(0, 0)).call(layer, in)).run(x);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsOnTheBatchsOwnStatistics(String name) {
        var x = KERAS.tensor(name, "x0");
        var weights = LayerTest.ROWS.weights(name, layer(name), List.of(x));
        assertClose(train(layer(name), weights, x), KERAS.tensor(name, "trained"));
        for (var weight : weights.all().stream().filter(Weight::isState).toList()) {
            var after = weight.path().replaceFirst("l/", "after:");
            assertClose(weight.value(), KERAS.tensor(name, after));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsGradientInTrainingIsThatOfKeras(String name) {
        var x = KERAS.tensor(name, "x0");
        var layer = layer(name);
        var weights = LayerTest.ROWS.weights(name, layer, List.of(x));
        var factors = KERAS.tensor(name, "factors");
        var gradient =
                Traced.of(
                                in -> {
                                    var s = Scope.of(weights, Pass.training(0, 0));
                                    return s.call(layer, in).mul(factors).sum().gradient(in);
                                })
                        .run(x);
        assertClose(gradient, KERAS.tensor(name, "gradient"), 1e-5);
    }

    @Test
    void whatAMaskLeavesOutDoesNotCount() {
        var name = "batch_normalization_masked";
        var mask = KERAS.tensor(name, "mask").notEqual(0);
        var weights = Weights.of(0);
        var y =
                Traced.of(
                                in -> {
                                    var s = Scope.of(weights, Pass.training(0, 0));
                                    s.mask(in, mask);
                                    return s.call(layer(name), in);
                                })
                        .run(KERAS.tensor(name, "x0"));
        assertClose(y, KERAS.tensor(name, "trained"), 1e-5);
        for (var state : List.of("moving_mean", "moving_variance")) {
            assertClose(weights.value("l/" + state), KERAS.tensor(name, "after:" + state));
        }
    }

    @Test
    void frozenItUsesTheMovingStatisticsAndLeavesThem() {
        var x = Tensor.of(new float[][] {{3}, {5}});
        var weights = Weights.of(0);
        var y = train(layer("").trainable(false), weights, x);
        assertClose(y, x.div(Math.sqrt(1.001)));
        assertThat(weights.value("l/moving_mean").toFloats()).containsExactly(0);
    }

    @Test
    void gammaAndBetaAreLearnedAndTheRestIsState() {
        var weights = Weights.of(0);
        var _ = train(layer(""), weights, Tensor.ones(2, 3));
        assertThat(weights.all().stream().map(Weight::path))
                .containsExactly("l/gamma", "l/beta", "l/moving_mean", "l/moving_variance");
        assertThat(weights.trainable().stream().map(Weight::path))
                .containsExactly("l/gamma", "l/beta");
    }

    @Test
    void listsItsOptions() {
        assertThat(BatchNormalization.of())
                .hasToString(
                        "BatchNormalization(axis=-1, momentum=0.99, epsilon=0.001, center=true,"
                                + " scale=true, beta_initializer=Zeros(), gamma_initializer=Ones(),"
                                + " moving_mean_initializer=Zeros(),"
                                + " moving_variance_initializer=Ones(), beta_regularizer=None,"
                                + " gamma_regularizer=None, beta_constraint=None,"
                                + " gamma_constraint=None, synchronized=false, renorm=false,"
                                + " renorm_clipping={}, renorm_momentum=0.99)");
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> BatchNormalization.of().renormClipping(Map.of("max", 1.0)))
                .hasMessage(
                        """
                        BatchNormalization: renorm_clipping has no such bounds
                          received: {max=1.0}      expected: rmax, rmin of at most that, dmax of \
                        0 or more, or some of them\
                        """);
    }
}
