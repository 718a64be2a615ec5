package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the examples that learn, as a user does, in their quick form and on data sets of a few
/// samples.
class ExamplesTest {
    @TempDir private Path folder;

    private static double last(String name, String output) {
        return Pattern.compile(name + "=([0-9.]+(?:e-[0-9]+)?)")
                .matcher(output)
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring(name.length() + 1))
                .mapToDouble(Double::parseDouble)
                .reduce(Double.NaN, (_, later) -> later);
    }

    private static void drew(String... pictures) throws IOException {
        for (var picture : pictures) {
            var file = Path.of("target", picture);
            assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
            Files.delete(file); // the next run has to draw it anew
        }
    }

    @ParameterizedTest
    @CsvSource({
        "training-loop, .8",
        "mnist-mlp, .85",
        "mnist-cnn, .85",
        "simple-cnn, .75",
        "optimizers, .75",
        "tuning, .6",
    })
    void learnsTheDigits(String example, double accuracy) {
        assertThat(last("accuracy", Hebb.run(example, "--quick"))).isGreaterThan(accuracy);
    }

    @Test
    void evaluatesAModelOnTheDigits() throws IOException {
        var output = Hebb.run("model-evaluation", "--quick");
        assertThat(output).contains("Accuracy: 0.", "macro avg", "area under the ROC curve");
        assertThat(last("accuracy", output.replace("accuracy: ", "accuracy="))).isGreaterThan(.7);
        drew("model-evaluation-confusion.png", "model-evaluation-roc.png");
    }

    @Test
    void customLayerFindsTheCurveThatNineOfTenLieBelow() {
        assertThat(last("coverage", Hebb.run("custom-layer"))).isBetween(.87, .93);
    }

    @Test
    void cifar10CnnTellsColoursApart() throws IOException {
        var small = new SmallDataSets(folder).withCifar10(400);
        var output = Hebb.run(small.environment(), "cifar10-cnn", "--quick");
        assertThat(output).contains("train (2000, 32, 32, 3)", "airplane", "weighted avg");
        assertThat(last("accuracy", output)).isGreaterThan(.5);
        drew("cifar10-samples.png", "cifar10-history.png");
        drew("cifar10-grad-cam.png", "cifar10-confusion.png");
    }

    @Test
    void cifar10CnnDeepTellsColoursApart() throws IOException {
        var small = new SmallDataSets(folder).withCifar10(400);
        var output = Hebb.run(small.environment(), "cifar10-cnn-deep", "--quick");
        assertThat(output).contains("Predicted Label: ");
        assertThat(last("accuracy", output)).isGreaterThan(.3);
        drew("cifar10-deep-history.png", "cifar10-deep-prediction.png");
    }

    @Test
    void cifar10AnnReports() throws IOException {
        var small = new SmallDataSets(folder).withCifar10(100);
        var output = Hebb.run(small.environment(), "cifar10-ann", "--quick");
        assertThat(output).contains("Classification Report:", "macro avg");
        assertThat(last("accuracy", output)).isGreaterThan(.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imdb-rnn", "imdb-lstm", "imdb-gru"})
    void readsReviews(String example) throws IOException {
        var small = new SmallDataSets(folder).withReviews();
        var output = Hebb.run(small.environment(), example, "--quick", "--epochs", "8");
        assertThat(output).contains("[START] it is awful", "likes the film: ");
        assertThat(last("accuracy", output)).isGreaterThan(.9);
        drew(example + ".png");
    }

    @Test
    void textGenerationLearnsAVerse() throws IOException {
        var small = new SmallDataSets(folder).withShakespeare();
        var output = Hebb.run(small.environment(), "text-generation", "--quick", "--epochs", "40");
        assertThat(output).contains("---- temperature 0.3\nROMEO:\nBut soft, what light");
    }

    @Test
    void sineRnnFollowsTheWave() throws IOException {
        assertThat(last("loss", Hebb.run("sine-rnn", "--quick"))).isLessThan(.02);
        drew("sine-rnn.png");
    }

    @Test
    void sentimentTokenizerTellsKindFromUnkind() {
        var output = Hebb.run("sentiment-tokenizer");
        assertThat(output).containsPattern("This was great -> 0\\.[89]");
        assertThat(output).containsPattern("A terrible story -> 0\\.[01]");
    }

    @Test
    void timeSeriesBeatsBothGuesses() throws IOException {
        var output = Hebb.run("time-series", "--epochs", "8").replaceAll(" +(?=[0-9])", "=");
        assertThat(last("network", output))
                .isLessThan(last("as today", output))
                .isLessThan(last("as a week ago", output));
        drew("time-series.png");
    }
}
