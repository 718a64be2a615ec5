package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Nested;
import hebb.nn.Symbol;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.SGD;
import hebb.nn.training.Compile;
import hebb.nn.training.Fit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models whose inputs and outputs are dicts and lists, in files.
class NestedFileTest {
    @TempDir Path folder;

    private final Input a = Input.of(2).name("a");
    private final Input b = Input.of(1).name("b");
    private final Symbol h = Concatenate.of().apply(a, b);

    private Model again(Model model) {
        var file = folder.resolve("m.keras");
        model.save(file);
        return Model.load(file);
    }

    @Test
    void keysAreNames() {
        var model =
                Model.of(
                        Map.of("right", a, "left", b),
                        Map.of("q", Dense.of(2).apply(h), "p", Dense.of(1).apply(h)));
        model.compile(
                Compile.of(SGD.of())
                        .loss("p", MeanSquaredError.of())
                        .loss("q", MeanAbsoluteError.of())
                        .lossWeight("q", 0.5)
                        .metrics("q", Metric.of("mse")));
        var copy = again(model);
        assertThat(copy.inputNames()).containsExactly("left", "right");
        assertThat(copy.inputLayers()).containsExactly("b", "a");
        assertThat(copy.outputNames()).containsExactly("p", "q");
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        var xs = List.of(Tensor.ones(3, 1), Tensor.ones(3, 2));
        var ys = List.of(Tensor.ones(3, 1), Tensor.ones(3, 2));
        var history = copy.fit(xs, ys, Fit.epochs(1).verbose(0));
        assertThat(history.names()).containsExactly("loss", "p_loss", "q_loss", "q_mse");
    }

    @Test
    void pathsAreNamesOfWhatIsNested() {
        var one = Dense.of(1).name("one").apply(h);
        var two = Dense.of(2).name("two").apply(h);
        Nested<Symbol> outputs =
                new Nested.Keyed<>(
                        Map.of(
                                "pair",
                                Nested.of(List.of(one, two)),
                                "z",
                                Nested.of(Map.of("deep", two))));
        var model = Model.of(Nested.of(List.of(a, b)), outputs);
        model.compile(Compile.of(SGD.of()).loss("pair/two", MeanSquaredError.of()));
        var copy = again(model);
        assertThat(copy.outputNames()).containsExactly("pair/one", "pair/two", "z/deep");
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        assertThat(copy.drawn().outputNest().map(_ -> 0)).isEqualTo(outputs.map(_ -> 0));
    }

    @Test
    void keyThatIsNoOutputIsNamed() {
        var model = Model.of(Map.of("a", a, "b", b), Map.of("p", Dense.of(1).apply(h)));
        model.compile(Compile.of(SGD.of()).loss("p", MeanSquaredError.of()));
        var json = model.toJson();
        assertThat(json).contains("\"loss\":{\"p\":");
        assertThatThrownBy(
                        () -> Model.fromJson(json.replace("\"loss\":{\"p\":", "\"loss\":{\"P\":")))
                .hasMessageContaining("the model has no output of that name")
                .hasMessageContaining("received: 'P'");
    }
}
