package hebb.cpu.loop;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.RowWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pointwise stage as a program: some instructions once for each run of elements that a thread
/// takes, the others for each block of it. A unit is a block.
///
/// If the stage is an [Expression], there is a second program that computes it in one pass, once
/// that has become faster; the first then computes what does not fill a vector.
final class Loop implements Phase {
    private final int size;
    private final Program program;
    private final @Nullable Fused fused;

    Loop(int size, Program program, @Nullable Fused fused) {
        this.size = size;
        this.program = program;
        this.fused = fused;
    }

    /// Has code made for the expression now, and uses it whether it is the faster or not.
    void ignite() {
        if (fused != null) {
            fused.heat.ignite();
        }
    }

    /// Instructions that come once before the blocks, and those that are run for each.
    record Program(List<Instruction> once, List<Instruction> body) {
        Program {
            once = List.copyOf(once);
            body = List.copyOf(body);
        }
    }

    /// The same work on rows of so many elements.
    RowWork rows(int columns) {
        return (from, to, thread, o) -> elements(from * columns, to * columns, thread, o);
    }

    /// The same work, one unit a sample; a tensor has so many.
    Phase samples(int count) {
        int each = size / count;
        return new Phase() {
            @Override
            public int units() {
                return count;
            }

            @Override
            public long cost() {
                return Loop.this.cost();
            }

            @Override
            public void run(int from, int to, int thread, Operands o) {
                for (int sample = from; sample < to; sample++) {
                    elements(sample * each, (sample + 1) * each, thread, o);
                }
            }
        };
    }

    @Override
    public int units() {
        return Math.ceilDiv(size, LoopBuilder.BLOCK);
    }

    @Override
    public long cost() {
        return (long) size * program.body.size();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        elements(from * LoopBuilder.BLOCK, Math.min(size, to * LoopBuilder.BLOCK), thread, o);
    }

    private void elements(int begin, int end, int thread, Operands o) {
        int done = fused == null ? begin : fused.run(begin, end, thread, o, this);
        if (done < end) {
            once(program, thread, o);
            blocks(done, end, thread, o);
        }
    }

    private static void once(Program program, int thread, Operands o) {
        for (int i = 0; i < program.once.size(); i++) {
            program.once.get(i).run(o, thread, 0, 1);
        }
    }

    /// Runs the program of routines.
    void blocks(int begin, int end, int thread, Operands o) {
        for (int start = begin; start < end; start += LoopBuilder.BLOCK) {
            int n = Math.min(LoopBuilder.BLOCK, end - start);
            for (int i = 0; i < program.body.size(); i++) {
                program.body.get(i).run(o, thread, start, n);
            }
        }
    }

    /// The second program: what has to be in registers, then the expression, then what needs
    /// converting on its way out.
    ///
    /// - `refs`: where the expression's inputs and outputs lie
    /// - `lanes`: the code computes so many elements at a time
    /// - `direct`: whether nothing is to be done for each block, and no operand is held for one
    ///   only
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fused(
            Heat heat,
            Program before,
            Ref[] refs,
            List<Instruction> behind,
            boolean direct,
            int lanes) {
        private static final int TRIAL = 128;
        private static final int TRIALS = 4;

        /// Computes as many elements as it is the right one for; returns the number of the first
        /// that is left.
        int run(int begin, int end, int thread, Operands o, Loop loop) {
            var code = heat.code(end - begin >= 2 * LoopBuilder.BLOCK);
            if (code == null) {
                return begin;
            }
            if (!heat.isHot()) {
                return tried(code, begin, end, thread, o, loop);
            }
            once(before, thread, o);
            int whole = begin + (end - begin) / lanes * lanes;
            if (direct) {
                code.run(o, refs, thread, begin, whole - begin);
            } else {
                for (int start = begin; start < whole; start += LoopBuilder.BLOCK) {
                    block(code, thread, start, Math.min(LoopBuilder.BLOCK, whole - start), o);
                }
            }
            return whole;
        }

        /// Few elements at a time: until the code is compiled, each costs a thousand times what it
        /// will.
        private int tried(Generated code, int begin, int end, int thread, Operands o, Loop loop) {
            once(before, thread, o);
            once(loop.program, thread, o);
            int at = begin;
            for (int i = 0; i < TRIALS && at + 2 * TRIAL <= end; i++) {
                long started = System.nanoTime();
                block(code, thread, at, TRIAL, o);
                long between = System.nanoTime();
                loop.blocks(at + TRIAL, at + 2 * TRIAL, thread, o);
                heat.tried(between - started, System.nanoTime() - between);
                at += 2 * TRIAL;
            }
            return at;
        }

        private void block(Generated code, int thread, int start, int n, Operands o) {
            for (int i = 0; i < before.body.size(); i++) {
                before.body.get(i).run(o, thread, start, n);
            }
            code.run(o, refs, thread, start, n);
            for (int i = 0; i < behind.size(); i++) {
                behind.get(i).run(o, thread, start, n);
            }
        }
    }
}
