package hebb.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.cpu.Allocations;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutinesTest {
    private static final Routines ROUTINES = new Routines(Kernels.of(Lanes.preferred()));
    private static final int LONG = 256;

    /// Bytes. A vector is an object of at least 48 with its array, and there are 16 of them or
    /// more; what is behind a loop may be called instead of inlined.
    private static final int FEW_OBJECTS = 384;

    private static final float[] X = new float[16 * LONG];
    private static final float[] Y = new float[16 * LONG];

    /// Runs of a routine on so many elements.
    static Stream<Named<IntConsumer>> runs() {
        Arrays.fill(X, 0.5f);
        var single = VectorFunctions.SINGLES.stream().map(op -> Named.of(op.name(), single(op)));
        var pairs =
                Stream.concat(
                                VectorFunctions.PAIRS.stream()
                                        .map(op -> Named.of(op.name(), ROUTINES.of(op).kernel())),
                                VectorFunctions.TESTS.stream()
                                        .map(op -> Named.of(op.name(), ROUTINES.of(op).kernel())))
                        .flatMap(RoutinesTest::pair);
        var folds = VectorFunctions.FOLDS.stream().flatMap(RoutinesTest::fold);
        return Stream.of(single, pairs, folds).flatMap(s -> s);
    }

    private static IntConsumer single(Unary op) {
        var kernel = ROUTINES.of(op).kernel();
        return n -> kernel.run(X, 0, Y, 0, n);
    }

    private static Stream<Named<IntConsumer>> pair(Named<FloatRoutine.Pair> pair) {
        var kernel = pair.getPayload();
        return Stream.of(
                Named.of(pair.getName(), n -> kernel.run(X, 0, X, 0, Y, 0, n)),
                Named.of(pair.getName() + " with", n -> kernel.withScalar(X, 0, 2, Y, 0, n)),
                Named.of(pair.getName() + " of", n -> kernel.ofScalar(2, X, 0, Y, 0, n)));
    }

    private static Stream<Named<IntConsumer>> fold(Reduce.Kind kind) {
        var kernel = ROUTINES.of(kind).kernel();
        return Stream.of(
                Named.of(kind + " of a row", n -> Y[0] = kernel.row(X, 0, n)),
                Named.of(kind + " of columns", n -> kernel.columns(X, 0, n, 16, 16, Y, 0)),
                Named.of(kind + " in chunks", n -> kernel.chunk(X, 0, n, 16, 16, Y, 0)));
    }

    /// What runs on short arrays at first is compiled for these. It must serve long ones all the
    /// same: a vector that becomes an object for each 16 elements costs more than the operation.
    @ParameterizedTest
    @MethodSource("runs")
    void makesNoObjectOfEachVectorHoweverShortItsFirstArraysWere(IntConsumer run) {
        Assumptions.assumeTrue(Lanes.preferred() != Lanes.SCALAR);
        for (int i = 0; i < 100_000; i++) {
            run.accept(3);
            if (i % 1000 == 0) {
                run.accept(LONG);
                run.accept(LONG - 3);
            }
        }

        assertThat(Allocations.least(FEW_OBJECTS, () -> run.accept(LONG)))
                .isLessThanOrEqualTo(FEW_OBJECTS);
        assertThat(Allocations.least(FEW_OBJECTS, () -> run.accept(LONG - 3)))
                .isLessThanOrEqualTo(FEW_OBJECTS);
    }
}
