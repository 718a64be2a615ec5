package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.Wrong;
import hebb.nn.callbacks.LambdaCallback;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackTest {
    private final Tensor x = Tensor.ones(4, 2);
    private final Tensor y = Tensor.ones(4, 1);
    private final List<String> told = new ArrayList<>();

    private static Model model() {
        var model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile("sgd", "mse", "mae");
        return model;
    }

    private final class Diary implements TrainingCallback {
        @Override
        public void onTrainBegin(Training training) {
            told.add("train " + training.epochs() + " of " + training.steps().orElseThrow());
        }

        @Override
        public void onTrainEnd(Training training) {
            told.add("train end");
        }

        @Override
        public void onEpochBegin(Training training, int epoch) {
            told.add("epoch " + epoch);
        }

        @Override
        public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
            told.add("epoch end " + logs.keySet());
        }

        @Override
        public void onTrainBatchBegin(Training training, int batch) {
            told.add("batch " + batch);
        }

        @Override
        public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
            told.add("batch end " + logs.keySet());
        }

        @Override
        public void onTestBegin(Training training) {
            told.add("test");
        }

        @Override
        public void onTestEnd(Training training, Map<String, Double> logs) {
            told.add("test end " + logs.keySet());
        }

        @Override
        public void onTestBatchBegin(Training training, int batch) {
            told.add("test batch " + batch);
        }

        @Override
        public void onTestBatchEnd(Training training, int batch, Map<String, Double> logs) {
            told.add("test batch end " + logs.keySet());
        }

        @Override
        public void onPredictBegin(Training training) {
            told.add("predict");
        }

        @Override
        public void onPredictEnd(Training training) {
            told.add("predict end");
        }

        @Override
        public void onPredictBatchBegin(Training training, int batch) {
            told.add("predict batch " + batch);
        }

        @Override
        public void onPredictBatchEnd(Training training, int batch) {
            told.add("predict batch end " + batch);
        }
    }

    @Test
    void aFitIsToldInOrder() {
        model().fit(
                        x,
                        y,
                        Fit.epochs(1)
                                .batchSize(4)
                                .validation(x, y)
                                .callbacks(new Diary())
                                .verbose(0));
        assertThat(told)
                .containsExactly(
                        "train 1 of 1",
                        "epoch 0",
                        "batch 0",
                        "batch end [loss, mae]",
                        "test",
                        "test batch 0",
                        "test batch end [loss, mae]",
                        "test end [loss, mae]",
                        "epoch end [loss, mae, val_loss, val_mae]",
                        "train end");
    }

    @Test
    void anEvaluationAndAPredictionAreToldToo() {
        var how = Inference.of().batchSize(2).callbacks(new Diary()).verbose(0);
        var model = model();
        var _ = model.predict(x, how);
        assertThat(told)
                .containsExactly(
                        "predict",
                        "predict batch 0",
                        "predict batch end 0",
                        "predict batch 1",
                        "predict batch end 1",
                        "predict end");
        told.clear();
        var _ = model.evaluate(x, y, how.steps(1));
        assertThat(told)
                .containsExactly(
                        "test",
                        "test batch 0",
                        "test batch end [loss, mae]",
                        "test end [loss, mae]");
    }

    @Test
    void functionsMakeACallback() {
        var callback =
                LambdaCallback.of()
                        .onTrainBegin(_ -> told.add("begin"))
                        .onEpochBegin((_, epoch) -> told.add("epoch " + epoch))
                        .onTrainBatchBegin((_, batch) -> told.add("batch " + batch))
                        .onTrainBatchEnd(
                                (_, _, logs) -> told.add("loss " + logs.containsKey("loss")))
                        .onEpochEnd((_, _, logs) -> told.add("logs " + logs.keySet()))
                        .onTrainEnd(_ -> told.add("end"));
        model().fit(x, y, Fit.epochs(1).callbacks(callback).verbose(0));
        assertThat(told)
                .containsExactly(
                        "begin", "epoch 0", "batch 0", "loss true", "logs [loss, mae]", "end");
    }

    @Test
    void aTrainingCanBeStoppedWithinAnEpoch() {
        var callback =
                LambdaCallback.of()
                        .onTrainBatchEnd((training, batch, _) -> {
                            told.add("batch " + batch);
                            if (batch == 1) {
                                training.stop();
                            }
                        })
                        .onEpochEnd((_, epoch, _) -> told.add("epoch end " + epoch));
        var history = model().fit(x, y, Fit.epochs(5).batchSize(1).callbacks(callback).verbose(0));
        assertThat(told).containsExactly("batch 0", "batch 1", "epoch end 0");
        assertThat(history.epochs()).containsExactly(0);
    }

    @Test
    void theLearningRateCanBeChangedOnTheWay() {
        var rates = new ArrayList<Double>();
        var halving =
                LambdaCallback.of()
                        .onEpochBegin((training, epoch) -> {
                            training.learningRate(0.1 / (epoch + 1));
                            rates.add(training.learningRate());
                        });
        var model = model();
        model.fit(x, y, Fit.epochs(2).callbacks(halving).verbose(0));
        assertThat(rates.get(0)).isCloseTo(0.1, within(1e-8));
        assertThat(rates.get(1)).isCloseTo(0.05, within(1e-8));
        Wrong.says(
                """
                Training: a prediction has no learning rate
                """,
                () -> {
                    TrainingCallback asks =
                            new TrainingCallback() {
                                @Override
                                public void onPredictBegin(Training training) {
                                    training.learningRate(1);
                                }
                            };
                    var _ = model.predict(x, Inference.of().callbacks(asks));
                });
    }

    @Test
    void itIsKnownWhatIsMeasuredAndWhichWayIsBetter() {
        var callback =
                LambdaCallback.of()
                        .onTrainBegin(training -> {
                            assertThat(training.measured())
                                    .containsExactly("loss", "mae", "val_loss", "val_mae");
                            assertThat(training.direction("val_loss"))
                                    .contains(Metric.Direction.DOWN);
                            assertThat(training.direction("accuracy")).isEmpty();
                            told.add("asked");
                        });
        model().fit(x, y, Fit.epochs(1).validation(x, y).callbacks(callback).verbose(0));
        assertThat(told).containsExactly("asked");
    }
}
