package hebb.data.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// 64-bit hashes of texts that are the same everywhere: those by which TensorFlow and Keras sort
/// strings into buckets. Numbers are unsigned.
public final class Fingerprint {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long CAT = 0xc6a4a7935bd1e995L;

    private Fingerprint() {}

    /// FarmHash's Fingerprint64 of a text in UTF-8.
    public static long farm(String text) {
        var b = text.getBytes(StandardCharsets.UTF_8);
        if (b.length <= 16) {
            return upTo16(b);
        }
        if (b.length <= 32) {
            return upTo32(b);
        }
        return b.length <= 64 ? upTo64(b) : longer(b, 81);
    }

    /// SipHash-2-4 of a text in UTF-8, with a key of two numbers.
    public static long sip(String text, long key0, long key1) {
        return new Sip(key0, key1).of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// One fingerprint of two, in order.
    public static long cat(long first, long second) {
        long mixed = (first ^ CAT) ^ (shift(second * CAT) * CAT);
        return shift(shift(mixed * CAT) * CAT);
    }

    // ---- FarmHash

    private static long upTo16(byte[] b) {
        int n = b.length;
        long mul = K2 + n * 2L;
        if (n >= 8) {
            long first = word(b, 0) + K2;
            long last = word(b, n - 8);
            long c = Long.rotateRight(last, 37) * mul + first;
            long d = (Long.rotateRight(first, 25) + last) * mul;
            return mix(c, d, mul);
        }
        if (n >= 4) {
            return mix(n + (half(b, 0) << 3), half(b, n - 4), mul);
        }
        if (n > 0) {
            long y = (b[0] & 0xffL) + ((b[n >> 1] & 0xffL) << 8);
            long z = n + ((b[n - 1] & 0xffL) << 2);
            return shift((y * K2) ^ (z * K0)) * K2;
        }
        return K2;
    }

    private static long upTo32(byte[] b) {
        int n = b.length;
        long mul = K2 + n * 2L;
        long first = word(b, 0) * K1;
        long second = word(b, 8);
        long last = word(b, n - 8) * mul;
        long before = word(b, n - 16) * K2;
        return mix(
                Long.rotateRight(first + second, 43) + Long.rotateRight(last, 30) + before,
                first + Long.rotateRight(second + K2, 18) + last,
                mul);
    }

    private static long upTo64(byte[] b) {
        int n = b.length;
        long mul = K2 + n * 2L;
        long first = word(b, 0) * K2;
        long second = word(b, 8);
        long last = word(b, n - 8) * mul;
        long before = word(b, n - 16) * K2;
        long y = Long.rotateRight(first + second, 43) + Long.rotateRight(last, 30) + before;
        long z = mix(y, first + Long.rotateRight(second + K2, 18) + last, mul);
        long e = word(b, 16) * mul;
        long f = word(b, 24);
        long g = (y + word(b, n - 32)) * mul;
        long h = (z + word(b, n - 24)) * mul;
        return mix(
                Long.rotateRight(e + f, 43) + Long.rotateRight(g, 30) + h,
                e + Long.rotateRight(f + first, 18) + g,
                mul);
    }

    private static long longer(byte[] b, long seed) {
        long y = seed * K1 + 113;
        long z = shift(y * K2 + 113) * K2;
        long x = seed * K2 + word(b, 0);
        var v = new Pair(0, 0);
        var w = new Pair(0, 0);
        int rest = (b.length - 1) & 63;
        int end = b.length - 1 - rest;
        for (int s = 0; s < end; s += 64) {
            x = Long.rotateRight(x + y + v.first + word(b, s + 8), 37) * K1;
            y = Long.rotateRight(y + v.second + word(b, s + 48), 42) * K1;
            x ^= w.second;
            y += v.first + word(b, s + 40);
            z = Long.rotateRight(z + w.first, 33) * K1;
            v = weak(b, s, v.second * K1, x + w.first);
            w = weak(b, s + 32, z + w.second, y + word(b, s + 16));
            long swapped = z;
            z = x;
            x = swapped;
        }
        long mul = K1 + ((z & 0xff) << 1);
        int s = b.length - 64;
        w = new Pair(w.first + rest, w.second);
        v = new Pair(v.first + w.first, v.second);
        w = new Pair(w.first + v.first, w.second);
        x = Long.rotateRight(x + y + v.first + word(b, s + 8), 37) * mul;
        y = Long.rotateRight(y + v.second + word(b, s + 48), 42) * mul;
        x ^= w.second * 9;
        y += v.first * 9 + word(b, s + 40);
        z = Long.rotateRight(z + w.first, 33) * mul;
        v = weak(b, s, v.second * mul, x + w.first);
        w = weak(b, s + 32, z + w.second, y + word(b, s + 16));
        return mix(
                mix(v.first, w.first, mul) + shift(y) * K0 + x,
                mix(v.second, w.second, mul) + z,
                mul);
    }

    private record Pair(long first, long second) {}

    private static Pair weak(byte[] b, int s, long first, long second) {
        long a = first + word(b, s);
        long turned = Long.rotateRight(second + a + word(b, s + 24), 21);
        long sum = a + word(b, s + 8) + word(b, s + 16);
        return new Pair(sum + word(b, s + 24), turned + Long.rotateRight(sum, 44) + a);
    }

    private static long mix(long u, long v, long mul) {
        long a = shift((u ^ v) * mul);
        return shift((v ^ a) * mul) * mul;
    }

    private static long shift(long v) {
        return v ^ (v >>> 47);
    }

    private static long word(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    private static long half(byte[] b, int at) {
        return Integer.toUnsignedLong((int) INT.get(b, at));
    }

    // ---- SipHash

    private static final class Sip {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Sip(long key0, long key1) {
            v0 = 0x736f6d6570736575L ^ key0;
            v1 = 0x646f72616e646f6dL ^ key1;
            v2 = 0x6c7967656e657261L ^ key0;
            v3 = 0x7465646279746573L ^ key1;
        }

        long of(byte[] b) {
            int whole = b.length & ~7;
            for (int i = 0; i < whole; i += 8) {
                take(word(b, i));
            }
            long last = (long) b.length << 56;
            for (int i = whole; i < b.length; i++) {
                last |= (b[i] & 0xffL) << (8 * (i - whole));
            }
            take(last);
            v2 ^= 0xff;
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
