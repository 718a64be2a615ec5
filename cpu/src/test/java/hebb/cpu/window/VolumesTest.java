package hebb.cpu.window;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import hebb.cpu.conv.Conv;
import hebb.cpu.conv.Conv2D;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Trial;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Convolutions of volumes plane by plane give the bits of the plain loops.
class VolumesTest {
    /// A convolution and the seed of its numbers; its text names both.
    record Case(Lanes lanes, long seed, Window window, int groups, Shape x, Shape w) {
        Shape y() {
            return window.slide("conv", x, w.dim(-1));
        }

        Conv conv() {
            return requireNonNull(WindowKernels.conv(window, groups, x, w, DType.FLOAT32));
        }

        PlainConvolution plain() {
            return new PlainConvolution(window, groups, x, w, y(), DType.FLOAT32);
        }

        Kernels kernels() {
            return Kernels.of(lanes);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(Lanes.values())
                .filter(l -> l == Lanes.SCALAR || l.count() <= Lanes.preferred().count())
                .flatMap(l -> LongStream.range(0, 40).mapToObj(s -> random(l, s)));
    }

    private static Case random(Lanes lanes, long seed) {
        var r = new Random(seed);
        boolean simple = r.nextInt(8) == 0; // each result sees one cell
        var size = axes(_ -> simple ? 1 : 1 + r.nextInt(3));
        var strides = axes(_ -> r.nextInt(3) == 0 && !simple ? 2 + r.nextInt(2) : 1);
        var dilation = axes(_ -> r.nextInt(4) == 0 ? 2 : 1);
        var low = axes(_ -> simple ? 0 : r.nextInt(3));
        var high = axes(_ -> simple ? 0 : r.nextInt(3));
        var cells = axes(i -> (size.get(i) - 1) * dilation.get(i) + 1 + r.nextInt(6));
        int groups = r.nextInt(3) == 0 ? 2 + r.nextInt(3) : 1;
        int channels = 1 + r.nextInt(5);
        int filters = groups * (1 + r.nextInt(r.nextBoolean() ? 40 : 4));
        return new Case(
                lanes,
                seed,
                new Window(size, strides, dilation, low, high),
                groups,
                Shape.of(1 + r.nextInt(3)).append(Shape.of(cells).dims()).append(groups * channels),
                Shape.of(size).append(channels, filters));
    }

    private static List<Integer> axes(IntUnaryOperator value) {
        return IntStream.range(0, 3).map(value).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void results(Case c) {
        var random = new Random(c.seed);
        float[] x = Trial.values(random, c.x.size());
        float[] w = Trial.values(random, c.w.size());
        float[] bias = Trial.values(random, c.w.dim(-1));
        var epilogue = random.nextBoolean() ? Epilogue.BIAS_RELU : Epilogue.NONE;
        float[] actual =
                new Trial(random)
                        .input(Conv2D.X, x)
                        .input(Conv2D.W, w)
                        .input(Conv2D.BIAS, bias)
                        .result(Conv2D.Y, c.y().size())
                        .run(c.conv().forward(epilogue, c.kernels()), Conv2D.SLOTS);
        float[] expected =
                new Trial(random)
                        .input(0, x)
                        .input(1, w)
                        .result(2, c.y().size())
                        .run(c.plain().forward(), 3);
        for (int i = 0; i < expected.length && epilogue.bias(); i++) {
            expected[i] = Math.max(expected[i] + bias[i % bias.length], 0f);
        }
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfVolumes(Case c) {
        var random = new Random(c.seed);
        float[] w = Trial.values(random, c.w.size());
        float[] dy = Trial.values(random, c.y().size());
        float[] actual =
                new Trial(random)
                        .input(Conv2D.W, w)
                        .input(Conv2D.DY, dy)
                        .result(Conv2D.DX, c.x.size())
                        .run(c.conv().backwardData(c.kernels()), Conv2D.SLOTS);
        float[] expected =
                new Trial(random)
                        .input(0, dy)
                        .input(1, w)
                        .result(2, c.x.size())
                        .run(c.plain().inputGradient(), 3);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfWeights(Case c) {
        var random = new Random(c.seed);
        float[] x = Trial.values(random, c.x.size());
        float[] dy = Trial.values(random, c.y().size());
        float[] actual =
                new Trial(random)
                        .input(Conv2D.X, x)
                        .input(Conv2D.DY, dy)
                        .result(Conv2D.DW, c.w.size())
                        .run(c.conv().backwardWeights(c.kernels()), Conv2D.SLOTS);
        float[] expected =
                new Trial(random)
                        .input(0, x)
                        .input(1, dy)
                        .result(2, c.w.size())
                        .run(c.plain().kernelGradient(), 3);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }
}
