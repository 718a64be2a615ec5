package hebb.bench;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The most multiply-adds that Java code can do here: fused multiply-adds on registers alone, with
/// nothing to load or store. What kernels reach is told as a share of it.
final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    // Twelve chains hide the latency of two units of four cycles, and fit the 16 registers of AVX2.
    private static final int CHAINS = 12;
    private static final int TURNS = 20_000;
    private static final double FLOPS = 2.0 * CHAINS * TURNS * SPECIES.length();

    private FmaPeak() {}

    /// GFLOP/s over `threads` threads at once, an fma counted as two.
    static double gflops(int threads) throws Exception {
        var runs = Collections.<Callable<Double>>nCopies(threads, FmaPeak::ofThisThread);
        try (var team = Executors.newFixedThreadPool(threads)) {
            double sum = 0;
            for (var rate : team.invokeAll(runs)) {
                sum += rate.get();
            }
            return sum;
        }
    }

    private static double ofThisThread() {
        var sink = new float[1];
        return FLOPS / Fastest.nanos(() -> sink[0] += chains(sink[0]));
    }

    /// Chains that stay near 1, whose sum depends on each of them.
    private static float chains(float seed) {
        var scale = FloatVector.broadcast(SPECIES, 0.5f);
        var shift = FloatVector.broadcast(SPECIES, 0.5f + seed * 1e-9f);
        var a = FloatVector.broadcast(SPECIES, 1f);
        var b = FloatVector.broadcast(SPECIES, 1.05f);
        var c = FloatVector.broadcast(SPECIES, 1.1f);
        var d = FloatVector.broadcast(SPECIES, 1.15f);
        var e = FloatVector.broadcast(SPECIES, 1.2f);
        var f = FloatVector.broadcast(SPECIES, 1.25f);
        var g = FloatVector.broadcast(SPECIES, 1.3f);
        var h = FloatVector.broadcast(SPECIES, 1.35f);
        var i = FloatVector.broadcast(SPECIES, 1.4f);
        var j = FloatVector.broadcast(SPECIES, 1.45f);
        var k = FloatVector.broadcast(SPECIES, 1.5f);
        var l = FloatVector.broadcast(SPECIES, 1.55f);
        for (int turn = 0; turn < TURNS; turn++) {
            a = a.fma(scale, shift);
            b = b.fma(scale, shift);
            c = c.fma(scale, shift);
            d = d.fma(scale, shift);
            e = e.fma(scale, shift);
            f = f.fma(scale, shift);
            g = g.fma(scale, shift);
            h = h.fma(scale, shift);
            i = i.fma(scale, shift);
            j = j.fma(scale, shift);
            k = k.fma(scale, shift);
            l = l.fma(scale, shift);
        }
        return a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .lane(0);
    }
}
