package hebb.cpu.loop;

import static hebb.core.op.Float32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [hebb.core.op.Float32] lane by lane, with the same bits: by the same operations in the same
/// order, but for the exponentials in tanh and sigmoid, whose arguments have one sign. These do
/// with fewer, none of which rounds otherwise.
///
/// The JIT compiler inlines none of these that is longer than 325 bytes of code, and none but the
/// vector API's methods once it has reached a certain number of nodes; what is called instead gets
/// and returns objects. So the functions are short, and call few others.
final class VectorMath {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    /// Rounds as [hebb.core.op.Float32#ROUNDER] does (halves would go the other way, but no float
    /// times log2 e is one), and the lowest bits of the sum are those of 2ⁿ's exponent.
    private static final float SCALER = ROUNDER + 127;

    /// The same for 2ⁿ⁺⁶⁴.
    private static final float SCALER_64 = ROUNDER + 127 + 64;

    /// From here on 2 / (e^x + 1) is too little to be subtracted from 1; 2ⁿ is finite.
    private static final float TANH_LARGE = 64f;

    private VectorMath() {}

    /// Elements in a vector.
    static int lanes() {
        return S.length();
    }

    static FloatVector exp(FloatVector x) {
        var low = x.compare(VectorOperators.LT, EXP_LOW);
        var high = x.compare(VectorOperators.GT, EXP_HIGH);
        var c = x.blend(EXP_LOW, low).blend(EXP_HIGH, high);
        var rounded = c.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUNDER));
        var n = rounded.sub(ROUNDER);
        var r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
        r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
        var p = expSeries(r);
        // the rounder has put n into the lowest bits: the same as (int) n
        var whole = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        var half = whole.lanewise(VectorOperators.ASHR, 1);
        // 2ⁿ in two steps, each in the range of normal floats
        var first = half.add(127).lanewise(VectorOperators.LSHL, 23);
        var second = whole.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
        var y = p.mul(first.reinterpretAsFloats()).mul(second.reinterpretAsFloats());
        return y.blend(Float.POSITIVE_INFINITY, high)
                .blend(0f, low)
                .blend(x, x.test(VectorOperators.IS_NAN));
    }

    private static FloatVector expSeries(FloatVector r) {
        var p = r.fma(FloatVector.broadcast(S, E7), FloatVector.broadcast(S, E6));
        p = p.fma(r, FloatVector.broadcast(S, E5));
        p = p.fma(r, FloatVector.broadcast(S, E4));
        p = p.fma(r, FloatVector.broadcast(S, E3));
        p = p.fma(r, FloatVector.broadcast(S, E2));
        return p.fma(r.mul(r), r).add(1f);
    }

    static FloatVector log(FloatVector x) {
        var tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        var bits = x.blend(x.mul(8388608f), tiny).reinterpretAsInts();
        var exponent = bits.lanewise(VectorOperators.ASHR, 23).sub(126);
        exponent = exponent.blend(exponent.sub(23), tiny.cast(INTS));
        var m = bits.and(0x7fffff).or(0x3f000000).reinterpretAsFloats();
        var low = m.compare(VectorOperators.LT, SQRT_HALF);
        exponent = exponent.blend(exponent.sub(1), low.cast(INTS));
        var e = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
        var f = m.blend(m.add(m), low).sub(1f);
        var z = f.mul(f);
        var y = logSeries(f).mul(f).mul(z);
        y = e.fma(FloatVector.broadcast(S, LN2_LOW), y);
        y = z.fma(FloatVector.broadcast(S, -0.5f), y);
        y = e.fma(FloatVector.broadcast(S, LN2_HIGH), f.add(y));
        return y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                .blend(Float.NaN, x.compare(VectorOperators.GT, 0f).not())
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    }

    private static FloatVector logSeries(FloatVector f) {
        var p = f.fma(FloatVector.broadcast(S, L8), FloatVector.broadcast(S, L7));
        p = p.fma(f, FloatVector.broadcast(S, L6));
        p = p.fma(f, FloatVector.broadcast(S, L5));
        p = p.fma(f, FloatVector.broadcast(S, L4));
        p = p.fma(f, FloatVector.broadcast(S, L3));
        p = p.fma(f, FloatVector.broadcast(S, L2));
        p = p.fma(f, FloatVector.broadcast(S, L1));
        return p.fma(f, FloatVector.broadcast(S, L0));
    }

    static FloatVector tanh(FloatVector x) {
        var a = x.abs();
        var z = a.mul(a);
        var p = z.fma(FloatVector.broadcast(S, T4), FloatVector.broadcast(S, T3));
        p = p.fma(z, FloatVector.broadcast(S, T2));
        p = p.fma(z, FloatVector.broadcast(S, T1));
        p = p.fma(z, FloatVector.broadcast(S, T0));
        var small = p.mul(z).fma(a, a);
        // e^2a: n is not negative, so one factor 2ⁿ does; beyond the bound 1 loses nothing any more
        var twice = a.add(a);
        var c = twice.blend(TANH_LARGE, twice.compare(VectorOperators.GT, TANH_LARGE));
        var rounded = c.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, SCALER));
        var n = rounded.sub(SCALER);
        var r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
        r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
        var q = expSeries(r);
        var scale = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        var e = q.mul(scale.reinterpretAsFloats());
        var one = FloatVector.broadcast(S, 1f);
        var big = one.sub(FloatVector.broadcast(S, 2f).div(e.add(1f)));
        var y = big.blend(small, a.compare(VectorOperators.LT, TANH_SMALL));
        var sign = x.reinterpretAsInts().and(0x80000000);
        return y.reinterpretAsInts().and(0x7fffffff).or(sign).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        // e^-|x|: at most 1, so 2ⁿ is 2ⁿ⁺⁶⁴, which a float holds, times 2⁻⁶⁴
        var a = x.abs().neg();
        var low = a.compare(VectorOperators.LT, EXP_LOW);
        var c = a.blend(EXP_LOW, low);
        var rounded = c.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, SCALER_64));
        var n = rounded.sub(SCALER_64);
        var r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
        r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
        var p = expSeries(r);
        var scale = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        var e = p.mul(scale.reinterpretAsFloats()).mul(0x1p-64f).blend(0f, low);
        return FloatVector.broadcast(S, 1f)
                .blend(e, x.compare(VectorOperators.LT, 0f))
                .div(e.add(1f));
    }
}
