package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Against numbers that numpy 2.4 drew: `src/test/python/numpy_random.py`.
@ExtendWith(OnReference.class)
class NumpyRandomTest {
    /// One line of the file: a call, the size asked for, and what came of it.
    private record Call(String name, List<String> arguments, Shape shape, String result) {
        static Call parse(String line) {
            var sides = line.split(" [:#]", 2);
            var words = sides[0].split("/", 2);
            var call = Arrays.asList(words[0].split(" "));
            var size = words.length == 1 || words[1].isBlank() ? new String[0] : numbers(words[1]);
            return new Call(
                    call.getFirst(),
                    call.subList(1, call.size()),
                    Shape.of(Arrays.stream(size).mapToInt(Integer::parseInt).toArray()),
                    sides[1]);
        }

        private static String[] numbers(String text) {
            return text.strip().split(" ");
        }

        double real(int i) {
            return Double.parseDouble(arguments.get(i));
        }

        long whole(int i) {
            return Long.parseLong(arguments.get(i));
        }

        boolean replace() {
            return Boolean.parseBoolean(arguments.getLast());
        }

        Tensor on(NumpyRandom random) {
            var size = shape.dims();
            return switch (name) {
                case "rand" -> random.rand(size);
                case "randn" -> random.randn(size);
                case "uniform" -> random.uniform(real(0), real(1), size);
                case "normal" -> random.normal(real(0), real(1), size);
                case "exponential" -> random.exponential(real(0), size);
                case "randint" ->
                        random.randint(whole(0), whole(1), DType.parse(arguments.get(2)), size);
                case "permutation" -> random.permutation((int) whole(0));
                case "shuffle" -> shuffled(random);
                case "choice" -> random.choice((int) whole(0), replace(), size);
                case "weighted" -> random.choice(probabilities(), replace(), size);
                default -> throw new IllegalArgumentException(name);
            };
        }

        private Tensor shuffled(NumpyRandom random) {
            var list = new ArrayList<>(LongStream.range(0, whole(0)).boxed().toList());
            random.shuffle(list);
            return Tensor.of(list.stream().mapToLong(Long::longValue).toArray());
        }

        private Tensor probabilities() {
            return Tensor.of(
                    IntStream.range(0, arguments.size() - 1).mapToDouble(this::real).toArray());
        }

        /// Whether these are the numbers, or of many their checksum.
        boolean hasResult(Tensor drawn) {
            var bytes =
                    drawn.dtype() == DType.FLOAT64 ? bytes(drawn.toDoubles()) : bytes(longs(drawn));
            var words = result.isBlank() ? new String[0] : numbers(result);
            if (drawn.size() > 40) {
                var sum = new CRC32();
                sum.update(bytes);
                return sum.getValue() == Long.parseLong(words[0]);
            }
            var expected =
                    drawn.dtype() == DType.FLOAT64
                            ? bytes(Arrays.stream(words).mapToDouble(Double::parseDouble).toArray())
                            : bytes(Arrays.stream(words).mapToLong(Call::number).toArray());
            return Arrays.equals(bytes, expected);
        }

        private static long number(String word) {
            return word.equals("true") ? 1 : word.equals("false") ? 0 : Long.parseLong(word);
        }

        private static long[] longs(Tensor x) {
            return (long[]) x.cast(DType.INT64).toArray();
        }

        private static byte[] bytes(double... values) {
            return bytes(Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
        }

        private static byte[] bytes(long... values) {
            var bytes = ByteBuffer.allocate(8 * values.length);
            bytes.asLongBuffer().put(values);
            return bytes.array();
        }
    }

    private static List<String> lines() throws IOException {
        try (var file = NumpyRandomTest.class.getResourceAsStream("numpy_random.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static NumpyRandom seeded(String line) {
        var seeds = line.replace("seed ", "").replace(" array", "").split(" ");
        var numbers = Arrays.stream(seeds).mapToLong(Long::parseLong).toArray();
        return line.endsWith("array") ? NumpyRandom.of(numbers) : NumpyRandom.of(numbers[0]);
    }

    @Test
    void drawsWhatNumpyDraws() throws IOException {
        var lines = lines();
        assertThat(lines).hasSizeGreaterThan(500);
        var random = NumpyRandom.of(0);
        var seed = "";
        for (var line : lines) {
            if (line.startsWith("seed")) {
                random = seeded(line);
                seed = line;
                continue;
            }
            var call = Call.parse(line);
            var drawn = call.on(random);
            assertThat(call.hasResult(drawn)).as("%s: %s", seed, line).isTrue();
            if (call.shape().rank() > 0) {
                assertThat(drawn.shape()).isEqualTo(call.shape());
            }
        }
    }

    @Test
    void numbersHaveNumpysTypes() {
        var random = NumpyRandom.of(1);
        assertThat(random.rand().dtype()).isEqualTo(DType.FLOAT64);
        assertThat(random.randint(0, 2, 3).dtype()).isEqualTo(DType.INT64);
        assertThat(random.permutation(3).dtype()).isEqualTo(DType.INT64);
        assertThat(random.choice(3, 2).shape()).isEqualTo(Shape.of(2));
    }

    @Test
    void permutesRows() {
        var rows = Tensor.arange(12).reshape(4, 3);
        var order = NumpyRandom.of(3).permutation(4);
        assertThat(NumpyRandom.of(3).permutation(rows)).hasToString(rows.take(order, 0).toString());
    }

    @Test
    void mistakesAreNamed() {
        fails(
                () -> NumpyRandom.of(-1),
                """
                NumpyRandom.of: the seed is out of range
                  received: -1      expected: from 0 to 4294967295\
                """);
        fails(
                () -> NumpyRandom.of(new long[0]),
                """
                NumpyRandom.of: there is no seed
                  expected: one or more\
                """);
        var random = NumpyRandom.of(1);
        fails(
                () -> random.randint(3, 3, 2),
                """
                NumpyRandom.randint: there is no number in the range
                  received: from 3 to before 3\
                """);
        fails(
                () -> random.randint(-1, 3, DType.UINT8),
                """
                NumpyRandom.randint: uint8 cannot hold all of the range
                  received: from -1 to before 3      expected: numbers from 0 to 255\
                """);
        fails(
                () -> random.randint(0, 3, DType.FLOAT32),
                """
                NumpyRandom.randint: the numbers are whole
                  received: float32      expected: int64, int32, uint8 or bool\
                """);
        fails(
                () -> random.normal(0, -1),
                """
                NumpyRandom.normal: the deviation is negative
                  received: -1.0      expected: 0 or more\
                """);
        fails(
                () -> random.choice(3, false, 4),
                """
                NumpyRandom.choice: there are not so many to choose
                  received: 4      expected: at most 3
                  fix: choose with replacement: choice(…, true, …)\
                """);
        fails(
                () -> random.choice(Tensor.of(.5, .6), true, 4),
                """
                NumpyRandom.choice: the probabilities do not sum to 1
                  received: 1.1      expected: 1\
                """);
        fails(
                () -> random.choice(Tensor.of(1.5, -.5), true, 4),
                """
                NumpyRandom.choice: the probabilities are not numbers from 0 in a row
                  received: [ 1.5 -0.5]\
                """);
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(HebbException.class).hasMessage(message);
    }
}
