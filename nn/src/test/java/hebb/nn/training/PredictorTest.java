package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private final Sequential model =
            Sequential.of(Dense.of(5).activation(Activation.TANH), Dense.of(2));
    private final Tensor x = Tensor.linspace(-1, 1, 70).cast(DType.FLOAT32).reshape(35, 2);

    @Test
    void batchesGiveWhatTheWholeGives() {
        var whole = model.predictOnBatch(x);
        assertThat(model.predict(x, Inference.of().batchSize(8)).toFloats())
                .isEqualTo(whole.toFloats());
        assertThat(model.predict(x).shape().dims()).containsExactly(35, 2);
        assertThat(model.predict(Dataset.of(x, whole)).toFloats()).isEqualTo(whole.toFloats());
        assertThat(model.predict(x, Inference.of().batchSize(8).steps(2)).dim(0)).isEqualTo(16);
        assertThat(model.call(x).toFloats()).isEqualTo(whole.toFloats());
    }

    @Test
    void listsAreTakenAsTensorsAre() {
        var ys = model.predictAll(x);
        assertThat(model.predictAll(List.of(x)).getFirst().toFloats())
                .isEqualTo(ys.getFirst().toFloats());
        var some = Inference.of().batchSize(8).steps(2);
        assertThat(model.predictAll(List.of(x), some).getFirst().dim(0)).isEqualTo(16);
        assertThat(model.predictAll(Dataset.of(x)).getFirst().dim(0)).isEqualTo(35);

        model.compile("sgd", "mse");
        assertThat(model.evaluate(List.of(x), ys, some).loss()).isZero();
        assertThat(model.fit(List.of(x), ys).values("loss")).containsExactly(0.0);
    }

    @Test
    void severalThreadsMayAskAtOnceAndEvenBuildTheModel() throws Exception {
        List<Callable<float[]>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            int batch = 1 + i % 5;
            calls.add(() -> model.predict(x, Inference.of().batchSize(batch)).toFloats());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = threads.invokeAll(calls);
            var expected = model.predictOnBatch(x).toFloats();
            for (var result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }
}
