package hebb.nn.metrics;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.initializers.Initializer;
import hebb.nn.losses.CosineSimilarity;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {
    private static final Golden KERAS = Golden.of("metrics");

    private static final Map<String, Metric<?>> CASES =
            Map.ofEntries(
                    Map.entry("accuracy", Accuracy.of()),
                    Map.entry("binary_accuracy", BinaryAccuracy.of()),
                    Map.entry("binary_accuracy_threshold", BinaryAccuracy.of().threshold(0.3)),
                    Map.entry("categorical_accuracy", CategoricalAccuracy.of()),
                    Map.entry("sparse_categorical_accuracy", SparseCategoricalAccuracy.of()),
                    Map.entry("top_k_categorical_accuracy", TopKCategoricalAccuracy.of(2)),
                    Map.entry(
                            "sparse_top_k_categorical_accuracy",
                            SparseTopKCategoricalAccuracy.of(2)),
                    Map.entry(
                            "sparse_top_k_sorted",
                            SparseTopKCategoricalAccuracy.of(2).fromSortedIds(true)),
                    Map.entry("root_mean_squared_error", RootMeanSquaredError.of()),
                    Map.entry("mean_squared_error", MeanSquaredError.of()),
                    Map.entry("cosine_similarity", CosineSimilarity.of()),
                    Map.entry(
                            "sparse_categorical_crossentropy",
                            SparseCategoricalCrossentropy.of().fromLogits(true)));

    static Stream<String> cases() {
        return CASES.keySet().stream().sorted();
    }

    /// What the metric says after some batches, given at once and recorded.
    private static Tensor measure(
            Metric<?> metric, Optional<Tensor> weight, List<Tensor> yTrue, List<Tensor> yPred) {
        var recorded = Weights.of(0);
        var atOnce = Weights.of(0);
        var update =
                Traced.ofAll(in -> {
                    var s = Scope.of(recorded, Pass.inference());
                    metric.update(s, in.get(0), in.get(1), weight);
                    return List.of();
                });
        for (int i = 0; i < yTrue.size(); i++) {
            var _ = update.runAll(List.of(yTrue.get(i), yPred.get(i)));
            metric.update(Scope.of(atOnce, Pass.inference()), yTrue.get(i), yPred.get(i), weight);
        }
        var result = metric.result(Scope.of(recorded, Pass.inference()));
        assertClose(metric.result(Scope.of(atOnce, Pass.inference())), result);
        return result;
    }

    private static List<Tensor> both(String name, String tensor) {
        return List.of(KERAS.tensor(name, tensor + "0"), KERAS.tensor(name, tensor + "1"));
    }

    private static Metric<?> metric(String name) {
        return CASES.getOrDefault(name, Mean.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatKerasComputes(String name) {
        var metric = metric(name);
        assertClose(
                measure(metric, Optional.empty(), both(name, "yTrue"), both(name, "yPred")),
                KERAS.tensor(name, "result"));
        assertClose(
                measure(
                        metric,
                        Optional.of(KERAS.tensor(name, "weight")),
                        both(name, "yTrue"),
                        both(name, "yPred")),
                KERAS.tensor(name, "weighted"));
    }

    @ParameterizedTest
    @MethodSource("accuracies")
    void accuracyIsTheOneThatFitsTheShapes(String name) {
        assertClose(
                measure(
                        Metric.accuracy(),
                        Optional.empty(),
                        both(name, "yTrue"),
                        both(name, "yPred")),
                KERAS.tensor(name, "result"));
    }

    static Stream<String> accuracies() {
        return Stream.of("binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy");
    }

    @Test
    void labelsOfAClassMayHaveAnAxisOfLengthOne() {
        var name = "sparse_categorical_accuracy";
        var columns = both(name, "yTrue").stream().map(y -> y.expandDims(1)).toList();
        assertClose(
                measure(Metric.accuracy(), Optional.empty(), columns, both(name, "yPred")),
                KERAS.tensor(name, "result"));
    }

    @Test
    void stepsThatAMaskLeavesOutDoNotCount() {
        var weights = Weights.of(0);
        var s = Scope.of(weights, Pass.inference());
        var yPred = Tensor.of(new float[][] {{1, 5}, {2, 9}});
        s.mask(yPred, Tensor.of(true, false, true, false).reshape(2, 2));
        MeanSquaredError.of()
                .update(
                        s,
                        Tensor.zeros(2, 2, 1),
                        masked(s, yPred.reshape(2, 2, 1), s.mask(yPred).orElseThrow()),
                        Optional.empty());
        assertThat(MeanSquaredError.of().result(s).item()).isEqualTo(2.5);
    }

    private static Tensor masked(Scope s, Tensor x, Tensor mask) {
        s.mask(x, mask);
        return x;
    }

    @Test
    void aMeanOfNothingIsZero() {
        assertThat(Mean.of().result(Scope.of(Weights.of(0), Pass.inference())).item()).isZero();
    }

    @Test
    void meansAndSumsAreOfWeightedSamples() {
        var s = Scope.of(Weights.of(0), Pass.inference());
        Mean.of().add(s.child("mean"), Tensor.of(1f, 3f), Optional.of(Tensor.of(3f, 1f)));
        Sum.of().add(s.child("sum"), Tensor.of(1f, 3f), Optional.of(Tensor.of(3f, 1f)));
        Sum.of().add(s.child("sum"), Tensor.of(new float[][] {{1, 2}}), Optional.empty());
        assertThat(Mean.of().result(s.child("mean")).item()).isEqualTo(1.5);
        assertThat(Sum.of().result(s.child("sum")).item()).isEqualTo(9);
    }

    @Test
    void aFunctionIsAMetric() {
        var metric = Metric.of("largest", (y, p) -> p.max(-1));
        var s = Scope.of(Weights.of(0), Pass.inference());
        metric.update(
                s, Tensor.zeros(2), Tensor.of(new float[][] {{1, 2}, {4, 3}}), Optional.empty());
        assertThat(metric.result(s).item()).isEqualTo(3);
    }

    @Test
    void oneOfYourOwnKeepsWhatItGathers() {
        assertThat(
                        measure(
                                        new Worst(),
                                        Optional.empty(),
                                        List.of(Tensor.zeros(2), Tensor.zeros(2)),
                                        List.of(Tensor.of(1f, -7f), Tensor.of(2f, 3f)))
                                .item())
                .isEqualTo(7);
    }

    // @start region="own"
    private static final class Worst extends Metric<Worst> {
        Worst() {
            super("worst", Direction.DOWN);
        }

        @Override
        public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
            s.update("worst", result(s).maximum(yTrue.sub(yPred).abs().max()));
        }

        @Override
        public Tensor result(Scope s) {
            return s.state("worst", Shape.of(), Initializer.zeros());
        }
    }

    // @end

    @Test
    void listsItsOptions() {
        assertThat(Metric.accuracy()).hasToString("accuracy(name='accuracy', dtype=None)");
        assertThat(BinaryAccuracy.of().name("hits"))
                .hasToString("BinaryAccuracy(name='hits', dtype=None, threshold=0.5)");
        assertThat(TopKCategoricalAccuracy.of())
                .hasToString(
                        "TopKCategoricalAccuracy(name='top_k_categorical_accuracy',"
                                + " dtype=None, k=5)");
        assertThat(SparseTopKCategoricalAccuracy.of())
                .hasToString(
                        "SparseTopKCategoricalAccuracy(name='sparse_top_k_categorical_accuracy',"
                                + " dtype=None,"
                                + " k=5, from_sorted_ids=false)");
    }

    @Test
    void knowsWhichWayIsBetter() {
        assertThat(Metric.accuracy().direction()).contains(Metric.Direction.UP);
        assertThat(MeanSquaredError.of().direction()).contains(Metric.Direction.DOWN);
        assertThat(CosineSimilarity.of().direction()).contains(Metric.Direction.UP);
        assertThat(Mean.of().direction()).isEmpty();
    }

    @Test
    void wordsStandForMetrics() {
        assertThat(Metric.of("acc").name()).isEqualTo("acc");
        assertThat(Metric.of("mae").name()).isEqualTo("mae");
        assertThatThrownBy(() -> Metric.of("acuracy"))
                .hasMessageStartingWith("Metric.of: there is no metric of that name\n")
                .hasMessageEndingWith("\n  fix: did you mean 'accuracy'?");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> TopKCategoricalAccuracy.of(0))
                .hasMessage(
                        """
                        TopKCategoricalAccuracy: k is not positive
                          received: 0      expected: 1 or more\
                        """);
        assertThatThrownBy(() -> Accuracy.of().name(""))
                .hasMessage(
                        """
                        Accuracy: an empty name
                          expected: one character at least\
                        """);
    }
}
