package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.callbacks.LearningRateScheduler;
import hebb.nn.callbacks.ModelCheckpoint;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.SGD;
import hebb.nn.training.Fit;
import hebb.nn.training.History;
import hebb.nn.training.Inference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private final Tensor x = Tensor.ones(6, 2);
    private final Tensor y = Tensor.ones(6, 1);

    private static Model model() {
        var model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile(SGD.of(0.1), MeanSquaredError.of());
        return model;
    }

    private History fit(Model model, TrainingCallback... callbacks) {
        return model.fit(x, y, Fit.epochs(3).batchSize(2).callbacks(callbacks).verbose(0));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void eachEpochHasAFileOfItsOwn(@TempDir Path folder) throws IOException {
        var model = model();
        var history = fit(model, ModelCheckpoint.of(folder + "/all/{epoch:02d}-{loss:.3f}.keras"));
        assertThat(names(folder.resolve("all")))
                .hasSize(3)
                .last()
                .isEqualTo("03-%.3f.keras".formatted(history.last("loss")));
        var last =
                Model.load(folder.resolve("all").resolve(names(folder.resolve("all")).getLast()));
        var quiet = Inference.of().verbose(0);
        assertThat(last.predict(x, quiet).toFloats())
                .containsExactly(model.predict(x, quiet).toFloats());
    }

    @Test
    void onlyTheBestIsSaved(@TempDir Path folder) throws IOException {
        var worse = LearningRateScheduler.of(epoch -> epoch == 0 ? 0.1 : 3);
        var best =
                ModelCheckpoint.of(folder + "/best-{epoch}.keras")
                        .monitor("loss")
                        .saveBestOnly(true);
        var history = fit(model(), worse, best);
        assertThat(history.values("loss").get(2)).isGreaterThan(history.values("loss").get(0));
        assertThat(names(folder)).containsExactly("best-1.keras");
        var unreachable = ModelCheckpoint.of(folder + "/none.keras").monitor("loss");
        var _ = fit(model(), unreachable.saveBestOnly(true).initialValueThreshold(-1));
        assertThat(names(folder)).containsExactly("best-1.keras");
    }

    @Test
    void weightsAreSavedAfterSoManyBatches(@TempDir Path folder) throws IOException {
        var every = ModelCheckpoint.of(folder + "/{epoch}-{batch}.weights.h5");
        var model = model();
        var _ = fit(model, every.saveWeightsOnly(true).saveFreq(2));
        assertThat(names(folder))
                .containsExactly(
                        "1-2.weights.h5", "2-1.weights.h5", "2-3.weights.h5", "3-2.weights.h5");
        var other = model().seed(5);
        other.loadWeights(folder.resolve("3-2.weights.h5"));
        assertThat(other.trainer().optimizerState().getFirst().value().item()).isEqualTo(8);
    }

    @Test
    void pathsOfAnotherKindAreRefused() {
        assertThatThrownBy(() -> fit(model(), ModelCheckpoint.of("model.txt")))
                .hasMessage(
                        """
                        ModelCheckpoint: the path has another ending
                          received: 'model.txt'      expected: .keras or .h5\
                        """);
        assertThatThrownBy(() -> fit(model(), ModelCheckpoint.of("m.keras").saveWeightsOnly(true)))
                .hasMessage(
                        """
                        ModelCheckpoint: the path has another ending
                          received: 'm.keras'      expected: .weights.h5, because only weights are \
                        saved\
                        """);
    }
}
