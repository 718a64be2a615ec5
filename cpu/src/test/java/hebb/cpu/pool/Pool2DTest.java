package hebb.cpu.pool;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Trial;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Pool2DTest {
    /// Pooling and the seed of its numbers; its text names both.
    record Case(Lanes lanes, long seed, Pool2D pool) {
        /// Few different values, so that maxima are often shared.
        float[] x() {
            float[] x = Trial.values(new Random(seed), size());
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.abs(x[i]) < 1 ? x[i] * 0f : Math.round(x[i]);
            }
            return x;
        }

        int size() {
            return pool.images() * pool.height() * pool.width() * pool.channels();
        }

        float[] dy() {
            return Trial.values(new Random(~seed), new NaivePool(pool).results());
        }
    }

    static Stream<Lanes> lanes() {
        return Stream.of(Lanes.values())
                .filter(l -> l == Lanes.SCALAR || l.count() <= Lanes.preferred().count());
    }

    static Stream<Case> cases() {
        return lanes().flatMap(l ->
                Stream.concat(
                        LongStream.range(0, 60).mapToObj(s -> random(l, s)),
                        Stream.of(
                                new Case(l, 1, Pool2D.of(3, 26, 26, 32, 2, 2)),
                                new Case(l, 2, Pool2D.of(3, 11, 11, 64, 2, 2)),
                                new Case(
                                        l,
                                        3,
                                        Pool2D.of(2, 14, 14, 35, 3, 3)
                                                .strides(2, 2)
                                                .padding(1, 1, 1, 1)))));
    }

    private static Case random(Lanes lanes, long seed) {
        var r = new Random(seed);
        int poolY = 1 + r.nextInt(4), poolX = 1 + r.nextInt(4);
        var pool =
                Pool2D.of(
                        1 + r.nextInt(3),
                        poolY + r.nextInt(9),
                        poolX + r.nextInt(9),
                        1 + r.nextInt(40),
                        poolY,
                        poolX);
        if (r.nextBoolean()) {
            pool = pool.strides(1 + r.nextInt(5), 1 + r.nextInt(5));
        }
        if (r.nextBoolean()) {
            pool =
                    pool.padding(
                            r.nextInt(poolY + 1),
                            r.nextInt(poolY + 1),
                            r.nextInt(poolX + 1),
                            r.nextInt(poolX + 1));
        }
        return new Case(lanes, seed, pool);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void maximum(Case c) {
        float[] x = c.x();
        float[] actual =
                new Trial(new Random(c.seed))
                        .input(Pool2D.X, x)
                        .result(Pool2D.Y, new NaivePool(c.pool).results())
                        .run(c.pool.max(Kernels.of(c.lanes)), Pool2D.SLOTS);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(new NaivePool(c.pool).max(x)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientGoesToTheFirstMaximum(Case c) {
        float[] x = c.x();
        x[x.length / 2] = Float.NaN;
        float[] y = new NaivePool(c.pool).max(x);
        float[] dy = c.dy();
        for (boolean relu : new boolean[] {false, true}) {
            var work =
                    relu
                            ? c.pool.maxGradientRelu(Kernels.of(c.lanes))
                            : c.pool.maxGradient(Kernels.of(c.lanes));
            float[] actual =
                    new Trial(new Random(c.seed))
                            .input(Pool2D.X, x)
                            .input(Pool2D.Y, y)
                            .input(Pool2D.DY, dy)
                            .result(Pool2D.DX, c.size())
                            .run(work, Pool2D.SLOTS);
            float[] expected = new NaivePool(c.pool).maxGradient(x, y, dy, relu);
            assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void averageIgnoresThePadding(Case c) {
        float[] x = c.x();
        float[] actual =
                new Trial(new Random(c.seed))
                        .input(Pool2D.X, x)
                        .result(Pool2D.Y, new NaivePool(c.pool).results())
                        .run(c.pool.average(Kernels.of(c.lanes)), Pool2D.SLOTS);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(new NaivePool(c.pool).average(x)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientOfTheAverageIsShared(Case c) {
        float[] dy = c.dy();
        float[] actual =
                new Trial(new Random(c.seed))
                        .input(Pool2D.DY, dy)
                        .result(Pool2D.DX, c.size())
                        .run(c.pool.averageGradient(Kernels.of(c.lanes)), Pool2D.SLOTS);
        float[] expected = new NaivePool(c.pool).averageGradient(dy, c.size());
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
    }
}
