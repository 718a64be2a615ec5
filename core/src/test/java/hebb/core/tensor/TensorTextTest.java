package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `print` shows in Python, with numpy 2.4.
class TensorTextTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    @Test
    void alignsColumns() {
        prints(
                Tensor.of(new float[][] {{1, -2.5f, 3}, {0.125f, 40, -0f}}),
                """
                [[ 1.    -2.5    3.   ]
                 [ 0.125 40.    -0.   ]]\
                """);
        prints(Tensor.of(new int[][] {{1, -20}, {300, 4}}), "[[  1 -20]\n [300   4]]");
        prints(Tensor.of(true, false), "[ True False]");
        prints(Tensor.of(true, true), "[ True  True]");
    }

    @Test
    void separatesMatrices() {
        prints(
                Tensor.of(new int[] {1, 2, 3, 4}, new Spec(Shape.of(2, 1, 2), DType.INT32)),
                "[[[1 2]]\n\n [[3 4]]]");
    }

    @Test
    void showsEightDigits() {
        prints(Tensor.of(1f / 3, 2f / 3), "[0.33333334 0.6666667 ]");
        prints(Tensor.of(1d / 3, 2d / 3), "[0.33333333 0.66666667]");
        prints(Tensor.of(0.1f), "[0.1]");
        prints(Tensor.of(0.0001f), "[0.0001]");
    }

    @Test
    void changesToExponentsAsNumpyDoes() {
        prints(Tensor.of(1e-5f, 1), "[1.e-05 1.e+00]");
        prints(Tensor.of(1f, 1001), "[1.000e+00 1.001e+03]");
        prints(Tensor.of(1e8, 2e8), "[1.e+08 2.e+08]");
        prints(Tensor.of(999999f), "[999999.]");
        prints(Tensor.of(1234567f), "[1.234567e+06]");
        prints(Tensor.of(99999999d), "[99999999.]");
        prints(Tensor.of(7.1658765e-06f, -0f), "[ 7.1658765e-06 -0.0000000e+00]");
    }

    @Test
    void namesWhatIsNoNumber() {
        prints(Tensor.of(Float.NaN, INF, -INF, 1.5f), "[ nan  inf -inf  1.5]");
        prints(Tensor.of(Float.NaN), "[nan]");
    }

    @Test
    void showsScalarsInFull() {
        prints(Tensor.scalar(0.1, DType.FLOAT32), "0.1");
        prints(Tensor.scalar(3, DType.FLOAT64), "3.0");
        prints(Tensor.scalar(1.0 / 3, DType.FLOAT64), "0.3333333333333333");
        prints(Tensor.scalar(1e-5, DType.FLOAT32), "1e-05");
        prints(Tensor.scalar(123456789, DType.FLOAT32), "1.2345679e+08");
        prints(Tensor.scalar(-7, DType.INT64), "-7");
        prints(Tensor.scalar(1, DType.BOOL), "True");
        prints(Tensor.scalar(255, DType.UINT8), "255");
    }

    @Test
    void breaksLongRows() {
        prints(
                Tensor.arange(30),
                """
                [ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
                 24 25 26 27 28 29]\
                """);
    }

    @Test
    void leavesOutTheMiddleOfWhatIsLarge() {
        prints(Tensor.arange(1001), "[   0    1    2 ...  998  999 1000]");
        prints(
                Tensor.arange(2000).reshape(40, 50),
                """
                [[   0    1    2 ...   47   48   49]
                 [  50   51   52 ...   97   98   99]
                 [ 100  101  102 ...  147  148  149]
                 ...
                 [1850 1851 1852 ... 1897 1898 1899]
                 [1900 1901 1902 ... 1947 1948 1949]
                 [1950 1951 1952 ... 1997 1998 1999]]\
                """);
    }

    @Test
    void showsNothingOfTheEmpty() {
        prints(Tensor.zeros(0), "[]");
        prints(Tensor.zeros(2, 0), "[]");
    }

    /// Several hundred arrays: `src/test/python/numpy_text.py`.
    @Test
    void printsWhatNumpyPrints() throws IOException {
        var cases = cases();
        assertThat(cases).hasSizeGreaterThan(400);
        for (var c : cases) {
            int end = c.indexOf('\n');
            assertThat(tensor(c.substring(0, end)))
                    .as(c.substring(0, end))
                    .hasToString(c.substring(end + 1));
        }
    }

    private static List<String> cases() throws IOException {
        try (var file = TensorTextTest.class.getResourceAsStream("numpy_text.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\n=\n").splitAsStream(text).toList();
        }
    }

    /// Of a line such as `float32 (2 2) 0.5 -1.0`: the numbers in turns.
    private static Tensor tensor(String line) {
        int open = line.indexOf('(');
        int close = line.indexOf(')');
        var dims = line.substring(open + 1, close).split(" ");
        var shape =
                line.charAt(open + 1) == ')'
                        ? Shape.of()
                        : Shape.of(Arrays.stream(dims).mapToInt(Integer::parseInt).toArray());
        var spec = new Spec(shape, DType.parse(line.substring(0, open - 1)));
        var words = line.substring(close + 2).split(" ", -1);
        return Tensor.filled(
                spec,
                array -> {
                    for (int i = 0; i < shape.size(); i++) {
                        Array.set(array, i, element(words[i % words.length], spec.dtype()));
                    }
                });
    }

    private static Object element(String word, DType dtype) {
        var number = word.replace("nan", "NaN").replace("inf", "Infinity");
        return switch (dtype) {
            case FLOAT32 -> (float) Double.parseDouble(number);
            case FLOAT64 -> Double.parseDouble(number);
            case INT32 -> Integer.parseInt(word);
            case INT64 -> Long.parseLong(word);
            case UINT8 -> (byte) Integer.parseInt(word);
            case BOOL -> (byte) (word.equals("True") ? 1 : 0);
        };
    }

    private static void prints(Tensor tensor, String text) {
        assertThat(tensor).hasToString(text);
    }
}
