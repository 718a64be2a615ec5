package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String COMMANDS =
            "run, fit, predict, evaluate, summary, conformance, test, bench, format";

    @Test
    void helpNamesEveryCommand() {
        var help = Outcome.of("--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: hebb [-hV] [COMMAND]\nDeep learning for the JVM, in pure Java.")
                .contains("\n  run          Run an example by its name, or any Java source file.\n")
                .contains("\n  fit ", "\n  predict ", "\n  evaluate ", "\n  summary ")
                .contains("\n  conformance ")
                .contains("\n  test   ", "\n  bench  ", "\n  format ");
    }

    @Test
    void withoutACommandHelpIsShown() {
        assertThat(Outcome.of()).isEqualTo(Outcome.of("--help"));
    }

    @Test
    void versionSaysWhatRuns() {
        var version = Outcome.of("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("hebb").contains("\nJava " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource({"rnu,run", "tets,test", "bensh,bench", "Run,run"})
    void aMistypedCommandSuggestsTheNearest(String typed, String meant) {
        var outcome = Outcome.of(typed);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        hebb: there is no command '%s'
                          received: %s      expected: one of %s
                          fix: hebb %s, or hebb --help
                        """
                                .formatted(typed, typed, COMMANDS, meant));
    }

    @Test
    void anUnknownOptionSaysWhereToLook() {
        assertThat(Outcome.of("--bogus"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                hebb: unknown option: '--bogus'
                                  fix: hebb --help shows what it takes
                                """));
    }
}
