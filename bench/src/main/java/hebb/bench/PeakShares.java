package hebb.bench;

import java.util.Locale;

/// The machine's peak, and what the matrix kernels reach of it; all in GFLOP/s.
///
/// - `peakOfOne`, `peakOfAll`: fused multiply-adds on registers alone, on one thread and on all
/// - `tile`: the innermost kernel of products and convolutions, on one thread
/// - `gemm`: a product of two 1024 × 1024 matrices, on one thread
record PeakShares(int threads, double peakOfOne, double peakOfAll, double tile, double gemm) {
    static PeakShares measure(int threads) throws Exception {
        return new PeakShares(
                threads,
                FmaPeak.gflops(1),
                FmaPeak.gflops(threads),
                MatrixRates.tile(),
                MatrixRates.square(1024));
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "FMA peak: %.0f GFLOP/s on one thread, %.0f on all of %d%n"
                        + "GEMM on one thread: micro-kernel %.0f GFLOP/s, %.0f %% of the peak;"
                        + " 1024x1024x1024 %.0f GFLOP/s, %.0f %%",
                peakOfOne,
                peakOfAll,
                threads,
                tile,
                100 * tile / peakOfOne,
                gemm,
                100 * gemm / peakOfOne);
    }
}
