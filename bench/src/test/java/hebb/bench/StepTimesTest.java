package hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleRound() {
        var times = new StepTimes(List.of(9.0, 1.0, 5.0));
        assertThat(times.median()).isEqualTo(5);
        assertThat(times.min()).isEqualTo(1);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(new StepTimes(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
    }

    @Test
    void driftComparesTheHalvesWithoutTheMiddleRound() {
        var times = new StepTimes(List.of(2.0, 2.0, 50.0, 3.0, 3.0));
        assertThat(times.drift()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void driftIsTheSameInBothDirections() {
        var slower = new StepTimes(List.of(2.0, 2.0, 3.0, 3.0));
        var faster = new StepTimes(List.of(3.0, 3.0, 2.0, 2.0));
        assertThat(slower.drift()).isEqualTo(faster.drift());
    }
}
