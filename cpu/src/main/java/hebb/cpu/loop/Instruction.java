package hebb.cpu.loop;

import hebb.cpu.work.Operands;

/// One operation on the elements of a block.
interface Instruction {
    /// Computes the elements from number `start` on, `n` of them.
    void run(Operands o, int thread, int start, int n);
}
