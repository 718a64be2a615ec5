package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Reduce;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Sweep;
import java.util.Arrays;

/// The sum of a matrix's rows, in the order that `Reduce` defines, as work that goes down the
/// matrix.
public final class ColumnSum implements Sweep {
    private final Warming<FloatRoutine.Folding> fold;
    private final Warming<FloatRoutine.Pair> add;
    private final int rows;
    private final int columns;
    private final int x;
    private final int y;
    private final int partials;

    /// Of a matrix in slot `x`, into slot `y`; slot `partials` holds [#space] floats meanwhile.
    public ColumnSum(int rows, int columns, int x, int y, int partials, Kernels kernels) {
        var routines = new Routines(kernels);
        this.fold = routines.of(Reduce.Kind.SUM);
        this.add = routines.of(Binary.ADD);
        this.rows = rows;
        this.columns = columns;
        this.x = x;
        this.y = y;
        this.partials = partials;
    }

    /// Elements of the partial results.
    public static int space(int columns) {
        return Reduce.PARTIALS * columns;
    }

    @Override
    public long cost() {
        return (long) rows * columns;
    }

    @Override
    public void run(int fromColumn, int toColumn, int fromRow, int toRow, int thread, Operands o) {
        float[] p = o.floats(partials);
        int at = o.offset(partials) + fromColumn;
        int n = toColumn - fromColumn;
        if (fromRow == 0) {
            for (int i = 0; i < Reduce.PARTIALS; i++) {
                Arrays.fill(p, at + i * columns, at + i * columns + n, 0f);
            }
        }
        int from = o.offset(x) + fromRow * columns + fromColumn;
        fold.kernel().chunk(o.floats(x), from, toRow - fromRow, columns, n, p, at);
        if (toRow < rows) {
            return;
        }
        for (int half = Reduce.PARTIALS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                int to = at + i * columns;
                add.kernel().run(p, to, p, to + half * columns, p, to, n);
            }
        }
        System.arraycopy(p, at, o.floats(y), o.offset(y) + fromColumn, n);
    }
}
