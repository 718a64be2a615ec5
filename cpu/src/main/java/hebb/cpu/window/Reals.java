package hebb.cpu.window;

import hebb.core.op.Binary;
import hebb.core.shape.DType;
import hebb.cpu.work.Operands;

/// Elements of a floating type in operand slots, with the arithmetic of that type. A number travels
/// as a double, which holds every float32.
enum Reals {
    FLOAT32 {
        @Override
        double at(Operands o, int slot, int index) {
            return o.floats(slot)[o.offset(slot) + index];
        }

        @Override
        void put(Operands o, int slot, int index, double value) {
            o.floats(slot)[o.offset(slot) + index] = (float) value;
        }

        @Override
        double fma(double a, double b, double c) {
            return Math.fma((float) a, (float) b, (float) c);
        }

        @Override
        double apply(Binary op, double a, double b) {
            return op.apply((float) a, (float) b);
        }
    },
    FLOAT64 {
        @Override
        double at(Operands o, int slot, int index) {
            return o.doubles(slot)[o.offset(slot) + index];
        }

        @Override
        void put(Operands o, int slot, int index, double value) {
            o.doubles(slot)[o.offset(slot) + index] = value;
        }

        @Override
        double fma(double a, double b, double c) {
            return Math.fma(a, b, c);
        }

        @Override
        double apply(Binary op, double a, double b) {
            return op.apply(a, b);
        }
    };

    static Reals of(DType dtype) {
        return dtype == DType.FLOAT32 ? FLOAT32 : FLOAT64;
    }

    abstract double at(Operands o, int slot, int index);

    abstract void put(Operands o, int slot, int index, double value);

    abstract double fma(double a, double b, double c);

    abstract double apply(Binary op, double a, double b);
}
