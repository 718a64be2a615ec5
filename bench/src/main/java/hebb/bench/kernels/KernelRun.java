package hebb.bench.kernels;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Work;
import java.util.Random;

/// Work with operands full of random numbers, ready to run on one thread.
record KernelRun(Work work, Operands operands) {
    /// Operands of the given sizes, slot by slot, in one array with the scratch.
    static KernelRun of(Work work, int... sizes) {
        int line = 16;
        int total = work.scratch(1) + line;
        for (int size : sizes) {
            total += size + line;
        }
        var arena = new float[total];
        var random = new Random(1);
        for (int i = 0; i < total; i++) {
            arena[i] = (float) random.nextGaussian();
        }
        var operands = Operands.of(sizes.length);
        int at = 0;
        for (int slot = 0; slot < sizes.length; slot++) {
            operands.bind(slot, arena, at);
            at += Math.ceilDiv(sizes[slot], line) * line;
        }
        operands.scratch(arena, at, work);
        return new KernelRun(work, operands);
    }

    void run() {
        work.run(operands);
    }
}
