package hebb.cpu.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Trial;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Conv2DTest {
    /// A convolution and the seed of its numbers; its text names both.
    record Case(Lanes lanes, long seed, Conv2D conv) {
        int sizeX() {
            return conv.images() * conv.height() * conv.width() * conv.channels();
        }

        int sizeW() {
            return conv.rows() * conv.columns() * conv.channels() / conv.groups() * conv.filters();
        }

        int sizeY() {
            return conv.images() * conv.outHeight() * conv.outWidth() * conv.filters();
        }
    }

    static Stream<Lanes> lanes() {
        return Stream.of(Lanes.values())
                .filter(l -> l == Lanes.SCALAR || l.count() <= Lanes.preferred().count());
    }

    static Stream<Case> cases() {
        return lanes().flatMap(l ->
                Stream.concat(
                        Stream.concat(
                                LongStream.range(0, 60).mapToObj(s -> random(l, s)),
                                LongStream.range(100, 130).mapToObj(s -> depthwise(l, s))),
                        Stream.of(
                                new Case(l, 1, Conv2D.of(3, 28, 28, 1, 3, 3, 32)),
                                new Case(l, 2, Conv2D.of(3, 13, 13, 32, 3, 3, 64)),
                                new Case(l, 3, Conv2D.of(19, 5, 5, 3, 3, 3, 10)),
                                new Case(l, 8, Conv2D.of(23, 6, 6, 20, 3, 3, 40)),
                                new Case(l, 9, Conv2D.of(2, 15, 15, 17, 3, 3, 33)),
                                new Case(l, 10, Conv2D.of(1, 9, 5, 99, 3, 3, 99).strides(2, 2)),
                                new Case(
                                        l, 4, Conv2D.of(2, 8, 8, 64, 3, 3, 48).padding(1, 1, 1, 1)),
                                new Case(
                                        l,
                                        5,
                                        Conv2D.of(2, 9, 9, 20, 3, 3, 20)
                                                .groups(20)
                                                .padding(1, 1, 1, 1)),
                                new Case(l, 6, Conv2D.of(2, 7, 6, 4, 1, 1, 5).strides(3, 2)))));
    }

    private static Case depthwise(Lanes lanes, long seed) {
        var r = new Random(seed);
        int channels = 2 + r.nextInt(r.nextBoolean() ? 150 : 15); // or fewer than a vector takes
        int rows = 1 + r.nextInt(4);
        int columns = 1 + r.nextInt(4);
        int dilation = 1 + r.nextInt(2);
        return new Case(
                lanes,
                seed,
                Conv2D.of(
                                1 + r.nextInt(4),
                                (rows - 1) * dilation + 1 + r.nextInt(9),
                                (columns - 1) * dilation + 1 + r.nextInt(9),
                                channels,
                                rows,
                                columns,
                                channels)
                        .dilation(dilation, dilation)
                        .groups(channels)
                        .strides(1 + r.nextInt(3), 1 + r.nextInt(3))
                        .padding(r.nextInt(3), r.nextInt(3), r.nextInt(3), r.nextInt(3)));
    }

    private static Case random(Lanes lanes, long seed) {
        var r = new Random(seed);
        int groups = r.nextInt(4) == 0 ? 1 + r.nextInt(3) : 1;
        int rows = 1 + r.nextInt(4), columns = 1 + r.nextInt(4);
        int dilationY = r.nextInt(4) == 0 ? 2 : 1, dilationX = r.nextInt(4) == 0 ? 3 : 1;
        var conv =
                Conv2D.of(
                                1 + r.nextInt(5),
                                (rows - 1) * dilationY + 1 + r.nextInt(14),
                                (columns - 1) * dilationX + 1 + r.nextInt(30),
                                groups * (1 + r.nextInt(9)),
                                rows,
                                columns,
                                groups * (1 + r.nextInt(40)))
                        .dilation(dilationY, dilationX)
                        .groups(groups);
        if (r.nextInt(3) == 0) {
            conv = conv.strides(1 + r.nextInt(3), 1 + r.nextInt(3));
        }
        if (r.nextBoolean()) {
            conv = conv.padding(r.nextInt(3), r.nextInt(3), r.nextInt(3), r.nextInt(3));
        }
        return new Case(lanes, seed, conv);
    }

    /// One is infinite, so that a zero of padding that enters a sum would show.
    private static float[] weights(Case c, Random random) {
        float[] w = Trial.values(random, c.sizeW());
        w[random.nextInt(w.length)] = Float.POSITIVE_INFINITY;
        return w;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resultsAreOneChainEach(Case c) {
        var random = new Random(c.seed);
        float[] x = Trial.values(random, c.sizeX());
        float[] w = weights(c, random);
        float[] bias = Trial.values(random, c.conv.filters());
        var epilogue = random.nextBoolean() ? Epilogue.BIAS_RELU : Epilogue.NONE;
        float[] actual =
                new Trial(random)
                        .input(Conv2D.X, x)
                        .input(Conv2D.W, w)
                        .input(Conv2D.BIAS, bias)
                        .result(Conv2D.Y, c.sizeY())
                        .run(c.conv.forward(epilogue, Kernels.of(c.lanes)), Conv2D.SLOTS);
        float[] expected = new NaiveConv(c.conv).forward(x, w);
        for (int i = 0; i < expected.length && epilogue.bias(); i++) {
            expected[i] = Math.max(expected[i] + bias[i % bias.length], 0f);
        }
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfImagesAreOneChainEach(Case c) {
        var random = new Random(c.seed);
        float[] w = weights(c, random);
        float[] dy = Trial.values(random, c.sizeY());
        float[] actual =
                new Trial(random)
                        .input(Conv2D.W, w)
                        .input(Conv2D.DY, dy)
                        .result(Conv2D.DX, c.sizeX())
                        .run(c.conv.backwardData(Kernels.of(c.lanes)), Conv2D.SLOTS);
        float[] expected = new NaiveConv(c.conv).backwardData(w, dy);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfWeightsAreOneChainForEachChunk(Case c) {
        var random = new Random(c.seed);
        float[] x = Trial.values(random, c.sizeX());
        float[] dy = Trial.values(random, c.sizeY());
        float[] actual =
                new Trial(random)
                        .input(Conv2D.X, x)
                        .input(Conv2D.DY, dy)
                        .result(Conv2D.DW, c.sizeW())
                        .run(c.conv.backwardWeights(Kernels.of(c.lanes)), Conv2D.SLOTS);
        float[] expected = new NaiveConv(c.conv).backwardWeights(x, dy);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }

    @Test
    void refusesGroupsThatDoNotDivide() {
        assertThatThrownBy(() -> Conv2D.of(1, 5, 5, 4, 3, 3, 6).groups(3))
                .hasMessage("4 channels and 6 filters do not divide into 3 groups");
    }
}
