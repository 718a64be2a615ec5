package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;

/// Elementwise comparison of two tensors of one type, which broadcast; the result is bool. No
/// gradient. A comparison with NaN is false, but for NOT_EQUAL.
public enum Compare implements Op {
    EQUAL {
        @Override
        public boolean test(double a, double b) {
            return a == b;
        }
    },
    NOT_EQUAL {
        @Override
        public boolean test(double a, double b) {
            return a != b;
        }
    },
    LESS {
        @Override
        public boolean test(double a, double b) {
            return a < b;
        }
    },
    LESS_EQUAL {
        @Override
        public boolean test(double a, double b) {
            return a <= b;
        }
    },
    GREATER {
        @Override
        public boolean test(double a, double b) {
            return a > b;
        }
    },
    GREATER_EQUAL {
        @Override
        public boolean test(double a, double b) {
            return a >= b;
        }
    };

    /// The comparison of floating point values.
    public abstract boolean test(double a, double b);

    /// The comparison of integers.
    public boolean test(long a, long b) {
        return test((double) Long.compare(a, b), 0d);
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var a = inputs.get(0);
        var b = inputs.get(1);
        Check.requireSameType(this, a, b);
        return new Spec(Broadcasting.of(label(), a.shape(), b.shape()), DType.BOOL);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
