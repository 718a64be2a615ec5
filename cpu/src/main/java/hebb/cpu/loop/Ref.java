package hebb.cpu.loop;

import hebb.cpu.work.Operands;

/// Where an instruction finds or leaves the values of a block: in a tensor, in a register (a
/// block-sized piece of each thread's scratch), or, for all elements, a single value.
///
/// - `slot`: the operand that holds them
/// - `base`, `perThread`, `perElement`: they begin at `base + thread · perThread + start ·
///   perElement` of it
/// - `single`: whether there is one value for the whole block
record Ref(int slot, int base, int perThread, int perElement, boolean single) {
    /// A whole tensor, element by element.
    static Ref tensor(int slot) {
        return new Ref(slot, 0, 0, 1, false);
    }

    /// A tensor's only element.
    static Ref scalar(int slot) {
        return new Ref(slot, 0, 0, 0, true);
    }

    int at(Operands o, int thread, int start) {
        return o.offset(slot) + base + thread * perThread + start * perElement;
    }
}
