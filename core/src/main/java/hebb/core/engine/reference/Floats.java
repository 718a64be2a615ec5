package hebb.core.engine.reference;

import hebb.core.op.Binary;
import hebb.core.op.Unary;

/// Elements of a floating type, with the arithmetic of that type.
///
/// A number travels as a double, which holds every float32 exactly; each operation takes numbers of
/// the type and rounds its result to the type.
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface Floats extends Elements {
    double at(int index);

    double apply(Unary op, double x);

    double apply(Binary op, double a, double b);

    /// a · b + c, rounded once.
    double fma(double a, double b, double c);

    default double add(double a, double b) {
        return apply(Binary.ADD, a, b);
    }

    record Float32s(float[] array) implements Floats {
        @Override
        public double at(int index) {
            return array[index];
        }

        @Override
        public void put(int index, double value) {
            array[index] = (float) value;
        }

        @Override
        public void put(int index, long value) {
            array[index] = value;
        }

        @Override
        public double apply(Unary op, double x) {
            return op.apply((float) x);
        }

        @Override
        public double apply(Binary op, double a, double b) {
            return op.apply((float) a, (float) b);
        }

        @Override
        public double fma(double a, double b, double c) {
            return Math.fma((float) a, (float) b, (float) c);
        }
    }

    record Float64s(double[] array) implements Floats {
        @Override
        public double at(int index) {
            return array[index];
        }

        @Override
        public void put(int index, double value) {
            array[index] = value;
        }

        @Override
        public void put(int index, long value) {
            array[index] = value;
        }

        @Override
        public double apply(Unary op, double x) {
            return op.apply(x);
        }

        @Override
        public double apply(Binary op, double a, double b) {
            return op.apply(a, b);
        }

        @Override
        public double fma(double a, double b, double c) {
            return Math.fma(a, b, c);
        }
    }
}
