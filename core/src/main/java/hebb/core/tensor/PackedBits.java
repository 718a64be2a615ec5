package hebb.core.tensor;

/// Small numbers, several from each 32 random bits, the lowest bits first.
final class PackedBits {
    private final MersenneTwister bits;
    private final int width;
    private int word;
    private int left;

    /// Numbers of `width` bits, a divisor of 32.
    PackedBits(MersenneTwister bits, int width) {
        this.bits = bits;
        this.width = width;
    }

    /// Evenly from 0 to `last`: numbers beyond are thrown away.
    int nextUpTo(long last) {
        if (last == 0) {
            return 0;
        }
        int mask = (Integer.highestOneBit((int) last) << 1) - 1;
        int value;
        do {
            value = next() & mask;
        } while (value > last);
        return value;
    }

    private int next() {
        if (left == 0) {
            word = bits.nextInt();
            left = 32 / width;
        } else {
            word >>>= width;
        }
        left--;
        return word;
    }
}
