package hebb.cpu.loop;

import jdk.incubator.vector.FloatVector;

/// How wide this machine's vectors are.
public final class VectorWidth {
    private VectorWidth() {}

    /// In bits.
    public static int bits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }
}
