package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Unary;

/// Chooses the inner loop of a float32 operation.
final class Routines {
    private final boolean vectors;

    /// Vector code, or scalar code only.
    Routines(boolean vectors) {
        this.vectors = vectors;
    }

    FloatRoutine.Single of(Unary op) {
        return new ScalarRoutines.Single(op);
    }

    FloatRoutine.Pair of(Binary op) {
        return new ScalarRoutines.Pair(op);
    }

    FloatRoutine.Pair of(Compare op) {
        return new ScalarRoutines.Test(op);
    }

    FloatRoutine.Choice choice() {
        return new ScalarRoutines.Choice();
    }
}
