package hebb.core.op;

/// float32 exponential, logarithm, tanh and sigmoid by polynomials, so that every engine, scalar or
/// vector, on every machine, computes the same bits. Each is a fixed sequence of additions,
/// multiplications, fused multiply-adds and bit operations; a vector kernel repeats it lane by
/// lane.
///
/// Errors against the exact value, over all float32 numbers, subnormal ones included: exp below 1.1
/// ulp, log below 0.9, tanh below 1.4, sigmoid below 2.5. The coefficients were found by Remez's
/// exchange for the least relative error on the range that each comment names.
public final class Float32 {
    /// Above this e^x is infinite, below [#EXP_LOW] it is 0.
    public static final float EXP_HIGH = 88.72284f;

    public static final float EXP_LOW = -103.97208f;
    public static final float LOG2_E = 1.442695f;

    /// Adding and subtracting 1.5 · 2²³ rounds to the nearest integer.
    public static final float ROUNDER = 12582912f;

    // ln 2 in two parts: the first has few bits, so that n · LN2_HIGH is exact.
    public static final float LN2_HIGH = 0x1.63p-1f;
    public static final float LN2_LOW = -2.1219444e-4f;

    // e^r = 1 + r + r² (E2 + r (E3 + …)) for |r| <= ln 2 / 2: minimax
    public static final float E7 = 1.9790298e-4f;
    public static final float E6 = 1.3944703e-3f;
    public static final float E5 = 8.333498e-3f;
    public static final float E4 = 4.1666295e-2f;
    public static final float E3 = 1.6666666e-1f;
    public static final float E2 = 0.5f;

    // log(1 + f) = f - f²/2 + f³ (L0 + f (L1 + …)) for 1 + f in [√½, √2): minimax
    public static final float L8 = 6.746652e-2f;
    public static final float L7 = -1.1675654e-1f;
    public static final float L6 = 1.1888158e-1f;
    public static final float L5 = -1.24055885e-1f;
    public static final float L4 = 1.4219552e-1f;
    public static final float L3 = -1.6667996e-1f;
    public static final float L2 = 2.0002119e-1f;
    public static final float L1 = -2.500001e-1f;
    public static final float L0 = 3.3333313e-1f;
    public static final float SQRT_HALF = 0.70710677f;

    // tanh x = x + x³ (T0 + x² (T1 + …)) for |x| < 0.625: minimax
    public static final float TANH_SMALL = 0.625f;
    public static final float T4 = -5.7170503e-3f;
    public static final float T3 = 2.0650592e-2f;
    public static final float T2 = -5.37435e-2f;
    public static final float T1 = 1.3331491e-1f;
    public static final float T0 = -3.3333284e-1f;

    private Float32() {}

    /// e^x.
    public static float exp(float x) {
        if (Float.isNaN(x)) {
            return x;
        }
        float c = Math.min(Math.max(x, EXP_LOW), EXP_HIGH);
        float n = Math.fma(c, LOG2_E, ROUNDER) - ROUNDER;
        float r = Math.fma(n, -LN2_HIGH, c);
        r = Math.fma(n, -LN2_LOW, r);
        float p = Math.fma(E7, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r * r, r) + 1f;
        // 2^n in two factors, as n may reach 128 and, below the normal range, -150
        int whole = (int) n;
        int half = whole >> 1;
        float y =
                p
                        * Float.intBitsToFloat((half + 127) << 23)
                        * Float.intBitsToFloat((whole - half + 127) << 23);
        return x > EXP_HIGH ? Float.POSITIVE_INFINITY : x < EXP_LOW ? 0f : y;
    }

    /// The natural logarithm: NaN below 0, -∞ at 0.
    public static float log(float x) {
        boolean tiny = x < Float.MIN_NORMAL;
        float scaled = tiny ? x * 8388608f : x; // 2²³: out of the subnormal range
        int bits = Float.floatToRawIntBits(scaled);
        int exponent = (bits >> 23) - 126 - (tiny ? 23 : 0);
        float m = Float.intBitsToFloat((bits & 0x7fffff) | 0x3f000000); // in [½, 1)
        boolean low = m < SQRT_HALF;
        float e = low ? exponent - 1 : exponent;
        float f = low ? (m + m) - 1f : m - 1f;
        float z = f * f;
        float p = Math.fma(L8, f, L7);
        p = Math.fma(p, f, L6);
        p = Math.fma(p, f, L5);
        p = Math.fma(p, f, L4);
        p = Math.fma(p, f, L3);
        p = Math.fma(p, f, L2);
        p = Math.fma(p, f, L1);
        p = Math.fma(p, f, L0);
        float y = p * f * z;
        y = Math.fma(e, LN2_LOW, y);
        y = Math.fma(z, -0.5f, y);
        y = Math.fma(e, LN2_HIGH, f + y);
        if (x == 0f) {
            return Float.NEGATIVE_INFINITY;
        }
        if (!(x > 0f)) {
            return Float.NaN;
        }
        return x == Float.POSITIVE_INFINITY ? x : y;
    }

    /// The hyperbolic tangent.
    public static float tanh(float x) {
        float a = Math.abs(x);
        float z = a * a;
        float p = Math.fma(T4, z, T3);
        p = Math.fma(p, z, T2);
        p = Math.fma(p, z, T1);
        p = Math.fma(p, z, T0);
        float small = Math.fma(p * z, a, a);
        float big = 1f - 2f / (exp(a + a) + 1f);
        return Math.copySign(a < TANH_SMALL ? small : big, x);
    }

    /// 1 / (1 + e^-x).
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x)); // at most 1: 1 + e does not overflow
        return (x < 0f ? e : 1f) / (1f + e);
    }
}
