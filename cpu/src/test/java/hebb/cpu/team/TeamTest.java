package hebb.cpu.team;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TeamTest {
    private record Counting(int units, AtomicIntegerArray runs) implements Phase {
        Counting(int units) {
            this(units, new AtomicIntegerArray(units));
        }

        @Override
        public long cost() {
            return Team.SHARED_COST;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int unit = from; unit < to; unit++) {
                runs.incrementAndGet(unit);
            }
        }
    }

    /// With more threads than processors a helper is often late, and finds the next phase begun.
    @Test
    void runsEachUnitOfEachPhaseOnce() {
        var operands = Operands.of(0);
        try (var team = new Team(2 * Runtime.getRuntime().availableProcessors() + 2)) {
            for (int i = 0; i < 100_000; i++) {
                var phase = new Counting(2 + i * 31 % 97);
                team.run(phase, operands);
                for (int unit = 0; unit < phase.units; unit++) {
                    assertThat(phase.runs.get(unit)).as("unit %d of phase %d", unit, i).isOne();
                }
            }
        }
    }
}
