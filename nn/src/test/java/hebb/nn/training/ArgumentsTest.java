package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static Arguments given(String... args) {
        return Arguments.of(args, "--epochs N", "--seed N", "--quick");
    }

    @Test
    void numbersAndSwitches() {
        var given = given("--quick", "--seed", "-3", "--epochs", "2", "--epochs", "4");
        assertThat(given.has("--quick")).isTrue();
        assertThat(given.number("--seed", 0)).isEqualTo(-3);
        assertThat(given.number("--epochs", 5)).isEqualTo(4);
        assertThat(given().has("--quick")).isFalse();
        assertThat(given().number("--epochs", 5)).isEqualTo(5);
    }

    private static void refuses(String message, String... args) {
        assertThatThrownBy(() -> given(args))
                .isInstanceOf(HebbException.class)
                .hasMessage(message.stripTrailing());
    }

    @Test
    void whatIsNotKnownIsAMistake() {
        refuses(
                """
                --epoch: the program knows no such option
                  received: --epoch      expected: one of --epochs N, --seed N, --quick
                  fix: did you mean '--epochs'?
                """,
                "--epoch",
                "1");
    }

    @Test
    void numbersAreWholeAndThere() {
        refuses(
                """
                --epochs: a whole number is to follow
                  received: nothing      expected: --epochs N
                """,
                "--quick",
                "--epochs");
        refuses(
                """
                --epochs: a whole number is to follow
                  received: x      expected: --epochs N
                """,
                "--epochs",
                "x");
    }

    @Test
    void aProgramListsWhatItAsksFor() {
        assertThatThrownBy(() -> given().number("--quick", 1))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Arguments: the program asks for what it does not list
                          received: --quick      expected: one of --epochs N, --seed N, --quick\
                        """);
    }
}
