package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Unary;
import hebb.cpu.work.Operands;

/// Pointwise operations on float64.
final class DoubleInstructions {
    private DoubleInstructions() {}

    record Single(Unary op, Ref x, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            double[] a = o.doubles(x.slot()), y = o.doubles(to.slot());
            int from = x.at(o, thread, start), at = to.at(o, thread, start);
            int step = x.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] = op.apply(a[from + i * step]);
            }
        }
    }

    record Pair(Binary op, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            double[] a = o.doubles(x.slot()), b = o.doubles(z.slot()), y = o.doubles(to.slot());
            int first = x.at(o, thread, start), second = z.at(o, thread, start);
            int at = to.at(o, thread, start);
            int stepA = x.single() ? 0 : 1, stepB = z.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] = op.apply(a[first + i * stepA], b[second + i * stepB]);
            }
        }
    }

    record Test(Compare op, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            double[] a = o.doubles(x.slot()), b = o.doubles(z.slot());
            float[] y = o.floats(to.slot());
            int first = x.at(o, thread, start), second = z.at(o, thread, start);
            int at = to.at(o, thread, start);
            int stepA = x.single() ? 0 : 1, stepB = z.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] = op.test(a[first + i * stepA], b[second + i * stepB]) ? 1 : 0;
            }
        }
    }

    record Choice(Ref condition, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            float[] c = o.floats(condition.slot());
            double[] a = o.doubles(x.slot()), b = o.doubles(z.slot()), y = o.doubles(to.slot());
            int deciding = condition.at(o, thread, start);
            int first = x.at(o, thread, start), second = z.at(o, thread, start);
            int at = to.at(o, thread, start);
            int stepC = condition.single() ? 0 : 1;
            int stepA = x.single() ? 0 : 1, stepB = z.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] =
                        c[deciding + i * stepC] != 0 ? a[first + i * stepA] : b[second + i * stepB];
            }
        }
    }
}
