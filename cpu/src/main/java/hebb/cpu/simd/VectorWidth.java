package hebb.cpu.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Asks the Vector API, and so is loaded only where it exists.
public final class VectorWidth {
    private VectorWidth() {}

    static int preferredBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    /// The vectors of so many floats.
    public static VectorSpecies<Float> species(int lanes) {
        return switch (lanes) {
            case 16 -> FloatVector.SPECIES_512;
            case 8 -> FloatVector.SPECIES_256;
            default -> FloatVector.SPECIES_128;
        };
    }
}
