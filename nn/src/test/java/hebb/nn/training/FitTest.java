package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Sequential;
import hebb.nn.Weight;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.Input;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {
    private final Tensor x = Tensor.linspace(-1, 1, 30).cast(DType.FLOAT32).reshape(15, 2);
    private final Tensor y = x.mul(x).sum(1);

    private static Sequential dropping() {
        var model =
                Sequential.of(
                        Input.of(2),
                        Dense.of(6).activation(Activation.TANH),
                        Dropout.of(0.3),
                        Dense.of(1));
        model.compile(Adam.of().learningRate(0.01), MeanSquaredError.of(), Metric.of("mae"));
        return model;
    }

    private static List<float[]> values(Sequential model) {
        return model.weights().all().stream().map(Weight::value).map(Tensor::toFloats).toList();
    }

    @Test
    void xorIsLearned() {
        var corners = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        var model =
                Sequential.of(
                        Dense.of(8).activation(Activation.TANH),
                        Dense.of(1).activation(Activation.SIGMOID));
        model.compile(Adam.of().learningRate(0.05), BinaryCrossentropy.of(), Metric.accuracy());
        var answers = Tensor.of(0, 1, 1, 0);
        var history = model.fit(corners, answers, Fit.epochs(150).batchSize(4).verbose(0));
        assertThat(history.last("accuracy")).isEqualTo(1);
        assertThat(history.last("loss")).isLessThan(0.1);
        assertThat(model.predict(corners).round().toInts()).containsExactly(0, 1, 1, 0);
    }

    /// y = w x by gradient descent on (w x - y)², computed again step by step.
    @Test
    void historyIsTheRunningMeanOverSamples() {
        var model = Sequential.of(Input.of(1), Dense.of(1).useBias(false));
        model.weights().assign("dense/kernel", Tensor.of(0.5f).reshape(1, 1));
        model.compile(SGD.of().learningRate(0.1), MeanSquaredError.of(), Metric.of("mae"));
        float[] xs = {1, 2, -1, 0.5f, 3};
        float[] ys = {2, 3, -3, 1, 5};
        var fit = Fit.epochs(3).batchSize(2).shuffle(false).verbose(0);
        var history = model.fit(Tensor.of(xs).reshape(5, 1), Tensor.of(ys).reshape(5, 1), fit);
        double w = 0.5;
        for (int epoch = 0; epoch < 3; epoch++) {
            double squares = 0;
            double distances = 0;
            for (int from = 0; from < 5; from += 2) {
                int to = Math.min(from + 2, 5);
                double slope = 0;
                for (int i = from; i < to; i++) {
                    double error = w * xs[i] - ys[i];
                    squares += error * error;
                    distances += Math.abs(error);
                    slope += 2 * error * xs[i] / (to - from);
                }
                w -= 0.1 * slope;
            }
            assertThat(history.values("loss").get(epoch)).isCloseTo(squares / 5, within(1e-5));
            assertThat(history.values("mae").get(epoch)).isCloseTo(distances / 5, within(1e-5));
        }
        assertThat(model.weights().value("dense/kernel").item()).isCloseTo(w, within(1e-5));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        var one = dropping();
        var two = dropping();
        var fit = Fit.epochs(3).batchSize(4).seed(5).verbose(0);
        assertThat(one.fit(x, y, fit).values()).isEqualTo(two.fit(x, y, fit).values());
        assertThat(values(one)).usingRecursiveComparison().isEqualTo(values(two));
        var other = dropping();
        other.fit(x, y, fit.seed(6));
        assertThat(values(other).getFirst()).isNotEqualTo(values(one).getFirst());
    }

    @Test
    void goingOnIsTheSameAsNotStopping() {
        var whole = dropping();
        whole.fit(x, y, Fit.epochs(4).batchSize(4).verbose(0));
        var parts = dropping();
        parts.fit(x, y, Fit.epochs(2).batchSize(4).verbose(0));
        var rest = parts.fit(x, y, Fit.epochs(4).initialEpoch(2).batchSize(4).verbose(0));
        assertThat(rest.epochs()).containsExactly(2, 3);
        assertThat(values(parts)).usingRecursiveComparison().isEqualTo(values(whole));
    }

    @Test
    void theFirstFitMayBuildTheModel() {
        var model = Sequential.of(Dense.of(3), Dense.of(1));
        model.compile("sgd", "mse");
        assertThat(model.fit(x, y, Fit.epochs(1).verbose(0)).names()).containsExactly("loss");
        assertThat(model.isBuilt()).isTrue();
    }

    @Test
    void dataSetsAndStreamsAreTaken() {
        var batches = new ArrayList<Batch>();
        Dataset.of(x, y).batch(4).forEach(batches::add);
        var fit = Fit.epochs(2).verbose(0);
        var ofStream = dropping();
        ofStream.fit(Dataset.ofBatches(batches), fit);
        var ofData = dropping();
        ofData.fit(Dataset.of(x, y), fit.batchSize(4).shuffle(false));
        assertThat(values(ofStream)).usingRecursiveComparison().isEqualTo(values(ofData));
        var ofBatched = dropping();
        ofBatched.fit(Dataset.of(x, y).batch(4), fit.shuffle(false));
        assertThat(values(ofBatched)).usingRecursiveComparison().isEqualTo(values(ofData));
    }

    @Test
    void validationRunsAfterTheEpochInInferenceMode() {
        var model = dropping();
        var fit = Fit.epochs(4).batchSize(4).validation(x, y).validationFreq(2).verbose(0);
        var history = model.fit(x, y, fit);
        assertThat(history.names()).containsExactly("loss", "mae", "val_loss", "val_mae");
        assertThat(history.values("val_loss")).hasSize(2);
        var evaluation = model.evaluate(x, y, Inference.of().batchSize(4));
        assertThat(history.last("val_loss")).isEqualTo(evaluation.loss());
        assertThat(history.last("val_mae")).isEqualTo(evaluation.value("mae"));
    }

    @Test
    void validationBatchesAndStepsCanDiffer() {
        var sizes = new ArrayList<Integer>();
        var seen =
                Dataset.of(x, y)
                        .mapBatches(b -> {
                            sizes.add(b.size());
                            return b;
                        });
        dropping()
                .fit(
                        x,
                        y,
                        Fit.epochs(1)
                                .validation(seen)
                                .validationBatchSize(5)
                                .validationSteps(2)
                                .verbose(0));
        assertThat(sizes).containsExactly(5, 5);
    }

    @Test
    void validationDataMaySayTheirBatchSize() {
        var sizes = new ArrayList<Integer>();
        var seen =
                Dataset.of(x, y)
                        .mapBatches(b -> {
                            sizes.add(b.size());
                            return b;
                        });
        var fit = Fit.epochs(1).batchSize(4).verbose(0);
        dropping().fit(x, y, fit.validation(seen));
        assertThat(sizes).containsExactly(4, 4, 4, 3);
        sizes.clear();
        dropping().fit(x, y, fit.validation(seen.batch(8)));
        assertThat(sizes).containsExactly(8, 7);
    }

    @Test
    void optionsAreKerass() {
        assertThat(Fit.epochs(3).batchSize(64))
                .hasToString(
                        "Fit(epochs=3, batch_size=64, validation_split=0.0, shuffle=true, seed=0,"
                                + " initial_epoch=0, steps_per_epoch=None, validation_steps=None,"
                                + " validation_batch_size=None, validation_freq=1, verbose=1)");
        assertThat(Inference.of().batchSize(8))
                .hasToString("Inference(batch_size=8, steps=None, verbose=1)");
    }

    @Test
    void anEpochCanBeCutShort() {
        var model = dropping();
        model.fit(x, y, Fit.epochs(2).batchSize(2).stepsPerEpoch(3).verbose(0));
        assertThat(model.trainer().slots().value("iteration").item()).isEqualTo(6);
    }

    @Test
    void trainedBatchByBatchItLearnsTheSame() {
        var byFit = dropping();
        byFit.fit(x, y, Fit.epochs(1).batchSize(5).shuffle(false).verbose(0));
        var byHand = dropping();
        IntStream.range(0, 3)
                .map(i -> i * 5)
                .forEach(i -> byHand.trainOnBatch(x.slice(0, i, i + 5), y.slice(0, i, i + 5)));
        assertThat(values(byHand)).usingRecursiveComparison().isEqualTo(values(byFit));
        var running = byHand.testOnBatch(x, y);
        byHand.trainer().resetMetrics();
        var alone = byHand.testOnBatch(x, y);
        assertThat(alone.loss()).isNotEqualTo(running.loss());
        assertThat(alone).hasToString(byHand.evaluate(x, y).toString());
    }

    @Test
    void compilingAgainKeepsTheWeights() {
        var model = dropping();
        model.fit(x, y, Fit.epochs(1).verbose(0));
        var before = values(model);
        model.compile("sgd", "mae");
        assertThat(values(model)).usingRecursiveComparison().isEqualTo(before);
        assertThat(model.trainer().slots().all()).isEmpty();
        assertThat(model.fit(x, y, Fit.epochs(1).verbose(0)).names()).containsExactly("loss");
    }

    @Test
    void theLearningRateCanBeChanged() {
        var model = dropping();
        assertThat(model.trainer().learningRate()).isCloseTo(0.01, within(1e-8));
        model.trainer().learningRate(0);
        var before = values(model);
        model.fit(x, y, Fit.epochs(1).verbose(0));
        assertThat(values(model)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void float64IsTrainedToo() {
        var model = Sequential.of(Input.of(2), Dense.of(1)).dtype(DType.FLOAT64);
        model.compile("sgd", "mse", "mae");
        var history = model.fit(x, y, Fit.epochs(2).verbose(0));
        assertThat(history.last("loss")).isLessThan(history.values("loss").getFirst());
        assertThat(model.weights().value("dense/kernel").dtype()).isEqualTo(DType.FLOAT64);
    }
}
