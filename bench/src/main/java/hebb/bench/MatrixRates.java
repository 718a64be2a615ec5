package hebb.bench;

import hebb.cpu.gemm.Gemm;
import hebb.cpu.gemm.TileShape;
import hebb.cpu.gemm.Tiles;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Operands;
import java.util.Arrays;

/// What the matrix kernels do in GFLOP/s on one thread, an fma counted as two.
final class MatrixRates {
    private MatrixRates() {}

    /// The largest tile of two vectors a row, on operands in the first-level cache.
    static double tile() {
        var lanes = Lanes.preferred();
        int depth = 256;
        int columns = 2 * lanes.count();
        int rows = lanes.maxRows();
        var shape = TileShape.of(rows, 2, depth, columns);
        var tile = Tiles.of(Kernels.of(lanes), shape).kernel();
        var a = filled(rows * depth);
        var b = filled(depth * columns);
        var c = filled(rows * columns);
        var steps = new int[depth];
        Arrays.setAll(steps, k -> k);
        int calls = 200;
        return 2.0
                * calls
                * rows
                * columns
                * depth
                / Fastest.nanos(() -> {
                    for (int call = 0; call < calls; call++) {
                        tile.run(a, 0, steps, 0, depth, b, 0, columns, false, c, 0);
                    }
                });
    }

    /// A product of two square matrices, packing included.
    static double square(int size) {
        var work = Gemm.of(size, size, size).work();
        var operands =
                Operands.of(Gemm.SLOTS)
                        .bind(Gemm.A, filled(size * size), 0)
                        .bind(Gemm.B, filled(size * size), 0)
                        .bind(Gemm.C, filled(size * size), 0)
                        .scratch(new float[work.scratch(1)], 0, work);
        return 2.0 * size * size * size / Fastest.nanos(() -> work.run(operands));
    }

    private static float[] filled(int length) {
        var values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i % 7 * 0.25f;
        }
        return values;
    }
}
