package hebb.core.tensor;

/// The bits of [NumpyRandom]: MT19937 (Matsumoto and Nishimura, "Mersenne Twister", 1998), seeded
/// as numpy's `RandomState` is.
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908b0df;
    private static final int BEFORE_A_KEY = 19650218;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    private MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * spread(i) + i;
        }
    }

    /// Begins with one number of 32 bits.
    static MersenneTwister of(int seed) {
        return new MersenneTwister(seed);
    }

    /// Begins with several numbers of 32 bits.
    static MersenneTwister of(int... key) {
        var twister = new MersenneTwister(BEFORE_A_KEY);
        twister.mix(key);
        return twister;
    }

    private void mix(int... key) {
        int at = 1;
        for (int k = 0; k < Math.max(SIZE, key.length); k++) {
            int j = k % key.length;
            state[at] = (state[at] ^ (spread(at) * 1664525)) + key[j] + j;
            at = following(at);
        }
        for (int k = 1; k < SIZE; k++) {
            state[at] = (state[at] ^ (spread(at) * 1566083941)) - at;
            at = following(at);
        }
        state[0] = 0x80000000;
    }

    private int spread(int at) {
        int before = state[at - 1];
        return before ^ (before >>> 30);
    }

    private int following(int at) {
        if (at + 1 < SIZE) {
            return at + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    long nextLong() {
        long high = nextInt();
        return high << 32 | Integer.toUnsignedLong(nextInt());
    }

    /// Evenly in [0, 1), of 53 bits.
    double nextDouble() {
        int high = nextInt() >>> 5;
        int low = nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /// Evenly from 0 to `last`, read unsigned: numbers beyond are thrown away.
    long nextUpTo(long last) {
        if (last == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(last);
        boolean narrow = last >>> 32 == 0;
        long value;
        do {
            value = (narrow ? nextInt() : nextLong()) & mask;
        } while (Long.compareUnsigned(value, last) > 0);
        return value;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) * TWIST);
        }
        next = 0;
    }
}
