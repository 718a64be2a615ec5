package hebb.nn.training;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Golden;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.metrics.AUC;
import hebb.nn.metrics.Metric;
import hebb.nn.metrics.Recall;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.SGD;
import hebb.nn.schedules.ExponentialDecay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// 11 samples in batches of 4, trained by Keras's fit and by this one: see
/// `src/test/python/golden_fit.py`.
class FitParityTest {
    private static final Golden KERAS = Golden.of("fit");

    private static final Map<String, Fit> ARGUMENTS =
            Map.ofEntries(
                    Map.entry("plain", epochs(4)),
                    Map.entry("steps_per_epoch", epochs(4).stepsPerEpoch(2)),
                    Map.entry("steps_per_epoch_long", epochs(3).stepsPerEpoch(5)),
                    Map.entry("initial_epoch", epochs(4).initialEpoch(2)),
                    Map.entry("validation_split", epochs(4).validationSplit(0.3).validationFreq(2)),
                    Map.entry(
                            "validation_epochs",
                            epochs(4).validationSplit(0.3).validationAfter(1, 4)),
                    Map.entry(
                            "validation_steps",
                            epochs(4)
                                    .validationSplit(0.5)
                                    .validationBatchSize(2)
                                    .validationSteps(2)),
                    Map.entry("accumulation", epochs(4)),
                    Map.entry("accumulation_three", epochs(5)),
                    Map.entry("schedule", epochs(4)),
                    Map.entry("ema", epochs(4)),
                    Map.entry("sample_weight", epochs(4).sampleWeight(given("weight"))),
                    Map.entry("class_weight", epochs(4).classWeight(Map.of(0, 0.5, 1, 2.0))));

    private static Fit epochs(int epochs) {
        return Fit.epochs(epochs).batchSize(4).shuffle(false).verbose(0);
    }

    private static Tensor given(String name) {
        return KERAS.tensor("given", name);
    }

    static Stream<String> cases() {
        return ARGUMENTS.keySet().stream().sorted();
    }

    private static Optimizer<?> optimizer(String name) {
        var sgd = SGD.of(0.05);
        return switch (name) {
            case "accumulation" -> sgd.gradientAccumulationSteps(2);
            case "accumulation_three" -> Adam.of().gradientAccumulationSteps(4);
            case "schedule" -> sgd.learningRate(ExponentialDecay.of(0.1, 2, 0.5));
            case "ema" -> sgd.useEma(true).emaMomentum(0.7);
            default -> sgd;
        };
    }

    private static Compile settings(String name) {
        var settings = Compile.of(optimizer(name));
        return switch (name) {
            case "sample_weight" ->
                    settings.loss(MeanSquaredError.of())
                            .metrics(Metric.of("mae"))
                            .weightedMetrics(Metric.of("mae"), Metric.of("mse"));
            case "class_weight" ->
                    settings.loss(BinaryCrossentropy.of().fromLogits(true))
                            .metrics(AUC.of().fromLogits(true))
                            .weightedMetrics(Recall.of().thresholds(0.3));
            default -> settings.loss(MeanSquaredError.of());
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAsKerasDoes(String name) {
        var model = Sequential.of(Input.of(3), Dense.of(1));
        model.weights().assign("dense/kernel", given("kernel"));
        model.weights().assign("dense/bias", given("bias"));
        model.compile(settings(name));
        var y = given(name.equals("class_weight") ? "labels" : "y");
        var history = model.fit(given("x"), y, ARGUMENTS.getOrDefault(name, epochs(1)));
        assertHistory(history, name);
        assertClose(model.weights().value("dense/kernel"), KERAS.tensor(name, "kernel"), 1e-5);
        assertClose(model.weights().value("dense/bias"), KERAS.tensor(name, "bias"), 1e-5);
    }

    private static void assertHistory(History history, String name) {
        var expected = KERAS.tensors(name).keySet().stream().filter(k -> k.startsWith("history:"));
        assertThat(history.names().stream().map(n -> "history:" + n))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
        for (var value : history.names()) {
            var kerass = KERAS.tensor(name, "history:" + value).toDoubles();
            assertThat(history.values(value)).as(value).hasSize(kerass.length);
            for (int i = 0; i < kerass.length; i++) {
                assertThat(history.values(value).get(i)).isCloseTo(kerass[i], within(1e-5));
            }
        }
    }

    private static Model twoOutputs(Compile settings) {
        var x = Input.of(3);
        var model =
                Model.of(
                        List.of(x),
                        List.of(
                                Dense.of(1).name("a").apply(x),
                                Dense.of(1).name("b").useBias(false).apply(x)));
        model.weights().assign("a/kernel", given("kernel"));
        model.weights().assign("a/bias", given("bias"));
        model.weights().assign("b/kernel", given("other"));
        model.compile(
                settings.loss("a", MeanSquaredError.of())
                        .loss("b", MeanAbsoluteError.of())
                        .lossWeight("a", 0.5)
                        .lossWeight("b", 2));
        return model;
    }

    private static List<Tensor> twoAnswers() {
        return List.of(given("y"), given("y").mul(2));
    }

    private static void assertTwoOutputs(Model model, History history, String name) {
        assertHistory(history, name);
        assertClose(model.weights().value("a/kernel"), KERAS.tensor(name, "a"), 1e-5);
        assertClose(model.weights().value("b/kernel"), KERAS.tensor(name, "b"), 1e-5);
    }

    @Test
    void trainsTwoOutputsAsKerasDoes() {
        var model =
                twoOutputs(
                        Compile.of(SGD.of(0.05))
                                .metrics("a", Metric.of("mae"))
                                .metrics("b", Metric.of("mse"), Metric.of("mae")));
        var history = model.fit(List.of(given("x")), twoAnswers(), epochs(3).validationSplit(0.2));
        assertTwoOutputs(model, history, "two_outputs");
    }

    static Stream<Arguments> weightsOfTwoOutputs() {
        var a = Optional.of(given("weight"));
        var b = Optional.of(given("weight").mul(-1).add(3));
        return Stream.of(
                Arguments.of("weights_both", List.of(a, b)),
                Arguments.of("weights_first", List.of(a, Optional.empty())),
                Arguments.of("weights_second", List.of(Optional.empty(), b)),
                Arguments.of("weights_one", List.of(a)));
    }

    @ParameterizedTest
    @MethodSource("weightsOfTwoOutputs")
    void weighsTheSamplesOfTwoOutputsAsKerasDoes(String name, List<Optional<Tensor>> weights) {
        var model =
                twoOutputs(
                        Compile.of(SGD.of(0.05))
                                .metrics("a", Metric.of("mse"))
                                .weightedMetrics("a", Metric.of("mae"))
                                .weightedMetrics("b", Metric.of("mse")));
        var xs = List.of(given("x"));
        var fit = epochs(3).validationSplit(0.2).sampleWeight(weights);
        assertTwoOutputs(model, model.fit(xs, twoAnswers(), fit), name);

        var batch = Batch.of(xs, twoAnswers()).weighted(weights);
        assertEvaluation(model.evaluate(Dataset.of(batch), Inference.of().batchSize(4)), name);
        model.trainer().resetMetrics();
        assertEvaluation(model.testOnBatch(batch), name);
        model.trainer().resetMetrics();
        assertEvaluation(model.trainOnBatch(batch), name);
    }

    private static void assertEvaluation(Evaluation evaluation, String name) {
        for (var value : List.of("loss", "a_loss", "b_loss", "a_mae", "b_mse")) {
            assertThat(evaluation.value(value))
                    .as(value)
                    .isCloseTo(KERAS.tensor(name, "evaluate:" + value).item(), within(1e-5));
        }
    }
}
