package hebb.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.plan.PlanMemory.Buffer;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMemoryTest {
    @Test
    void usesMemoryAgain() {
        var a = new Buffer(DType.FLOAT32, 160, 0, 1);
        var b = new Buffer(DType.FLOAT32, 160, 1, 2);
        var c = new Buffer(DType.FLOAT32, 160, 2, 3);

        var memory = PlanMemory.of(List.of(a, b, c));

        assertThat(memory.size(DType.FLOAT32)).isEqualTo(320);
        assertThat(memory.offset(c)).isEqualTo(memory.offset(a));
        assertThat(memory).hasToString("float32: 320");
    }

    @Test
    void beginsAtCacheLines() {
        var a = new Buffer(DType.FLOAT64, 3, 0, 1);
        var b = new Buffer(DType.FLOAT64, 1, 0, 1);

        var memory = PlanMemory.of(List.of(a, b));

        assertThat(memory.offset(b)).isEqualTo(8);
        assertThat(memory.size(DType.FLOAT64)).isEqualTo(16);
    }

    @Test
    void keepsTypesApart() {
        var a = new Buffer(DType.FLOAT32, 16, 0, 1);
        var b = new Buffer(DType.INT32, 16, 0, 1);

        var memory = PlanMemory.of(List.of(a, b));

        assertThat(memory.offset(a)).isZero();
        assertThat(memory.offset(b)).isZero();
        assertThat(memory.dtypes()).containsExactly(DType.FLOAT32, DType.INT32);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverOverlapsAndWastesLittle(long seed) {
        var random = new Random(seed);
        var buffers = new ArrayList<Buffer>();
        for (int i = 0; i < 60; i++) {
            int first = random.nextInt(60);
            buffers.add(
                    new Buffer(
                            DType.FLOAT32,
                            16 * (1 + random.nextInt(100)),
                            first,
                            first + random.nextInt(10)));
        }

        var memory = PlanMemory.of(buffers);

        for (var a : buffers) {
            for (var b : buffers) {
                boolean together = a.first() <= b.last() && b.first() <= a.last();
                boolean overlap =
                        memory.offset(a) < memory.offset(b) + b.size()
                                && memory.offset(b) < memory.offset(a) + a.size();
                assertThat(a != b && together && overlap)
                        .as("seed %d: %s, %s", seed, a, b)
                        .isFalse();
            }
        }
        assertThat(memory.size(DType.FLOAT32)).isLessThan(most(buffers) * 3 / 2);
    }

    /// The most elements alive at one time: no plan needs less.
    private static int most(List<Buffer> buffers) {
        int most = 0;
        for (int step = 0; step < 70; step++) {
            int now = step;
            most =
                    Math.max(
                            most,
                            buffers.stream()
                                    .filter(b -> b.first() <= now && now <= b.last())
                                    .mapToInt(Buffer::size)
                                    .sum());
        }
        return most;
    }
}
