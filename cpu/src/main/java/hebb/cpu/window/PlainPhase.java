package hebb.cpu.window;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;

/// Units that are each one call.
record PlainPhase(int units, long cost, Unit unit) implements Phase {
    /// What is done for one unit.
    interface Unit {
        void run(int unit, Operands o);
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        for (int i = from; i < to; i++) {
            unit.run(i, o);
        }
    }
}
