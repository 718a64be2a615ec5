package hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.bench.Contender.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Network CNN = Network.named(List.of("mnist-cnn")).getFirst();

    @Test
    void aRowBeginsWithTheNameAndEndsWithTheRatioToTheFasterPeer() {
        var standing =
                standing(
                        entry(Side.HEBB, "", 2.00e6, 2.00e6, 2.10e6),
                        entry(Side.KERAS, "fit", 5.40e6, 5.50e6, 5.60e6),
                        entry(Side.KERAS, "fit, jit_compile", 9.0e6, 9.0e6, 9.0e6),
                        entry(Side.PYTORCH, "eager", 6.1e6, 6.1e6, 6.1e6));
        assertThat(row(standing))
                .isEqualTo(
                        "mnist-cnn      2.00 ms / 2.00 ms      5.40 ms / 5.50 ms      "
                                + "6.10 ms / 6.10 ms       2.8x");
    }

    @Test
    void aRowWhoseHalvesDifferByMoreThanFifteenPercentIsMarked() {
        var standing =
                standing(
                        entry(Side.HEBB, "", 2.0e6, 2.0e6, 2.4e6),
                        entry(Side.PYTORCH, "eager", 6.0e6, 6.0e6, 6.0e6));
        assertThat(row(standing)).startsWith("mnist-cnn ").endsWith(" * 3.0x");
    }

    @Test
    void aPeersDisturbedFormThatIsNotItsBestDoesNotMarkTheRow() {
        var standing =
                standing(
                        entry(Side.HEBB, "", 2.0e6, 2.0e6, 2.0e6),
                        entry(Side.PYTORCH, "eager", 6.0e6, 6.0e6, 6.0e6),
                        entry(Side.PYTORCH, "compile", 7.0e6, 9.0e6, 12.0e6));
        assertThat(row(standing)).endsWith(" ms       3.0x");
    }

    @Test
    void withoutPeersThereIsNoRatio() {
        assertThat(row(standing(entry(Side.HEBB, "", 0.2e6, 0.25e6, 0.25e6))))
                .isEqualTo("mnist-cnn      0.200 ms / 0.250 ms *");
    }

    @Test
    void aVariantOfHebbIsNotTheOneThatCompetes() {
        var standing =
                standing(
                        entry(Side.HEBB, "", 2.0e6, 2.0e6, 2.0e6),
                        entry(Side.HEBB, "-XX:UseAVX=2", 1.0e6, 1.0e6, 1.0e6),
                        entry(Side.KERAS, "fit", 4.0e6, 4.0e6, 4.0e6));
        assertThat(row(standing)).endsWith(" 2.0x");
    }

    private static String row(Standing standing) {
        return Report.table(List.of(standing)).lines().toList().getLast();
    }

    private static Standing standing(Standing.Entry... entries) {
        return new Standing(CNN, List.of(entries));
    }

    private static Standing.Entry entry(Side side, String form, Double... nanos) {
        return new Standing.Entry(
                new Contender(side, form, List.of()),
                new WarmUp(List.of(), true),
                new StepTimes(List.of(nanos)),
                0,
                0);
    }
}
