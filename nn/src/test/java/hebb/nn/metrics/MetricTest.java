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
import hebb.nn.words.MetricWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {
    private static final Golden KERAS = Golden.of("metrics");

    static Stream<String> cases() {
        return MetricCases.ALL.keySet().stream().sorted();
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
        return MetricCases.ALL.getOrDefault(name, Mean.of());
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
        assertThat(metric).hasToString(again(metric).toString());
    }

    /// Made of its class's name and its options, as from a file.
    private static Metric<?> again(Metric<?> metric) {
        var again = MetricWords.table().find(metric.className()).orElseThrow();
        metric.options().values().forEach((name, value) -> again.options().assign(name, value));
        return again;
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

    @Test
    void statesHaveKerassNames() {
        assertThat(states(AUC.of()))
                .containsExactly(
                        "true_positives float32(200,)",
                        "false_positives float32(200,)",
                        "true_negatives float32(200,)",
                        "false_negatives float32(200,)");
        assertThat(states(Recall.of()))
                .containsExactly("true_positives float32(1,)", "false_negatives float32(1,)");
        assertThat(states(TruePositives.of())).containsExactly("accumulator float32(1,)");
        assertThat(states(F1Score.of()))
                .containsExactly(
                        "true_positives float32(3,)",
                        "false_positives float32(3,)",
                        "false_negatives float32(3,)",
                        "intermediate_weights float32(3,)");
        assertThat(states(MeanIoU.of(2))).containsExactly("total_confusion_matrix int32(2, 2)");
        assertThat(states(R2Score.of()))
                .containsExactly(
                        "num_samples float32()",
                        "squared_sum float32(3,)",
                        "sum float32(3,)",
                        "residual float32(3,)",
                        "count float32(3,)");
    }

    private static List<String> states(Metric<?> metric) {
        var states = Weights.of(0);
        var s = Scope.of(states, Pass.inference());
        metric.update(s, Tensor.ones(2, 3), Tensor.ones(2, 3), Optional.empty());
        return states.all().stream().map(Object::toString).toList();
    }

    @Test
    void listsTheOptionsOfCurvesAndClasses() {
        assertThat(AUC.of())
                .hasToString(
                        "AUC(name='auc', dtype=None, num_thresholds=200, curve=ROC,"
                                + " summation_method=interpolation, multi_label=false,"
                                + " num_labels=None, label_weights=None, from_logits=false,"
                                + " thresholds=None)");
        assertThat(Precision.of().thresholds(0.5).topK(2))
                .hasToString(
                        "Precision(name='precision', dtype=None, thresholds=0.5, top_k=2,"
                                + " class_id=None)");
        assertThat(PrecisionAtRecall.of(0.3))
                .hasToString(
                        "PrecisionAtRecall(name='precision_at_recall', dtype=None, class_id=None,"
                                + " num_thresholds=200, recall=0.3)");
        assertThat(IoU.of(3, 0, 2))
                .hasToString(
                        "IoU(name='io_u', dtype=None, num_classes=3, target_class_ids=[0, 2],"
                                + " ignore_class=None, sparse_y_true=true, sparse_y_pred=true,"
                                + " axis=-1)");
        assertThat(FBetaScore.of().beta(2))
                .hasToString(
                        "FBetaScore(name='fbeta_score', dtype=None, average=None, beta=2.0,"
                                + " threshold=None)");
        assertThat(R2Score.of())
                .hasToString(
                        "R2Score(name='r2_score', dtype=None, class_aggregation=uniform_average,"
                                + " num_regressors=0)");
    }

    @Test
    void areasOfLabelsNeedTheLabels() {
        var row = List.of(Tensor.zeros(2, 4));
        assertThatThrownBy(() -> measure(AUC.of().numLabels(3), Optional.empty(), row, row))
                .hasMessage(
                        """
                        AUC: all labels together need no number of labels
                          received: num_labels=3      expected: labels told apart, or no number
                          fix: AUC.of().multiLabel(true).numLabels(3)\
                        """);
        var three = AUC.of().multiLabel(true).numLabels(3);
        assertThatThrownBy(() -> measure(three, Optional.empty(), row, row))
                .hasMessage(
                        """
                        AUC: the predictions do not have the number of labels
                          received: (2, 4)      expected: (batch, 3)\
                        """);
        var flat = List.of(Tensor.zeros(4));
        assertThatThrownBy(() -> measure(three, Optional.empty(), flat, flat))
                .hasMessage(
                        """
                        AUC: several labels need predictions of two axes
                          received: (4,)      expected: (batch, labels)\
                        """);
    }

    @Test
    void numbersAndShapesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Recall.of().thresholds(0.5, 1.5))
                .hasMessage(
                        """
                        Recall: a threshold is not between 0 and 1
                          received: 1.5      expected: from 0 to 1\
                        """);
        assertThatThrownBy(() -> AUC.of().numThresholds(1))
                .hasMessage(
                        """
                        AUC: num_thresholds is too small
                          received: 1      expected: 2 or more\
                        """);
        assertThatThrownBy(() -> IoU.of(3, 3))
                .hasMessage(
                        """
                        IoU: there is no such class
                          received: class 3 of 3      expected: a number from 0 to 2\
                        """);
        var four = Tensor.zeros(4);
        assertThatThrownBy(
                        () -> measure(F1Score.of(), Optional.empty(), List.of(four), List.of(four)))
                .hasMessage(
                        """
                        F1Score: labels and predictions must have two axes
                          received: labels (4,), predictions (4,)      expected: (batch, classes)\
                        """);
        var precision = Precision.of().classId(1);
        assertThatThrownBy(() -> measure(precision, Optional.empty(), List.of(four), List.of(four)))
                .hasMessage(
                        """
                        class_id: there is no such class in the predictions
                          received: 1, shape (4,)      expected: (batch, …, classes), with more than \
                        1 classes\
                        """);
    }
}
