package hebb.cpu.gemm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 13})
    void tilesOfAtMostTwoSizesAddUp(int max) {
        for (int total = 0; total < 300; total++) {
            int[] rows = Cut.rows(total, max);
            assertThat(Arrays.stream(rows).sum()).isEqualTo(total);
            assertThat(Arrays.stream(rows)).allMatch(size -> size > 0 && size <= max);
            assertThat(Arrays.stream(rows).distinct().count()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "26, 13 13",
        "32, 11 11 10", // rather than four of 8
        "36, 12 12 12",
        "64, 13 13 13 13 12",
        "108, 12 12 12 12 12 12 12 12 12",
        "110, 11 11 11 11 11 11 11 11 11 11" // rather than nine of two sizes
    })
    void aLittleMoreTilesForOneSize(int total, String sizes) {
        int[] expected = Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(Cut.rows(total, 13)).isEqualTo(expected);
    }
}
