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
