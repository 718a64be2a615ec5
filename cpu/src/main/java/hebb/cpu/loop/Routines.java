package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Chooses the inner loops of float32 operations: vector loops where there are some, each made once
/// per process.
record Routines(Kernels kernels) {
    private static final ConcurrentHashMap<Key, Warming<?>> MADE = new ConcurrentHashMap<>();

    /// Elements of a trial; compiled, one takes less than [#TRIAL_NANOS], and much more as long as
    /// it is not.
    private static final int TRIAL = 256;

    private static final long TRIAL_NANOS = 2000;

    /// Elements that fill no vector: what a trial has not seen, the JIT takes for impossible, and
    /// code that has met it all the same is hardly compiled again where it is used little.
    private static final int FEW = 3;

    private record Key(Kernels kernels, Object routine) {}

    /// What a trial works on: its numbers are ordinary ones.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Trial(float[] x, float[] y) {
        Trial() {
            this(new float[TRIAL], new float[TRIAL]);
            java.util.Arrays.fill(x, 0.5f);
        }
    }

    Warming<FloatRoutine.Single> of(Unary op) {
        var t = new Trial();
        return choose(
                op,
                new ScalarRoutines.Single(op),
                "VectorSingle",
                VectorFunctions.SINGLES,
                k -> {
                    k.run(t.x, 0, t.y, 0, TRIAL);
                    k.run(t.x, 0, t.y, 0, FEW);
                });
    }

    Warming<FloatRoutine.Pair> of(Binary op) {
        return choose(
                op, new ScalarRoutines.Pair(op), "VectorPair", VectorFunctions.PAIRS, pairTrial());
    }

    Warming<FloatRoutine.Pair> of(Compare op) {
        return choose(
                op, new ScalarRoutines.Test(op), "VectorTest", VectorFunctions.TESTS, pairTrial());
    }

    private static Consumer<FloatRoutine.Pair> pairTrial() {
        var t = new Trial();
        return k -> {
            for (int n = FEW; n <= TRIAL; n += TRIAL - FEW) {
                k.run(t.x, 0, t.x, 0, t.y, 0, n);
                k.withScalar(t.x, 0, 2f, t.y, 0, n);
                k.ofScalar(2f, t.x, 0, t.y, 0, n);
            }
        };
    }

    Warming<FloatRoutine.Folding> of(Reduce.Kind kind) {
        var t = new Trial();
        var tall = new float[35 * 19]; // no whole vectors, and no multiple of the partial results
        var partials = new float[16 * 19];
        var exact = new float[TRIAL - 5]; // a part of a vector at its end reaches beyond it
        return choose(
                kind,
                new ScalarFold(kind),
                "VectorFold",
                VectorFunctions.FOLDS,
                k -> {
                    t.y[0] = k.row(t.x, 0, TRIAL - 5) + k.row(exact, 0, TRIAL - 5);
                    t.y[0] += k.row(t.x, 0, FEW);
                    k.columns(t.x, 0, TRIAL / 16 - 3, 16, 16, t.y, 0);
                    k.chunk(tall, 0, 35, 19, 19, partials, 0);
                    k.chunk(tall, 0, FEW, 19, 19, partials, 0);
                });
    }

    Warming<FloatRoutine.Choice> choice() {
        var t = new Trial();
        return choose(
                "choice",
                new ScalarRoutines.Choice(),
                "VectorChoice",
                List.of("choice"),
                k -> {
                    k.run(t.x, 0, t.x, 0, 1, t.x, 0, 0, t.y, 0, TRIAL);
                    k.run(t.x, 0, t.x, 0, 1, t.x, 0, 1, t.y, 0, TRIAL);
                    k.run(t.x, 0, t.x, 0, 1, t.x, 0, 1, t.y, 0, FEW);
                });
    }

    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals"
    }) // a key has one type of routine
    private <K extends FloatRoutine> Warming<K> choose(
            Object routine, K plain, String template, List<?> functions, Consumer<K> trial) {
        int number = functions.indexOf(routine);
        if (number < 0) {
            return Warming.ready(plain);
        }
        return (Warming<K>)
                MADE.computeIfAbsent(
                        new Key(kernels, routine),
                        _ ->
                                kernels.choose(
                                        plain,
                                        () ->
                                                (K)
                                                        Template.specialise(
                                                                MethodHandles.lookup(),
                                                                template,
                                                                number),
                                        TRIAL_NANOS,
                                        trial));
    }
}
