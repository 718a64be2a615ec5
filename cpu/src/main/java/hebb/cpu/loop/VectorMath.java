package hebb.cpu.loop;

import static hebb.core.op.Float32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [hebb.core.op.Float32] lane by lane: the same operations in the same order, so the same bits.
final class VectorMath {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    private VectorMath() {}

    /// Elements in a vector.
    static int lanes() {
        return S.length();
    }

    static FloatVector exp(FloatVector x) {
        var low = x.compare(VectorOperators.LT, EXP_LOW);
        var high = x.compare(VectorOperators.GT, EXP_HIGH);
        var c = x.blend(EXP_LOW, low).blend(EXP_HIGH, high);
        var rounded = c.fma(all(LOG2_E), all(ROUNDER));
        var n = rounded.sub(ROUNDER);
        var r = n.fma(all(-LN2_HIGH), c);
        r = n.fma(all(-LN2_LOW), r);
        var p = r.fma(all(E7), all(E6));
        p = p.fma(r, all(E5));
        p = p.fma(r, all(E4));
        p = p.fma(r, all(E3));
        p = p.fma(r, all(E2));
        p = p.fma(r.mul(r), r).add(1f);
        // the rounder has put n into the lowest bits: the same as (int) n
        var whole = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        var half = whole.lanewise(VectorOperators.ASHR, 1);
        var y = p.mul(power(half)).mul(power(whole.sub(half)));
        return y.blend(Float.POSITIVE_INFINITY, high)
                .blend(0f, low)
                .blend(x, x.test(VectorOperators.IS_NAN));
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
        var p = f.fma(all(L8), all(L7));
        p = p.fma(f, all(L6));
        p = p.fma(f, all(L5));
        p = p.fma(f, all(L4));
        p = p.fma(f, all(L3));
        p = p.fma(f, all(L2));
        p = p.fma(f, all(L1));
        p = p.fma(f, all(L0));
        var y = p.mul(f).mul(z);
        y = e.fma(all(LN2_LOW), y);
        y = z.fma(all(-0.5f), y);
        y = e.fma(all(LN2_HIGH), f.add(y));
        return y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                .blend(Float.NaN, x.compare(VectorOperators.GT, 0f).not())
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    }

    static FloatVector tanh(FloatVector x) {
        var a = x.abs();
        var z = a.mul(a);
        var p = z.fma(all(T4), all(T3));
        p = p.fma(z, all(T2));
        p = p.fma(z, all(T1));
        p = p.fma(z, all(T0));
        var small = p.mul(z).fma(a, a);
        var big = all(1f).sub(all(2f).div(exp(a.add(a)).add(1f)));
        var y = big.blend(small, a.compare(VectorOperators.LT, TANH_SMALL));
        var sign = x.reinterpretAsInts().and(0x80000000);
        return y.reinterpretAsInts().and(0x7fffffff).or(sign).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        var e = exp(x.abs().neg());
        return all(1f).blend(e, x.compare(VectorOperators.LT, 0f)).div(e.add(1f));
    }

    /// 2ⁿ of whole numbers in the range of normal floats.
    private static FloatVector power(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(S, value);
    }
}
