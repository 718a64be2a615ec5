package hebb.cpu.gemm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Activation;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GemmTest {
    private static final List<Epilogue> EPILOGUES =
            List.of(Epilogue.NONE, Epilogue.BIAS, Epilogue.RELU, Epilogue.BIAS_RELU);

    /// A product and what it is run with; its text names the seed.
    record Case(
            Lanes lanes, long seed, int m, int n, int k, boolean transposeA, boolean transposeB) {
        Gemm gemm() {
            var gemm = Gemm.of(m, n, k);
            gemm = transposeA ? gemm.transposeA() : gemm;
            return transposeB ? gemm.transposeB() : gemm;
        }
    }

    static Stream<Lanes> lanes() {
        return Stream.of(Lanes.values())
                .filter(l -> l == Lanes.SCALAR || l.count() <= Lanes.preferred().count());
    }

    static Stream<Case> small() {
        return lanes().flatMap(l -> cases(l, 60, 40, 40, 40));
    }

    static Stream<Case> large() {
        return lanes().flatMap(l ->
                Stream.concat(
                        cases(l, 6, 150, 150, 700),
                        Stream.of(
                                new Case(l, 1, 1, 1600, 300, false, false),
                                new Case(l, 2, 32, 10, 128, false, false),
                                new Case(l, 3, 128, 10, 32, true, false),
                                new Case(l, 4, 32, 400, 130, false, true),
                                new Case(l, 5, 5, 3, 0, false, false),
                                new Case(l, 8, 115, 530, 33, true, false),
                                new Case(l, 9, 110, 520, 512, false, false),
                                new Case(l, 10, 6, 850, 2500, false, false),
                                new Case(l, 6, 0, 3, 4, false, false),
                                new Case(l, 7, 3, 0, 4, false, true))));
    }

    private static Stream<Case> cases(Lanes lanes, int count, int m, int n, int k) {
        return Stream.iterate(0L, seed -> seed + 1)
                .limit(count)
                .map(seed -> {
                    var random = new Random(seed);
                    return new Case(
                            lanes,
                            seed,
                            1 + random.nextInt(m),
                            1 + random.nextInt(n),
                            1 + random.nextInt(k),
                            random.nextBoolean(),
                            random.nextBoolean());
                });
    }

    @ParameterizedTest
    @MethodSource({"small", "large"})
    void eachElementIsOneChain(Case c) {
        var random = new Random(c.seed);
        var epilogue = EPILOGUES.get(random.nextInt(EPILOGUES.size()));
        float[] a = Trial.values(random, c.m * c.k);
        float[] b = Trial.values(random, c.k * c.n);
        float[] bias = Trial.values(random, c.n);
        float[] actual =
                new Trial(random)
                        .input(Gemm.A, a)
                        .input(Gemm.B, b)
                        .input(Gemm.BIAS, bias)
                        .result(Gemm.C, c.m * c.n)
                        .run(c.gemm().epilogue(epilogue).work(Kernels.of(c.lanes)), Gemm.SLOTS);
        assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(naive(c, a, b, bias, epilogue)));
    }

    @ParameterizedTest
    @MethodSource("small")
    void doublesAreOneChainToo(Case c) {
        var random = new Random(c.seed);
        double[] a = doubles(random, c.m * c.k);
        double[] b = doubles(random, c.k * c.n);
        double[] bias = doubles(random, c.n);
        var actual = new double[c.m * c.n];
        var work = c.gemm().epilogue(Epilogue.BIAS_RELU).doubleWork();
        work.run(
                Operands.of(Gemm.SLOTS)
                        .bind(Gemm.A, a, 0)
                        .bind(Gemm.B, b, 0)
                        .bind(Gemm.C, actual, 0)
                        .bind(Gemm.BIAS, bias, 0)
                        .scratch(new double[work.scratch(1)], 0, work));
        for (int i = 0; i < c.m; i++) {
            for (int j = 0; j < c.n; j++) {
                double sum = 0;
                for (int k = 0; k < c.k; k++) {
                    sum = Math.fma(a[atA(c, i, k)], b[atB(c, k, j)], sum);
                }
                assertThat(actual[i * c.n + j]).isEqualTo(Math.max(sum + bias[j], 0.0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void rowsMayHaveGaps(Lanes lanes) {
        var random = new Random(11);
        int m = 30, n = 21, k = 17, rowA = 23, rowB = 33, rowC = 40;
        float[] a = Trial.values(random, m * rowA);
        float[] b = Trial.values(random, k * rowB);
        float[] c = Trial.values(random, m * rowC);
        var expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int q = 0; q < k; q++) {
                    sum = Math.fma(a[i * rowA + q], b[q * rowB + j], sum);
                }
                expected[i * rowC + j] = sum;
            }
        }
        var work = Gemm.of(m, n, k).rows(rowA, rowB, rowC).work(Kernels.of(lanes));
        work.run(
                Operands.of(Gemm.SLOTS)
                        .bind(Gemm.A, a, 0)
                        .bind(Gemm.B, b, 0)
                        .bind(Gemm.C, c, 0)
                        .scratch(new float[work.scratch(1)], 0, work));
        assertThat(Trial.bits(c)).isEqualTo(Trial.bits(expected));
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void batchesMayShareMatrices(Lanes lanes) {
        var random = new Random(12);
        int m = 14, n = 37, k = 9;
        for (boolean shareA : new boolean[] {false, true}) {
            for (boolean shareB : new boolean[] {false, true}) {
                for (boolean transposeB : new boolean[] {false, true}) {
                    var single = new Case(lanes, 12, m, n, k, false, transposeB);
                    int stepA = shareA ? 0 : m * k, stepB = shareB ? 0 : k * n;
                    float[] a = Trial.values(random, 3 * m * k);
                    float[] b = Trial.values(random, 3 * k * n);
                    float[] bias = Trial.values(random, n);
                    float[] actual =
                            new Trial(random)
                                    .input(Gemm.A, a)
                                    .input(Gemm.B, b)
                                    .input(Gemm.BIAS, bias)
                                    .result(Gemm.C, 3 * m * n)
                                    .run(
                                            single.gemm()
                                                    .batch(3, stepA, stepB, m * n)
                                                    .epilogue(Epilogue.BIAS_RELU)
                                                    .work(Kernels.of(lanes)),
                                            Gemm.SLOTS);
                    for (int i = 0; i < 3; i++) {
                        float[] itemA = Arrays.copyOfRange(a, i * stepA, i * stepA + m * k);
                        float[] itemB = Arrays.copyOfRange(b, i * stepB, i * stepB + k * n);
                        float[] item = Arrays.copyOfRange(actual, i * m * n, (i + 1) * m * n);
                        float[] expected = naive(single, itemA, itemB, bias, Epilogue.BIAS_RELU);
                        assertThat(Trial.bits(item)).isEqualTo(Trial.bits(expected));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void notANumberAndNegativeZeroPassTheEpilogueAsInMathMax(Lanes lanes) {
        float[] bias = {Float.NaN, -0f, 0f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -1f};
        for (Epilogue epilogue : EPILOGUES) {
            float[] actual =
                    new Trial(new Random(13))
                            .input(Gemm.A, new float[] {-0f})
                            .input(Gemm.B, new float[] {1, 1, 1, 1, 1, 1})
                            .input(Gemm.BIAS, bias)
                            .result(Gemm.C, 6)
                            .run(
                                    Gemm.of(1, 6, 1).epilogue(epilogue).work(Kernels.of(lanes)),
                                    Gemm.SLOTS);
            var expected = new float[6];
            for (int j = 0; j < 6; j++) {
                float sum = Math.fma(-0f, 1f, 0f);
                sum = epilogue.bias() ? sum + bias[j] : sum;
                boolean relu = epilogue.activation() == Activation.RELU;
                expected[j] = relu ? Math.max(sum, 0f) : sum;
            }
            assertThat(Trial.bits(actual)).isEqualTo(Trial.bits(expected));
        }
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> Gemm.of(3, -1, 2)).hasMessage("negative size: m=3 n=-1 k=2");
        assertThatThrownBy(() -> Gemm.of(1, 1, 1).batch(new int[1], new int[2], new int[1]))
                .hasMessage("batch offsets differ in number: 1, 2, 1");
        assertThatThrownBy(() ->
                        Gemm.of(3, 0, 2)
                                .workByRows(Kernels.preferred(), (from, to, thread, o) -> {}))
                .hasMessageStartingWith("no work by rows for 1 products of 3 x 0");
    }

    private static double[] doubles(Random random, int size) {
        return random.doubles(size).map(x -> x - 0.5).toArray();
    }

    private static int atA(Case c, int i, int k) {
        return c.transposeA ? k * c.m + i : i * c.k + k;
    }

    private static int atB(Case c, int k, int j) {
        return c.transposeB ? j * c.k + k : k * c.n + j;
    }

    private static float[] naive(Case c, float[] a, float[] b, float[] bias, Epilogue epilogue) {
        var result = new float[c.m * c.n];
        for (int i = 0; i < c.m; i++) {
            for (int j = 0; j < c.n; j++) {
                float sum = 0;
                for (int k = 0; k < c.k; k++) {
                    sum = Math.fma(a[atA(c, i, k)], b[atB(c, k, j)], sum);
                }
                sum = epilogue.bias() ? sum + bias[j] : sum;
                boolean relu = epilogue.activation() == Activation.RELU;
                result[i * c.n + j] = relu ? Math.max(sum, 0f) : sum;
            }
        }
        return result;
    }
}
