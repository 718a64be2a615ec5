package hebb.cpu.loop;

import hebb.core.op.Philox;
import hebb.core.op.Random;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;

/// Pointwise operations on float32 and, as 0 and 1, bool.
final class FloatInstructions {
    private FloatInstructions() {}

    record Single(Warming<FloatRoutine.Single> routine, Ref x, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            routine.kernel()
                    .run(
                            o.floats(x.slot()),
                            x.at(o, thread, start),
                            o.floats(to.slot()),
                            to.at(o, thread, start),
                            n);
        }
    }

    record Pair(Warming<FloatRoutine.Pair> routine, Ref x, Ref z, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            float[] a = o.floats(x.slot()), b = o.floats(z.slot()), y = o.floats(to.slot());
            int first = x.at(o, thread, start), second = z.at(o, thread, start);
            int at = to.at(o, thread, start);
            var kernel = routine.kernel();
            if (x.single()) {
                kernel.ofScalar(a[first], b, second, y, at, n);
            } else if (z.single()) {
                kernel.withScalar(a, first, b[second], y, at, n);
            } else {
                kernel.run(a, first, b, second, y, at, n);
            }
        }
    }

    record Choice(Warming<FloatRoutine.Choice> routine, Ref condition, Ref x, Ref z, Ref to)
            implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            routine.kernel()
                    .run(
                            o.floats(condition.slot()),
                            condition.at(o, thread, start),
                            o.floats(x.slot()),
                            x.at(o, thread, start),
                            x.single() ? 0 : 1,
                            o.floats(z.slot()),
                            z.at(o, thread, start),
                            z.single() ? 0 : 1,
                            o.floats(to.slot()),
                            to.at(o, thread, start),
                            n);
        }
    }

    /// Random numbers, float32 or float64.
    record Draw(Random.Kind kind, long stream, Bank bank, Ref seed, Ref step, Ref to)
            implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            long s = o.longs(seed.slot())[seed.at(o, thread, start)];
            long t = o.longs(step.slot())[step.at(o, thread, start)];
            int at = to.at(o, thread, start);
            if (bank == Bank.FLOATS) {
                Philox.fill(kind, s, stream, t, start, start + n, o.floats(to.slot()), at);
            } else {
                Philox.fill(kind, s, stream, t, start, start + n, o.doubles(to.slot()), at);
            }
        }
    }
}
