package hebb.cpu.gemm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Trial;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TileTest {
    record Case(Lanes lanes, int seed) {}

    static Stream<Case> cases() {
        return Stream.of(Lanes.values())
                .filter(l -> l != Lanes.SCALAR && l.count() <= Lanes.preferred().count())
                .flatMap(l -> IntStream.range(0, 40).mapToObj(seed -> new Case(l, seed)));
    }

    /// Whichever of them runs at some time while kernels are being compiled.
    @ParameterizedTest
    @MethodSource("cases")
    void allTilesOfAShapeGiveTheSameBits(Case c) {
        var random = new Random(c.seed);
        int rows = 1 + random.nextInt(c.lanes.maxRows());
        int vectors = 1 + random.nextInt(2);
        int width = vectors * c.lanes.count();
        int terms = random.nextInt(30);
        int[] steps = random.ints(terms + 2, 0, 100).toArray();
        var rowsA = new ArrayList<Integer>();
        var rowsC = new ArrayList<Integer>();
        for (int i = 0; i < rows; i++) {
            rowsA.add(i == 0 ? 0 : random.nextInt(200));
            rowsC.add(i * (width + 40) + (i == 0 ? 0 : random.nextInt(40)));
        }
        var shape = new TileShape(vectors, rowsA, rowsC);
        boolean add = random.nextBoolean();
        float[] a = Trial.values(random, 310);
        float[] b = Trial.values(random, 1000 + width);
        float[] c0 = Trial.values(random, rows * (width + 40) + 5);
        var expected = c0.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                int at = 5 + rowsC.get(i) + j;
                float sum = add ? c0[at] : 0f;
                for (int k = 1; k < terms; k++) {
                    sum = Math.fma(a[7 + rowsA.get(i) + steps[k]], b[3 + (k - 1) * 33 + j], sum);
                }
                expected[at] = sum;
            }
        }
        var kernels = Kernels.of(c.lanes);
        var tiles =
                Stream.of(
                        new ScalarTile(c.lanes, shape),
                        Tiles.flexible(kernels, shape),
                        Tiles.of(kernels, shape).kernel());
        tiles.forEach(tile -> {
            var actual = c0.clone();
            tile.run(a, 7, steps, 1, Math.max(1, terms), b, 3, 33, add, actual, 5);
            assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
        });
    }

    @Test
    void refusesMoreRowsThanFit() {
        var shape = TileShape.of(7, 2, 1, 16);
        assertThatThrownBy(() -> Tiles.of(Kernels.of(Lanes.BITS_256), shape))
                .hasMessage("7 rows do not fit in the registers of BITS_256");
    }
}
