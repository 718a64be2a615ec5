package hebb.cpu.gemm;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.cpu.simd.Lanes;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CutTest {
    @ParameterizedTest
    @EnumSource(Lanes.class)
    void tilesOfAtMostTwoSizesAddUp(Lanes lanes) {
        for (int total = 0; total < 300; total++) {
            int[] rows = Cut.rows(total, lanes);
            assertThat(Arrays.stream(rows).sum()).isEqualTo(total);
            assertThat(Arrays.stream(rows)).allMatch(size -> size > 0 && size <= lanes.maxRows());
            assertThat(Arrays.stream(rows).distinct().count()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13, 13",
        "26, 13 13",
        "32, 11 11 10", // rather than four of 8
        "36, 12 12 12",
        "64, 11 11 11 11 10 10",
        "100, 10 10 10 10 10 10 10 10 10 10" // rather than nine of two sizes
    })
    void wideVectors(int total, String sizes) {
        int[] expected = Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(Cut.rows(total, Lanes.BITS_512)).isEqualTo(expected);
    }
}
