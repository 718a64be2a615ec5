package hebb.cpu.gemm;

import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;

/// A batch of products over doubles, in plain loops that the JIT vectorises: a row of the
/// right-hand matrix, times one left-hand element, is added to a row of the result.
final class DoubleGemm {
    /// Rows of the right-hand matrix that stay in the cache while rows of the result pass over
    /// them.
    private static final int BLOCK = 64;

    private static final int ROWS = 8;

    private final int m;
    private final int n;
    private final int k;
    private final Matrix a;
    private final Matrix b;
    private final Matrix c;
    private final Epilogue epilogue;
    private final int biasSlot;

    DoubleGemm(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue epilogue, int biasSlot) {
        this.m = m;
        this.n = n;
        this.k = k;
        this.a = a;
        this.b = b;
        this.c = c;
        this.epilogue = epilogue;
        this.biasSlot = biasSlot;
    }

    Work work() {
        var phases = new ArrayList<Phase>();
        if (packs()) {
            phases.add(new Packing());
        }
        phases.add(new Multiplying());
        return new Work(List.copyOf(phases), packs() ? b.batch().size() * n * k : 0, 0);
    }

    private boolean packs() {
        return b.column() != 1;
    }

    /// Writes out the right-hand matrices in rows; a unit is one row.
    private final class Packing implements Phase {
        @Override
        public int units() {
            return b.batch().size() * k;
        }

        @Override
        public long cost() {
            return (long) units() * n;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            double[] source = o.doubles(b.slot());
            double[] packed = o.scratchDoubles();
            for (int unit = from; unit < to; unit++) {
                int at = o.offset(b.slot()) + b.at(unit / k) + unit % k * b.row();
                int target = o.sharedOffset() + unit * n;
                for (int j = 0; j < n; j++) {
                    packed[target + j] = source[at + j * b.column()];
                }
            }
        }
    }

    /// Multiplies; a unit is a few rows of the result.
    private final class Multiplying implements Phase {
        private final int cuts = Math.ceilDiv(m, ROWS);

        @Override
        public int units() {
            return a.batch().size() * cuts;
        }

        @Override
        public long cost() {
            return (long) a.batch().size() * m * n * (k + 4);
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int unit = from; unit < to; unit++) {
                int item = unit / cuts;
                int begin = unit % cuts * ROWS;
                rows(item, begin, Math.min(m, begin + ROWS), o);
            }
        }

        private void rows(int item, int from, int to, Operands o) {
            double[] left = o.doubles(a.slot());
            int atA = o.offset(a.slot()) + a.at(item);
            double[] right = packs() ? o.scratchDoubles() : o.doubles(b.slot());
            int atB = packs() ? o.sharedOffset() + item * n * k : o.offset(b.slot()) + b.at(item);
            int rowB = packs() ? n : b.row();
            double[] result = o.doubles(c.slot());
            int atC = o.offset(c.slot()) + c.at(item);
            for (int i = from; i < to; i++) {
                java.util.Arrays.fill(result, atC + i * c.row(), atC + i * c.row() + n, 0.0);
            }
            for (int begin = 0; begin < k; begin += BLOCK) {
                int end = Math.min(k, begin + BLOCK);
                for (int i = from; i < to; i++) {
                    for (int q = begin; q < end; q++) {
                        double x = left[atA + i * a.row() + q * a.column()];
                        addRow(x, right, atB + q * rowB, result, atC + i * c.row(), n);
                    }
                }
            }
            for (int i = from; i < to; i++) {
                finish(result, atC + i * c.row(), o);
            }
        }

        private void finish(double[] result, int at, Operands o) {
            if (epilogue.equals(Epilogue.NONE)) {
                return;
            }
            for (int j = 0; j < n; j++) {
                double bias = epilogue.bias() ? o.doubles(biasSlot)[o.offset(biasSlot) + j] : 0.0;
                result[at + j] = epilogue.apply(result[at + j], bias);
            }
        }
    }

    private static void addRow(double x, double[] b, int atB, double[] c, int atC, int n) {
        for (int j = 0; j < n; j++) {
            c[atC + j] = Math.fma(x, b[atB + j], c[atC + j]);
        }
    }
}
