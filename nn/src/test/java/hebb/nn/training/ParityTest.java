package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.RMSprop;
import hebb.nn.optimizers.SGD;
import hebb.nn.regularizers.L2;
import hebb.nn.regularizers.Regularizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whole trainings against the numbers that Keras 3.15 gives for them.
class ParityTest {
    private static final int SAMPLES = 20;

    private final Tensor x = ramp(1, 0, SAMPLES, 3);
    private final Tensor y = ramp(0.8, 1, SAMPLES, 1);
    private final Tensor classes = Tensor.arange(SAMPLES).mod(3);

    /// The values sin(0.7 i + shift) · scale.
    private static Tensor ramp(double scale, double shift, int... shape) {
        int size = Shape.of(shape).size();
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (Math.sin(i * 0.7 + shift) * scale);
        }
        return Tensor.of(values).reshape(shape);
    }

    private static <M extends Model> M ramped(M model) {
        int shift = 0;
        for (var weight : model.weights()) {
            weight.assign(ramp(0.5, shift++, weight.shape().dims()));
        }
        return model;
    }

    private static Sequential network(int units, Activation activation, Regularizer price) {
        return ramped(
                Sequential.of(
                        Input.of(3),
                        Dense.of(4).activation(Activation.TANH).kernelRegularizer(price),
                        Dense.of(units).activation(activation)));
    }

    private static Sequential network(int units, Activation activation) {
        return network(units, activation, Regularizer.none());
    }

    private static Fit fit(int epochs, int batch) {
        return Fit.epochs(epochs).batchSize(batch).shuffle(false).verbose(0);
    }

    private static void require(History history, Map<String, List<Double>> expected) {
        assertThat(history.names()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                assertThat(history.values(name).get(i))
                        .as(name + " after epoch " + i)
                        .isCloseTo(values.get(i), within(2e-6));
            }
        });
    }

    @Test
    void validationSplitTakesTheLastPart() {
        var model = network(1, Activation.LINEAR);
        model.compile(
                Optimizer.of("sgd").learningRate(0.1), MeanSquaredError.of(), Metric.of("mae"));
        require(
                model.fit(x, y, fit(3, 6).validationSplit(0.25)),
                Map.of(
                        "loss", List.of(0.406043, 0.3689933, 0.3726312),
                        "mae", List.of(0.5295269, 0.5490205, 0.5583948),
                        "val_loss", List.of(0.337005, 0.3683805, 0.3796571),
                        "val_mae", List.of(0.5348865, 0.5576937, 0.5679952)));
    }

    @Test
    void classWeightsCountInLossAndWeightedMetrics() {
        var model = network(3, Activation.SOFTMAX);
        model.compile(
                Compile.of(Adam.of().learningRate(0.02))
                        .loss(SparseCategoricalCrossentropy.of())
                        .metrics(Metric.accuracy())
                        .weightedMetrics(Metric.accuracy()));
        require(
                model.fit(x, classes, fit(3, 8).classWeight(Map.of(0, 1.0, 1, 2.5, 2, 0.5))),
                Map.of(
                        "loss", List.of(1.4724264, 1.2874686, 1.126672),
                        "accuracy", List.of(0.35, 0.55, 0.5),
                        "weighted_accuracy", List.of(0.2545455, 0.6181818, 0.7454545)));
    }

    @Test
    void classWeightsOfOneHotLabelsAreThoseOfTheirClasses() {
        var weights = Map.of(0, 1.0, 1, 2.5, 2, 0.5);
        var sparse = network(3, Activation.SOFTMAX);
        sparse.compile("sgd", "sparse_categorical_crossentropy");
        var oneHot = network(3, Activation.SOFTMAX);
        oneHot.compile("sgd", "categorical_crossentropy");
        double expected = sparse.fit(x, classes, fit(2, 8).classWeight(weights)).last("loss");
        assertThat(oneHot.fit(x, classes.oneHot(3), fit(2, 8).classWeight(weights)).last("loss"))
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void sampleWeightsCountInTheLossAndPricesAreAdded() {
        var model = network(1, Activation.LINEAR, L2.of(0.01));
        model.compile(
                Compile.of(SGD.of().learningRate(0.05).momentum(0.9))
                        .loss(MeanSquaredError.of())
                        .metrics(Metric.of("mse"))
                        .weightedMetrics(MeanAbsoluteError.of()));
        var weight = Tensor.linspace(0, 2, SAMPLES).cast(DType.FLOAT32);
        require(
                model.fit(x, y, fit(3, 8).sampleWeight(weight)),
                Map.of(
                        "loss", List.of(0.4270326, 0.3817444, 0.3477464),
                        "mse", List.of(0.401902, 0.3601269, 0.3362596),
                        "mean_absolute_error", List.of(0.5458926, 0.5458659, 0.5314912)));
        var evaluation =
                model.evaluate(
                        Dataset.of(Batch.of(x, y).weighted(weight)), Inference.of().batchSize(8));
        assertThat(evaluation.loss()).isCloseTo(0.3587266504764557, within(2e-6));
        assertThat(evaluation.value("mse")).isCloseTo(0.34292924404144287, within(2e-6));
        assertThat(evaluation.value("mean_absolute_error"))
                .isCloseTo(0.5407039523124695, within(2e-6));
    }

    @Test
    void everyOutputHasItsLossItsWeightAndItsMetrics() {
        var a = Input.of(3).name("a");
        var b = Input.of(2).name("b");
        var h = Dense.of(4).activation(Activation.TANH).name("h");
        var joined = h.apply(Concatenate.of().name("join").apply(a, b));
        var value = Dense.of(1).name("value").apply(joined);
        var kind = Dense.of(3).activation(Activation.SOFTMAX).name("kind").apply(joined);
        var model = ramped(Model.of(List.of(a, b), List.of(value, kind)));
        model.compile(
                Compile.of(SGD.of().learningRate(0.1))
                        .loss("value", MeanSquaredError.of())
                        .lossWeight("value", 0.5)
                        .metrics("value", Metric.of("mae"))
                        .loss("kind", SparseCategoricalCrossentropy.of())
                        .lossWeight("kind", 2)
                        .metrics("kind", Metric.accuracy()));
        require(
                model.fit(List.of(x, ramp(1, 2, SAMPLES, 2)), List.of(y, classes), fit(2, 7)),
                Map.of(
                        "loss", List.of(2.4097247, 2.2277038),
                        "value_loss", List.of(0.408383, 0.3845962),
                        "value_mae", List.of(0.5085071, 0.5253432),
                        "kind_loss", List.of(1.1027665, 1.0177028),
                        "kind_accuracy", List.of(0.3, 0.45)));
    }

    @Test
    void labelsOfOneAxisFitOneOutput() {
        var model = network(1, Activation.SIGMOID);
        model.compile(RMSprop.of().learningRate(0.01), BinaryCrossentropy.of(), Metric.accuracy());
        require(
                model.fit(x, Tensor.arange(SAMPLES).mod(2), fit(2, 5)),
                Map.of("loss", List.of(0.7021343, 0.6955038), "accuracy", List.of(0.5, 0.5)));
    }
}
