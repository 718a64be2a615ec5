package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Runs the examples as a user does; the slow ones in their quick form.
class ExamplesTest {
    private static double last(String name, String output) {
        return Pattern.compile(name + "=([0-9.]+)")
                .matcher(output)
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring(name.length() + 1))
                .mapToDouble(Double::parseDouble)
                .reduce(Double.NaN, (_, later) -> later);
    }

    @Test
    void xorByHandPrintsWhatNumpyPrints() {
        assertThat(Hebb.run("xor-by-hand"))
                .isEqualTo(
                        """
                        Epoch 0: Loss = 0.28630
                        Epoch 1000: Loss = 0.24998
                        Epoch 2000: Loss = 0.24983
                        Epoch 3000: Loss = 0.24955
                        Epoch 4000: Loss = 0.24855
                        Epoch 5000: Loss = 0.24211
                        Epoch 6000: Loss = 0.17712
                        Epoch 7000: Loss = 0.05845
                        Epoch 8000: Loss = 0.02466
                        Epoch 9000: Loss = 0.01430

                        Final Predictions:
                        [[0.]
                         [1.]
                         [1.]
                         [0.]]
                        """);
    }

    @Test
    void trainingLoopLearnsTheDigits() {
        assertThat(last("accuracy", Hebb.run("training-loop", "--quick"))).isGreaterThan(.8);
    }

    @Test
    void mnistMlpLearnsTheDigits() {
        assertThat(last("accuracy", Hebb.run("mnist-mlp", "--quick"))).isGreaterThan(.85);
    }

    @Test
    void mnistCnnLearnsTheDigits() {
        assertThat(last("accuracy", Hebb.run("mnist-cnn", "--quick"))).isGreaterThan(.85);
    }

    @Test
    void customLayerFindsTheCurveThatNineOfTenLieBelow() {
        assertThat(last("coverage", Hebb.run("custom-layer"))).isBetween(.87, .93);
    }
}
