package hebb.cpu.simd;

/// How many floats one instruction works on: the width that kernels are made for. All widths give
/// the same bits.
public enum Lanes {
    /// Plain Java loops, for a JVM without the Vector API.
    SCALAR(8, 4),
    /// 128-bit vectors, as NEON and SSE have them.
    BITS_128(4, 5), // of 16 registers 5 × 2 hold sums, as C2 loads up to four factors ahead
    /// 256-bit vectors, as AVX2 has them.
    BITS_256(8, 5),
    /// 512-bit vectors, as AVX-512 has them.
    BITS_512(16, 13);

    private static final Lanes PREFERRED = detect();

    private final int count;
    private final int maxRows;

    Lanes(int count, int maxRows) {
        this.count = count;
        this.maxRows = maxRows;
    }

    /// The width this machine runs fastest, or [#SCALAR] without the Vector API.
    public static Lanes preferred() {
        return PREFERRED;
    }

    /// Floats per vector.
    public int count() {
        return count;
    }

    /// Rows of the largest tile of two vectors a row that is kept in registers.
    public int maxRows() {
        return maxRows;
    }

    private static Lanes detect() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return SCALAR;
        }
        return switch (VectorWidth.preferredBits()) {
            case 512 -> BITS_512;
            case 256 -> BITS_256;
            case 128 -> BITS_128;
            default -> SCALAR;
        };
    }
}
