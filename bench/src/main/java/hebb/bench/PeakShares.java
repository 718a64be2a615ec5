package hebb.bench;

import java.util.Locale;

/// What the matrix kernels reach of the machine's peak, in GFLOP/s.
///
/// - `peakOfOne`, `peakOfAll`: fused multiply-adds on registers alone, on one thread and on all
record PeakShares(int threads, double peakOfOne, double peakOfAll) {
    static PeakShares measure(int threads) throws Exception {
        return new PeakShares(threads, FmaPeak.gflops(1), FmaPeak.gflops(threads));
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "FMA peak: %.0f GFLOP/s on one thread, %.0f on %d",
                peakOfOne,
                peakOfAll,
                threads);
    }
}
