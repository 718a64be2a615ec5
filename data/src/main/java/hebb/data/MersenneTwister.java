package hebb.data;

import java.util.stream.IntStream;

/// The random numbers of numpy's `RandomState`, MT19937, as far as shuffling needs them: so that a
/// seed of Python's gives the same split here.
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < SIZE; i++) {
            int before = state[i - 1];
            state[i] = 1812433253 * (before ^ (before >>> 30)) + i;
        }
    }

    /// The numbers from 0 to n - 1 in the order of `RandomState(seed).shuffle`.
    int[] permutation(int n) {
        var order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = upTo(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /// Evenly from 0 to `last`: numbers beyond are thrown away.
    private int upTo(int last) {
        int mask = (Integer.highestOneBit(last) << 1) - 1;
        int value = nextInt() & mask;
        while (value > last) {
            value = nextInt() & mask;
        }
        return value;
    }

    private int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) * TWIST);
        }
        next = 0;
    }
}
