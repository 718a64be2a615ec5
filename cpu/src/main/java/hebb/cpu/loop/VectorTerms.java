package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.cpu.work.Operands;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The functions of an [Expression] on vectors; truth is a mask. Generated code calls them by name.
final class VectorTerms {
    private VectorTerms() {}

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }

    static FloatVector all(float[] x, int at) {
        return FloatVector.broadcast(S, x[at]);
    }

    static int at(Operands o, Ref[] refs, int number, int thread, int start) {
        return refs[number].at(o, thread, start);
    }

    static float[] array(Operands o, Ref[] refs, int number) {
        return o.floats(refs[number].slot());
    }

    static FloatVector neg(FloatVector x) {
        return x.neg();
    }

    static FloatVector abs(FloatVector x) {
        return x.abs();
    }

    static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    /// `Math.max(x, 0f)` bit for bit, with fewer instructions than max has.
    static FloatVector relu(FloatVector x) {
        return x.blend(0f, x.compare(VectorOperators.LE, 0f));
    }

    static FloatVector exp(FloatVector x) {
        return VectorMath.exp(x);
    }

    static FloatVector log(FloatVector x) {
        return VectorMath.log(x);
    }

    static FloatVector tanh(FloatVector x) {
        return VectorMath.tanh(x);
    }

    static FloatVector sigmoid(FloatVector x) {
        return VectorMath.sigmoid(x);
    }

    static FloatVector add(FloatVector a, FloatVector b) {
        return a.add(b);
    }

    static FloatVector sub(FloatVector a, FloatVector b) {
        return a.sub(b);
    }

    static FloatVector mul(FloatVector a, FloatVector b) {
        return a.mul(b);
    }

    static FloatVector div(FloatVector a, FloatVector b) {
        return a.div(b);
    }

    static FloatVector min(FloatVector a, FloatVector b) {
        return a.min(b);
    }

    static FloatVector max(FloatVector a, FloatVector b) {
        return a.max(b);
    }

    static VectorMask<Float> equal(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.EQ, b);
    }

    static VectorMask<Float> not_equal(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.NE, b);
    }

    static VectorMask<Float> less(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.LT, b);
    }

    static VectorMask<Float> less_equal(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.LE, b);
    }

    static VectorMask<Float> greater(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.GT, b);
    }

    static VectorMask<Float> greater_equal(FloatVector a, FloatVector b) {
        return a.compare(VectorOperators.GE, b);
    }

    static FloatVector select(VectorMask<Float> condition, FloatVector a, FloatVector b) {
        return b.blend(a, condition);
    }

    static VectorMask<Float> not(VectorMask<Float> x) {
        return x.not();
    }

    static VectorMask<Float> and(VectorMask<Float> a, VectorMask<Float> b) {
        return a.and(b);
    }

    static VectorMask<Float> or(VectorMask<Float> a, VectorMask<Float> b) {
        return a.or(b);
    }

    static FloatVector number(VectorMask<Float> x) {
        return FloatVector.zero(S).blend(1f, x);
    }

    static VectorMask<Float> truth(FloatVector x) {
        return x.compare(VectorOperators.NE, 0f);
    }
}
