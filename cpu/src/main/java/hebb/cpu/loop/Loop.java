package hebb.cpu.loop;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.List;

/// A pointwise stage as a program: some instructions once, the others for each block of elements. A unit is a block.
final class Loop implements Phase {
    private final int size;
    private final int block;
    private final Instruction[] once;
    private final Instruction[] body;

    Loop(int size, int block, List<Instruction> once, List<Instruction> body) {
        this.size = size;
        this.block = block;
        this.once = once.toArray(Instruction[]::new);
        this.body = body.toArray(Instruction[]::new);
    }

    @Override
    public int units() {
        return Math.ceilDiv(size, block);
    }

    @Override
    public long cost() {
        return (long) size * body.length;
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        for (var instruction : once) {
            instruction.run(o, thread, 0, 1);
        }
        for (int unit = from; unit < to; unit++) {
            int start = unit * block;
            int n = Math.min(block, size - start);
            for (var instruction : body) {
                instruction.run(o, thread, start, n);
            }
        }
    }
}
