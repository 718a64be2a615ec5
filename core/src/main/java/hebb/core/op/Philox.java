package hebb.core.op;

/// Philox 4×32-10, a counter-based random number generator: a keyed bijection of a 128-bit counter,
/// so that element number n needs no element before it.
///
/// Here the key is the seed, and the counter is (element / 4 or / 2 as said below, step, stream):
/// 32 bits of element block, 32 bits of step, 64 bits of stream. Source: Salmon, Moraes, Dror and
/// Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public final class Philox {
    private static final int M0 = 0xD2511F53;
    private static final int M1 = 0xCD9E8D57;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /// Ten rounds; the 128-bit result replaces the counter in `block`.
    public static void block(int[] block, long seed) {
        int k0 = (int) seed;
        int k1 = (int) (seed >>> 32);
        int c0 = block[0];
        int c1 = block[1];
        int c2 = block[2];
        int c3 = block[3];
        for (int i = 0; i < ROUNDS; i++) {
            long p0 = (M0 & 0xffffffffL) * (c0 & 0xffffffffL);
            long p1 = (M1 & 0xffffffffL) * (c2 & 0xffffffffL);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c1 = (int) p1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        block[0] = c0;
        block[1] = c1;
        block[2] = c2;
        block[3] = c3;
    }

    /// float32 numbers `from` to before `to` of a tensor, into `out` from `at`: of each four, one
    /// of the words of a block.
    ///
    /// UNIFORM is the upper 24 bits of a word, times 2⁻²⁴. NORMAL is Box and Muller's: words 0, 1
    /// give elements 0, 1 and words 2, 3 elements 2, 3: √(-2 ln u) cos 2πv and … sin 2πv with u =
    /// (upper 24 bits + 1) · 2⁻²⁴ and v as above, computed in float64.
    public static void fill(
            Random.Kind kind,
            long seed,
            long stream,
            long step,
            int from,
            int to,
            float[] out,
            int at) {
        var block = new int[4];
        for (int base = from & ~3; base < to; base += 4) {
            counter(block, base >>> 2, step, stream, seed);
            for (int i = Math.max(base, from); i < Math.min(base + 4, to); i++) {
                out[at + i - from] =
                        kind == Random.Kind.UNIFORM
                                ? (block[i & 3] >>> 8) * 0x1p-24f
                                : (float) normal24(block, i & 3);
            }
        }
    }

    /// The same for float64: of each two elements, one of the block's pairs of words (53 bits).
    public static void fill(
            Random.Kind kind,
            long seed,
            long stream,
            long step,
            int from,
            int to,
            double[] out,
            int at) {
        var block = new int[4];
        for (int base = from & ~1; base < to; base += 2) {
            counter(block, base >>> 1, step, stream, seed);
            double u = bits53(block, 0) * 0x1p-53;
            double v = bits53(block, 2) * 0x1p-53;
            for (int i = Math.max(base, from); i < Math.min(base + 2, to); i++) {
                boolean first = (i & 1) == 0;
                out[at + i - from] =
                        kind == Random.Kind.UNIFORM
                                ? (first ? u : v)
                                : polar(u + 0x1p-53, v, first);
            }
        }
    }

    private static void counter(int[] block, int number, long step, long stream, long seed) {
        block[0] = number;
        block[1] = (int) step;
        block[2] = (int) stream;
        block[3] = (int) (stream >>> 32);
        block(block, seed ^ (step >>> 32));
    }

    private static double normal24(int[] block, int word) {
        int pair = word & 2;
        double u = ((block[pair] >>> 8) + 1) * 0x1p-24;
        double v = (block[pair + 1] >>> 8) * 0x1p-24;
        return polar(u, v, (word & 1) == 0);
    }

    private static double polar(double u, double v, boolean cosine) {
        double radius = Math.sqrt(-2 * StrictMath.log(u));
        double angle = 2 * Math.PI * v;
        return radius * (cosine ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    private static long bits53(int[] block, int word) {
        return (((long) block[word] << 32) | (block[word + 1] & 0xffffffffL)) >>> 11;
    }
}
