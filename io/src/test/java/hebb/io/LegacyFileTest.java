package hebb.io;

import static hebb.io.KerasFileTest.assertClose;
import static hebb.io.KerasFileTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The older `.h5` files, and configs as Keras 1 and 2 wrote them.
class LegacyFileTest {
    private static final Path ROOT = Path.of("src", "test", "legacy-cases");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"conv", "dense", "nested", "residual"})
    void computesWhatKerasDidAndIsWrittenAgain(String name) {
        var model = Model.load(ROOT.resolve(name).resolve("model.h5"));
        var x = Npy.read(ROOT.resolve(name).resolve("x.npy"));
        var expected = Npy.read(ROOT.resolve(name).resolve("predict.npy"));
        assertClose(model.predict(x), expected, 2e-5);
        assertThat(model.trainer().optimizerState().getFirst().value().item()).isEqualTo(2);

        var again = folder.resolve("again.h5");
        model.save(again);
        var copy = Model.load(again);
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        assertSame(copy.weights().all(), model.weights().all());
        assertSame(copy.trainer().optimizerState(), model.trainer().optimizerState());
    }

    @Test
    void severalInputsAndOutputs() {
        var model = Model.load(ROOT.resolve("several").resolve("model.h5"));
        var x = Npz.read(ROOT.resolve("several").resolve("x.npz"));
        var expected = Npz.read(ROOT.resolve("several").resolve("predict.npz"));
        var inputs = model.inputNames().stream().map(x::get).toArray(Tensor[]::new);
        var made = model.predictAll(inputs);
        assertThat(expected).containsOnlyKeys(model.outputNames());
        expected.forEach((name, value) ->
                assertClose(made.get(model.outputNames().indexOf(name)), value, 2e-5));
        assertThat(model.trainer().settings().lossWeightOf("p")).isEqualTo(0.5);
    }

    @Test
    void weightsAloneInAnyForm() {
        var model = small().seed(1);
        for (var name : new String[] {"w.h5", "w.weights.h5", "w.safetensors"}) {
            var other = small().seed(2);
            model.saveWeights(folder.resolve(name));
            other.loadWeights(folder.resolve(name));
            assertSame(other.weights().all(), model.weights().all());
        }
    }

    @Test
    void weightsAreNoModel() {
        var file = folder.resolve("w.h5");
        small().saveWeights(file);
        assertThatThrownBy(() -> Model.load(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": the file holds no model\n"
                                + "  received: no attribute 'model_config'     "
                                + " expected: a file that Keras wrote by model.save(\"….h5\")\n"
                                + "  fix: model.loadWeights(…), if it holds weights only");
    }

    private static Model small() {
        return Sequential.of(Input.of(3), Dense.of(4), Dense.of(2));
    }

    @Test
    void aSequentialOfKeras2() {
        var model =
                Model.fromJson(
                        """
                        {"class_name": "Sequential", "config": {"name": "old", "layers": [
                          {"class_name": "Dense", "config": {"name": "d", "trainable": true,
                            "batch_input_shape": [null, 3], "dtype": "float32", "units": 4,
                            "activation": "relu", "use_bias": true,
                            "kernel_initializer": {"class_name": "GlorotUniform",
                              "config": {"seed": null, "dtype": "float32"}},
                            "bias_initializer": {"class_name": "Zeros", "config": {}},
                            "kernel_regularizer": {"class_name": "L1L2",
                              "config": {"l1": 0.0, "l2": 0.01}},
                            "bias_regularizer": null,
                            "kernel_constraint": null, "bias_constraint": null}},
                          {"class_name": "Dropout", "config": {"name": "drop", "trainable": true,
                            "rate": 0.5, "noise_shape": null, "seed": null}}]},
                         "keras_version": "2.2.4", "backend": "tensorflow"}
                        """);
        assertThat(model.inputs()).hasToString("[float32(None, 3)]");
        assertThat(model.outputs()).hasToString("[float32(None, 4)]");
    }

    @Test
    void aFunctionalOfKeras2() {
        var model =
                Model.fromJson(
                        """
                        {"class_name": "Model", "config": {"name": "m", "layers": [
                          {"class_name": "InputLayer", "name": "a", "inbound_nodes": [], "config":
                            {"batch_input_shape": [null, 3], "dtype": "float32", "sparse": false,
                             "name": "a"}},
                          {"class_name": "Dense", "name": "d", "config":
                            {"name": "d", "units": 3, "activation": "linear"},
                            "inbound_nodes": [[["a", 0, 0, {}]], [["d", 0, 0, {}]]]},
                          {"class_name": "Add", "name": "s", "config": {"name": "s"},
                            "inbound_nodes": [[["d", 0, 0, {}], ["d", 1, 0, {}]]]}],
                          "input_layers": [["a", 0, 0]], "output_layers": [["s", 0, 0]]}}
                        """);
        model.weights()
                .assign("d/kernel", Tensor.of(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 2}}));
        var y = model.predict(Tensor.of(new float[][] {{1, 2, 3}}));
        assertThat(y.toFloats()).containsExactly(2, 4, 18);
    }

    @Test
    void trainingSettingsOfKeras2() {
        var model =
                Model.fromJson(
                        """
                        {"class_name": "Sequential", "config": [
                          {"class_name": "Dense", "config": {"name": "d", "units": 1,
                            "batch_input_shape": [null, 3]}}],
                         "compile_config": {
                           "optimizer": {"class_name": "Adam", "config": {"name": "Adam", "lr": 0.25,
                             "decay": 0.0, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-07,
                             "amsgrad": false}},
                           "loss": "mse", "metrics": ["mae"], "loss_weights": null,
                           "sample_weight_mode": null}}
                        """);
        assertThat(model.trainer().learningRate()).isEqualTo(0.25);
    }
}
