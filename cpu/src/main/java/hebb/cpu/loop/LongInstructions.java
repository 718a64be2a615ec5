package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.cpu.work.Operands;

/// Pointwise operations on integers, which travel as longs.
final class LongInstructions {
    private LongInstructions() {}

    /// The value that an element of that type keeps.
    static long cut(DType dtype, long value) {
        return switch (dtype) {
            case INT32 -> (int) value;
            case UINT8 -> value & 0xff;
            default -> value;
        };
    }

    record Single(Unary op, DType dtype, Ref x, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            long[] a = o.longs(x.slot()), y = o.longs(to.slot());
            int from = x.at(o, thread, start), at = to.at(o, thread, start);
            int step = x.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] = cut(dtype, apply(a[from + i * step]));
            }
        }

        private long apply(long value) {
            return switch (op) {
                case NEG -> -value;
                case ABS -> Math.abs(value);
                case SIGN -> Long.signum(value);
                default -> throw new IllegalStateException(op + " of " + dtype);
            };
        }
    }

    record Pair(Binary op, DType dtype, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            long[] a = o.longs(x.slot()), b = o.longs(z.slot()), y = o.longs(to.slot());
            int first = x.at(o, thread, start), second = z.at(o, thread, start);
            int at = to.at(o, thread, start);
            int stepA = x.single() ? 0 : 1, stepB = z.single() ? 0 : 1;
            for (int i = 0; i < n; i++) {
                y[at + i] = cut(dtype, op.apply(a[first + i * stepA], b[second + i * stepB]));
            }
        }
    }

    record Test(Compare op, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            long[] a = o.longs(x.slot()), b = o.longs(z.slot());
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
            long[] a = o.longs(x.slot()), b = o.longs(z.slot()), y = o.longs(to.slot());
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

    /// 0, 1, 2, … along an axis of `length` whose neighbours are `inner` elements apart.
    record Count(DType dtype, int inner, int length, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            long[] y = o.longs(to.slot());
            int at = to.at(o, thread, start);
            for (int i = 0; i < n; i++) {
                y[at + i] = cut(dtype, (start + i) / inner % length);
            }
        }
    }
}
