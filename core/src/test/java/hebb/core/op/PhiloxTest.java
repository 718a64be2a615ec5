package hebb.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.Spec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhiloxTest {
    private static final int MANY = 1 << 20;

    /// Known answers of the authors' Random123, file `kat_vectors`, philox4x32 with 10 rounds.
    @Test
    void knownAnswers() {
        check("00000000 00000000 00000000 00000000", 0L, "6627e8d5 e169c58d bc57ac4c 9b00dbd8");
        check("ffffffff ffffffff ffffffff ffffffff", -1L, "408f276d 41c83b0e a20bc7c6 6d5451fd");
        check(
                "243f6a88 85a308d3 13198a2e 03707344",
                0x299f31d0a4093822L,
                "d16cfe09 94fdcceb 5001e420 24126ea1");
    }

    private static void check(String counter, long key, String expected) {
        var block = words(counter);
        Philox.block(block, key);
        assertThat(block).containsExactly(words(expected));
    }

    private static int[] words(String text) {
        return Arrays.stream(text.split(" "))
                .mapToInt(w -> Integer.parseUnsignedInt(w, 16))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void anElementDoesNotDependOnWhereTheFillingBegins(Random.Kind kind) {
        var floats = floats(kind, 7, 1, 2, 100);
        var doubles = doubles(kind, 7, 1, 2, 100);
        for (int from = 0; from < 9; from++) {
            for (int to = from; to < from + 9; to++) {
                var someFloats = new float[to - from + 3];
                var someDoubles = new double[to - from + 3];
                Philox.fill(kind, 7, 1, 2, from, to, someFloats, 3);
                Philox.fill(kind, 7, 1, 2, from, to, someDoubles, 3);
                assertThat(Arrays.copyOfRange(someFloats, 3, someFloats.length))
                        .containsExactly(Arrays.copyOfRange(floats, from, to));
                assertThat(Arrays.copyOfRange(someDoubles, 3, someDoubles.length))
                        .containsExactly(Arrays.copyOfRange(doubles, from, to));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void seedStreamAndStepEachGiveOtherNumbers(Random.Kind kind) {
        var numbers = floats(kind, 7, 1, 2, 8);
        assertThat(floats(kind, 7, 1, 2, 8)).containsExactly(numbers);
        assertThat(floats(kind, 8, 1, 2, 8)).doesNotContain(numbers);
        assertThat(floats(kind, 7 + (1L << 32), 1, 2, 8)).doesNotContain(numbers);
        assertThat(floats(kind, 7, 3, 2, 8)).doesNotContain(numbers);
        assertThat(floats(kind, 7, 1 + (1L << 32), 2, 8)).doesNotContain(numbers);
        assertThat(floats(kind, 7, 1, 3, 8)).doesNotContain(numbers);
        assertThat(floats(kind, 7, 1, 2 + (1L << 32), 8)).doesNotContain(numbers);
    }

    @Test
    void uniformNumbersAreEven() {
        var numbers = floats(Random.Kind.UNIFORM, 1, 2, 3, MANY);
        var counts = new int[64];
        for (float x : numbers) {
            assertThat(x).isBetween(0f, Math.nextDown(1f));
            counts[(int) (x * 64)]++;
        }
        double expected = MANY / 64.0;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isBetween(35.0, 100.0); // 63 degrees of freedom: 0.2 % each side
    }

    @Test
    void doublesHaveTheirLowBitsToo() {
        var numbers = doubles(Random.Kind.UNIFORM, 1, 2, 3, 1000);
        long seen = 0;
        for (double x : numbers) {
            assertThat(x).isGreaterThanOrEqualTo(0).isLessThan(1);
            seen |= (long) (x * 0x1p53);
        }
        assertThat(seen).isEqualTo((1L << 53) - 1);
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheBell() {
        var floats = floats(Random.Kind.NORMAL, 1, 2, 3, MANY);
        var asDoubles = new double[MANY];
        Arrays.setAll(asDoubles, i -> floats[i]);
        checkBell(asDoubles);
        checkBell(doubles(Random.Kind.NORMAL, 1, 2, 3, MANY));
    }

    private static void checkBell(double[] numbers) {
        double root = Math.sqrt(MANY);
        assertThat(moment(numbers, 1)).isCloseTo(0, within(4 / root));
        assertThat(moment(numbers, 2)).isCloseTo(1, within(4 * Math.sqrt(2) / root));
        assertThat(moment(numbers, 3)).isCloseTo(0, within(4 * Math.sqrt(15) / root));
        assertThat(moment(numbers, 4)).isCloseTo(3, within(4 * Math.sqrt(96) / root));
        double neighbours = 0;
        for (int i = 1; i < MANY; i++) {
            neighbours += numbers[i - 1] * numbers[i];
        }
        assertThat(neighbours / MANY).isCloseTo(0, within(4 / root));
    }

    private static double moment(double[] numbers, int power) {
        return Arrays.stream(numbers).map(x -> Math.pow(x, power)).sum() / MANY;
    }

    /// FNV-1a's published values of "" and "a".
    @Test
    void aStreamIsAHashOfItsName() {
        assertThat(random("").streamKey()).isEqualTo(0xcbf29ce484222325L);
        assertThat(random("a").streamKey()).isEqualTo(0xaf63dc4c8601ec8cL);
    }

    private static Random random(String stream) {
        return new Random(Random.Kind.UNIFORM, Spec.of(1), stream);
    }

    private static float[] floats(Random.Kind kind, long seed, long stream, long step, int count) {
        var numbers = new float[count];
        Philox.fill(kind, seed, stream, step, 0, count, numbers, 0);
        return numbers;
    }

    private static double[] doubles(
            Random.Kind kind, long seed, long stream, long step, int count) {
        var numbers = new double[count];
        Philox.fill(kind, seed, stream, step, 0, count, numbers, 0);
        return numbers;
    }
}
