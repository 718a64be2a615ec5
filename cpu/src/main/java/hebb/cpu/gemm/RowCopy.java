package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/// Copies rows of a matrix into whole panels, two vectors wide.
///
/// ```
/// for each row i, panel p and column j of a panel:
///     packed[atPacked + p * panel + i * width + j] = b[atB + i * rowB + p * width + j]
/// ```
interface RowCopy {
    /// Copies `rows` rows into `panels` panels, which begin `panel` floats apart.
    void run(
            float[] b,
            int atB,
            int rowB,
            int rows,
            int panels,
            float[] packed,
            int atPacked,
            int panel);

    /// The fastest for these kernels.
    static Warming<RowCopy> of(Kernels kernels) {
        return Copies.OF.computeIfAbsent(kernels, Copies::make);
    }

    /// Makes them, once for each kind of kernels.
    final class Copies {
        private static final ConcurrentHashMap<Kernels, Warming<RowCopy>> OF =
                new ConcurrentHashMap<>();

        /// Rows and panels of a trial call.
        private static final int TRIAL = 12;

        /// Compiled, a trial takes 0.3 µs; otherwise at least 30 µs.
        private static final long TRIAL_NANOS = 5_000;

        private Copies() {}

        private static Warming<RowCopy> make(Kernels kernels) {
            Lanes lanes = kernels.lanes();
            int width = 2 * lanes.count();
            float[] b = new float[TRIAL * TRIAL * width];
            float[] packed = new float[b.length];
            return kernels.choose(
                    plain(width),
                    () ->
                            (RowCopy)
                                    Template.specialise(
                                            MethodHandles.lookup(), "VectorRowCopy", lanes.count()),
                    TRIAL_NANOS,
                    copy -> copy.run(b, 0, TRIAL * width, TRIAL, TRIAL, packed, 0, TRIAL * width));
        }

        private static RowCopy plain(int width) {
            return (b, atB, rowB, rows, panels, packed, atPacked, panel) -> {
                for (int i = 0; i < rows; i++) {
                    for (int p = 0; p < panels; p++) {
                        int from = atB + i * rowB + p * width;
                        int to = atPacked + p * panel + i * width;
                        System.arraycopy(b, from, packed, to, width);
                    }
                }
            };
        }
    }
}
