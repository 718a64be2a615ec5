package hebb.cpu.loop;

import hebb.cpu.work.Operands;

/// Where an instruction finds or leaves the values of a block: in a tensor, in a register (a
/// block-sized piece of each thread's scratch, or two of them), or, for all elements, a single
/// value.
///
/// - `slot`: the operand that holds them
/// - `base`, `perThread`, `perElement`: they begin at `base + thread · perThread + element ·
///   perElement` of it, `element` being the number of the first
/// - `period`: if not 0, elements are numbered only up to it, and then from 0 again
/// - `single`: whether there is one value for the whole block
record Ref(int slot, int base, int perThread, int perElement, int period, boolean single) {
    Ref(int slot, int base, int perThread, int perElement, boolean single) {
        this(slot, base, perThread, perElement, 0, single);
    }

    /// Of a tensor only the elements that a thread works on: `held` of them, in its own part of the
    /// operand.
    static Ref part(int slot, int held) {
        return new Ref(slot, 0, held, 1, held, false);
    }

    /// A whole tensor, element by element.
    static Ref tensor(int slot) {
        return tensor(slot, 0);
    }

    /// Neighbouring elements of a tensor from number `first` on.
    static Ref tensor(int slot, int first) {
        return new Ref(slot, first, 0, 1, false);
    }

    /// A tensor's element number `at`, or its only one, 0.
    static Ref scalar(int slot, int at) {
        return new Ref(slot, at, 0, 0, true);
    }

    int at(Operands o, int thread, int start) {
        int element = period == 0 ? start : start % period;
        return o.offset(slot) + base + thread * perThread + element * perElement;
    }
}
