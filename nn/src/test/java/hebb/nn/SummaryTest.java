package hebb.nn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Add;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.MaxPooling2D;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Summaries against the files that Keras 3.15 printed of the same models.
class SummaryTest {
    private static final int TERMINAL = 80 - 4;

    private static void require(Summary summary, String file) throws IOException {
        try (var stream = SummaryTest.class.getResourceAsStream("summary/" + file)) {
            assertThat(summary).hasToString(new String(stream.readAllBytes(), UTF_8));
        }
    }

    private static Summary of(Model model) {
        return Summary.of(model).lineLength(TERMINAL);
    }

    private static Sequential cnn() {
        return Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(32, 3).activation(Activation.RELU),
                MaxPooling2D.of(2),
                Conv2D.of(64, 3).activation(Activation.RELU),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(128).activation(Activation.RELU),
                Dense.of(10).activation(Activation.SOFTMAX));
    }

    private static Model functional() {
        var a = Input.of(8).name("a");
        var b = Input.of(4).name("b");
        var shared = Dense.of(16).name("shared_dense_with_a_rather_long_name");
        var h = Concatenate.of().apply(shared.apply(a), shared.apply(Dense.of(8).apply(b)));
        var age = Dense.of(1).name("age").apply(h);
        var kind = Dense.of(3).name("kind").apply(h);
        return Model.of(List.of(a, b), List.of(age, kind)).name("two");
    }

    private static Model nested() {
        var base = Sequential.of(Input.of(8), Dense.of(4), BatchNormalization.of()).name("base");
        var x = Input.of(8).name("input_layer_1");
        return Model.of(x, Dense.of(2).name("dense_1").apply(base.apply(x))).name("outer");
    }

    @Test
    void layersOneBehindTheOther() throws IOException {
        require(of(cnn()), "cnn.txt");
    }

    @Test
    void theOptimizersStateIsCountedOnceThereIsOne() throws IOException {
        var model = cnn();
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        require(of(model), "cnn.txt");
        model.trainOnBatch(Tensor.zeros(1, 28, 28, 1), Tensor.zeros(1));
        require(of(model), "cnn-fitted.txt");
    }

    @Test
    void graphsShowWhatIsConnected() throws IOException {
        require(of(functional()), "functional.txt");
        require(Summary.of(functional()).lineLength(108), "functional-wide.txt");
        var x = Input.of(5);
        require(of(Model.of(x, Add.of().apply(x, Dense.of(5).apply(x)))), "residual.txt");
    }

    @Test
    void modelsInModels() throws IOException {
        require(of(nested()), "nested.txt");
        require(of(nested()).expandNested(true), "nested-expanded.txt");
    }

    @Test
    void whatIsTrained() throws IOException {
        require(
                of(nested().freeze("base")).expandNested(true).showTrainable(true),
                "nested-trainable.txt");
    }

    @Test
    void whatIsNotBuilt() throws IOException {
        require(of(Sequential.of(Dense.of(3), Dense.of(1))), "unbuilt.txt");
    }

    @Test
    void longNamesAreCut() throws IOException {
        var model =
                Sequential.of(
                        Input.of(4),
                        Dense.of(3).name("a_very_long_name_for_a_dense_layer_in_a_model"),
                        Dense.of(1));
        require(of(model.name("long")), "long-name.txt");
    }

    @Test
    void linesCanBeTooShort() {
        Wrong.says(
                """
                summary: the lines are too short for the table
                  received: 12 characters      expected: at least 30
                """,
                () -> Summary.of(cnn()).lineLength(12).toString());
    }
}
