package hebb.cpu.loop;

import hebb.cpu.work.Operands;

/// A loop made at run time for one [Expression].
interface Generated {
    /// Computes `n` elements, a multiple of the vector's length, from number `start` on. `refs` say
    /// where the expression's inputs and then its outputs lie.
    void run(Operands o, Ref[] refs, int thread, int start, int n);
}
