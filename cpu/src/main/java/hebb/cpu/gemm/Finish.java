package hebb.cpu.gemm;

import hebb.cpu.work.Activation;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Template;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/// Applies an [Epilogue] in place to a block of sums that is still in the cache.
public final class Finish {
    /// Adding -0 changes no value, not even -0, so it stands for having no bias.
    private static final float[] NO_BIAS = new float[Lanes.BITS_512.count()];

    static {
        Arrays.fill(NO_BIAS, -0f);
    }

    private final Epilogue epilogue;
    private final Loop loop;
    private final float floor;

    private Finish(Epilogue epilogue, Loop loop) {
        this.epilogue = epilogue;
        this.loop = loop;
        floor = epilogue.activation() == Activation.RELU ? 0f : Float.NEGATIVE_INFINITY;
    }

    /// The loop for an epilogue.
    public static Finish of(Lanes lanes, Epilogue epilogue) {
        Loop loop =
                switch (lanes) {
                    case SCALAR -> new ScalarFinish();
                    case BITS_128 -> Vector128.LOOP;
                    case BITS_256 -> Vector256.LOOP;
                    case BITS_512 -> Vector512.LOOP;
                };
        return new Finish(epilogue, loop);
    }

    /// Finishes `rows × columns` sums whose rows begin `rowC` apart from `c[atC]`; `bias[atBias]`
    /// belongs to the first column.
    public void run(float[] c, int atC, int rows, int columns, int rowC, float[] bias, int atBias) {
        if (epilogue.bias()) {
            loop.run(c, atC, rows, columns, rowC, bias, atBias, 1, floor);
        } else if (epilogue.activation() != Activation.NONE) {
            loop.run(c, atC, rows, columns, rowC, NO_BIAS, 0, 0, floor);
        }
    }

    /// `c[i, j] = v <= floor ? floor : v` with `v = c[i, j] + bias[atBias + j * step]`, where `step`
    /// is 0 or 1 and of a bias with step 0 all values are equal.
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

    private static Loop vector(Lanes lanes) {
        return (Loop) Template.specialise(MethodHandles.lookup(), "VectorFinish", lanes.count());
    }

    private static final class Vector128 {
        static final Loop LOOP = vector(Lanes.BITS_128);
    }

    private static final class Vector256 {
        static final Loop LOOP = vector(Lanes.BITS_256);
    }

    private static final class Vector512 {
        static final Loop LOOP = vector(Lanes.BITS_512);
    }
}
