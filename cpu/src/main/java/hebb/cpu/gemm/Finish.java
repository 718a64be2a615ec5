package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Activation;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/// Applies an [Epilogue] in place to a block of sums that is still in the cache.
public final class Finish {
    /// Adding -0 changes no value, not even -0, so it stands for having no bias.
    private static final float[] NO_BIAS = new float[Lanes.BITS_512.count()];

    static {
        Arrays.fill(NO_BIAS, -0f);
    }

    /// Compiled, a trial takes 0.1 µs; otherwise at least 20 µs.
    private static final long TRIAL_NANOS = 2_000;

    private static final ConcurrentHashMap<Kernels, Warming<Loop>> LOOPS =
            new ConcurrentHashMap<>();

    private final Epilogue epilogue;
    private final int biasSlot;
    private final Warming<Loop> loop;
    private final float floor;

    private Finish(Epilogue epilogue, int biasSlot, Warming<Loop> loop) {
        this.epilogue = epilogue;
        this.biasSlot = biasSlot;
        this.loop = loop;
        floor = epilogue.activation() == Activation.RELU ? 0f : Float.NEGATIVE_INFINITY;
    }

    /// The loop for an epilogue, whose bias is in slot `biasSlot`.
    public static Finish of(Kernels kernels, Epilogue epilogue, int biasSlot) {
        return new Finish(epilogue, biasSlot, LOOPS.computeIfAbsent(kernels, Finish::loop));
    }

    private static Warming<Loop> loop(Kernels kernels) {
        int lanes = kernels.lanes().count();
        int columns = 3 * lanes + 1;
        float[] wide = new float[32 * 4 * lanes];
        float[] exact = new float[32 * columns]; // a part of a vector at its end reaches beyond it
        float[] bias = new float[columns];
        return kernels.choose(
                new ScalarFinish(),
                () -> (Loop) Template.specialise(MethodHandles.lookup(), "VectorFinish", lanes),
                TRIAL_NANOS,
                loop -> {
                    loop.run(wide, 0, 32, columns, 4 * lanes, NO_BIAS, 0, 0, 0f);
                    loop.run(exact, 0, 32, columns, columns, bias, 0, 1, 0f);
                });
    }

    /// Finishes `rows × columns` sums whose rows begin `rowC` apart from `c[atC]`, the first column
    /// being column `first` of the result.
    public void run(float[] c, int atC, int rows, int columns, int rowC, int first, Operands o) {
        if (epilogue.bias()) {
            int atBias = o.offset(biasSlot) + first;
            loop.kernel().run(c, atC, rows, columns, rowC, o.floats(biasSlot), atBias, 1, floor);
        } else if (epilogue.activation() != Activation.NONE) {
            loop.kernel().run(c, atC, rows, columns, rowC, NO_BIAS, 0, 0, floor);
        }
    }

    /// `c[i, j] = v <= floor ? floor : v` with `v = c[i, j] + bias[atBias + j * step]`, where
    /// `step` is 0 or 1 and of a bias with step 0 all values are equal.
    interface Loop {
        void run(
                float[] c,
                int atC,
                int rows,
                int columns,
                int rowC,
                float[] bias,
                int atBias,
                int step,
                float floor);
    }
}
