package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import hebb.nn.Model;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `fit`, `predict`, `evaluate` and `summary`, as somebody with a Keras file uses them.
class ModelCommandsTest {
    private static final String CASE = "loss_scce";

    @TempDir private Path folder;

    @Test
    void predictionsAreKerass() {
        var y = folder.resolve("y.npy");
        var outcome =
                Outcome.of(
                        "predict",
                        Cases.file(CASE, "initial.keras"),
                        "--x",
                        Cases.file(CASE, "x.npy"),
                        "--output",
                        y.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertClose(Npy.read(y), Cases.FOLDER.resolve(CASE).resolve("predict_initial.npy"), 2e-5);
    }

    @Test
    void whatFitWritesPredictsAsKerasDoesAfterTheSameTraining() throws IOException {
        var trained = folder.resolve("trained.keras");
        var history = folder.resolve("history.json");
        var fit =
                Outcome.of(
                        "fit",
                        Cases.file(CASE, "initial.keras"),
                        "--x",
                        Cases.file(CASE, "x.npy"),
                        "--y",
                        Cases.file(CASE, "y.npy"),
                        "--epochs",
                        "2",
                        "--batch-size",
                        "8",
                        "--no-shuffle",
                        "--history",
                        history.toString(),
                        "--output",
                        trained.toString());
        assertThat(fit.err()).isEmpty();
        assertThat(fit.code()).isZero();
        assertThat(fit.out()).contains("Epoch 1/2", "Epoch 2/2", "loss: ");
        var y = folder.resolve("y.npy");
        var _ =
                Outcome.of(
                        "predict",
                        trained.toString(),
                        "--input",
                        Cases.file(CASE, "x.npy"),
                        "--output",
                        y.toString());
        assertClose(Npy.read(y), Cases.FOLDER.resolve(CASE).resolve("predict_trained.npy"), 2e-4);
        var numbers = HistoryFile.read(history);
        var kerass = HistoryFile.read(Path.of(Cases.file(CASE, "history.json")));
        assertThat(numbers.byName().keySet()).isEqualTo(kerass.byName().keySet());
        assertThat(numbers.of("loss").getLast())
                .isCloseTo(kerass.of("loss").getLast(), within(1e-4));
        assertThat(folder.toFile().list()).hasSize(3); // nothing temporary is left
    }

    @Test
    void evaluatePrintsLossAndMetricsAsTextOrJson() {
        var text = evaluate();
        assertThat(text.code()).isZero();
        assertThat(text.out()).matches("loss=\\d+\\.\\d{4}( \\w+=\\d+\\.\\d{4})*\n");
        var json = evaluate("--json", "--batch-size", "5");
        assertThat(json.out()).matches("\\{\"loss\":[0-9.]+(,\"\\w+\":[0-9.E-]+)*}\n");
    }

    private Outcome evaluate(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "evaluate",
                                Cases.file(CASE, "initial.keras"),
                                "--x",
                                Cases.file(CASE, "x.npy"),
                                "--y",
                                Cases.file(CASE, "y.npy")));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    @Test
    void summaryCountsTheParametersAndThoseOfTheOptimizer() {
        var outcome = Outcome.of("summary", Cases.file("tutorial_mnist_cnn", "initial.keras"));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        " Total params: 675,104 (2.58 MB)",
                        " Trainable params: 225,034 (879.04 KB)",
                        " Non-trainable params: 0 (0.00 B)",
                        " Optimizer params: 450,070 (1.72 MB)");
    }

    @Test
    void severalInputsAndOutputsAreNamedInArchives() {
        var a = Input.of(2).name("a");
        var b = Input.of(3).name("b");
        var model =
                Model.of(
                        List.of(a, b),
                        List.of(
                                Dense.of(1).name("left").apply(a),
                                Dense.of(1).name("right").apply(b)));
        var file = folder.resolve("two.keras");
        model.save(file);
        var samples = new LinkedHashMap<String, Tensor>();
        samples.put("b", Tensor.of(new double[][] {{1, 2, 3}}));
        samples.put("a", Tensor.of(new double[][] {{4, 5}}));
        var x = folder.resolve("x.npz");
        Npz.write(x, samples);
        var y = folder.resolve("y.npz");
        var outcome =
                Outcome.of(
                        "predict", file.toString(), "--x", x.toString(), "--output", y.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        var expected = model.predictAll(samples.get("a"), samples.get("b"));
        assertThat(Npz.read(y).keySet()).containsExactly("left", "right");
        assertThat(Npz.read(y).lastEntry().getValue().toFloats())
                .containsExactly(expected.get(1).toFloats());
    }

    @Test
    void arraysOfOtherNamesAreAMistake() {
        var samples = folder.resolve("x.npz");
        var arrays = new LinkedHashMap<String, Tensor>();
        arrays.put("p", Tensor.of(1.0));
        arrays.put("q", Tensor.of(1.0));
        Npz.write(samples, arrays);
        var outcome =
                Outcome.of(
                        "predict",
                        Cases.file(CASE, "initial.keras"),
                        "--x",
                        samples.toString(),
                        "--output",
                        folder.resolve("y.npy").toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith(samples + ": the arrays are not those that the model names\n")
                .contains("received: p, q ", "fix: numpy.savez(file, ");
    }

    @Test
    void aNameThatSaysNoFormIsFoundOutBeforeTheWork() {
        var output = folder.resolve("trained");
        var outcome =
                Outcome.of(
                        "fit",
                        Cases.file(CASE, "initial.keras"),
                        "--x",
                        Cases.file(CASE, "x.npy"),
                        "--y",
                        Cases.file(CASE, "y.npy"),
                        "--output",
                        output.toString());
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                output
                                        + """
                                        : the name does not say in which form a model lies there
                                          expected: a name that ends in .keras or .h5
                                        """));
        var table = folder.resolve("y.csv");
        assertThat(Outcome.of("predict", "missing.keras", "--x", "x.npy", "--output", table + ""))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                table
                                        + """
                                        : the name does not say in which form arrays lie there
                                          expected: a name that ends in .npy, or for several arrays in .npz
                                        """));
    }

    @Test
    void severalOutputsForOneArrayAreFoundOutBeforeTheWork() {
        var x = Input.of(2);
        var left = Dense.of(1).name("left").apply(x);
        var right = Dense.of(1).name("right").apply(x);
        var file = folder.resolve("two.keras");
        Model.of(List.of(x), List.of(left, right)).save(file);
        var y = folder.resolve("y.npy");
        assertThat(Outcome.of("predict", file + "", "--x", "missing.npy", "--output", y + ""))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                y
                                        + """
                                        : a .npy file holds one array
                                          received: 2: left, right
                                          fix: write to a .npz file
                                        """));
    }

    @Test
    void whatIsNotANumberIsWrittenAsPythonReadsIt() {
        var x = Input.of(1);
        var model = Model.of(x, Dense.of(1).apply(x));
        model.compile("sgd", "mse");
        var file = folder.resolve("plain.keras");
        model.save(file);
        var lost = folder.resolve("lost.npy");
        Npy.write(lost, Tensor.of(new double[][] {{Double.NaN}}));
        assertThat(Outcome.of("evaluate", file + "", "--x", lost + "", "--y", lost + "", "--json"))
                .isEqualTo(new Outcome(0, "{\"loss\":NaN}\n", ""));
    }

    @Test
    void aFileWithoutAHistoryIsAMistake() throws IOException {
        var file = folder.resolve("history.json");
        assertThatThrownBy(() -> HistoryFile.read(file))
                .hasMessage(file + ": there is no such file");
        Files.writeString(file, "{\"loss\": [0.5, \"low\"]}");
        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": the file holds no history of a training\n"
                                + "  received: \"low\"      expected: {\"loss\": [0.5, 0.25], …}:"
                                + " a name to one number an epoch");
        Files.writeString(file, "{\"loss\": [0.5, ");
        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(file + ": the file holds no JSON\n  received: ");
        Files.writeString(file, "{\"loss\": [NaN]}");
        assertThat(HistoryFile.read(file).of("loss")).containsExactly(Double.NaN);
    }

    @Test
    void aFolderThatIsNotThereIsFoundOutBeforeTheWork() {
        var nowhere = folder.resolve("no").resolve("y.npy");
        var outcome =
                Outcome.of("predict", "missing.keras", "--x", "x.npy", "--output", nowhere + "");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                --output: there is no such folder
                                  received: %s      expected: a file in a folder that exists
                                """
                                        .formatted(nowhere)));
    }

    @Test
    void aModelThatWasNotCompiledCannotBeTrained() {
        var file = folder.resolve("plain.keras");
        var x = Input.of(2);
        Model.of(x, Dense.of(1).apply(x)).save(file);
        var samples = folder.resolve("x.npy");
        Npy.write(samples, Tensor.of(new double[][] {{1, 2}}));
        var outcome =
                Outcome.of(
                        "fit",
                        file.toString(),
                        "--x",
                        samples.toString(),
                        "--y",
                        samples.toString(),
                        "--output",
                        folder.resolve("out.keras").toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        file
                                + """
                                : the model was saved without being compiled
                                  expected: an optimizer and a loss in the file
                                  fix: call model.compile(…) before model.save(…)
                                """);
    }

    private static void assertClose(Tensor values, Path expected, double tolerance) {
        var numbers = Npy.read(expected);
        assertThat(values.shape()).isEqualTo(numbers.shape());
        var keras = numbers.toDoubles();
        var mine = values.toDoubles();
        for (int i = 0; i < mine.length; i++) {
            assertThat(mine[i])
                    .isCloseTo(keras[i], within(tolerance + tolerance * Math.abs(keras[i])));
        }
    }
}
