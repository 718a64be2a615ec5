package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;

/// Validation that several shape rules share.
final class Check {
    private Check() {}

    static void count(Op op, List<Spec> inputs, int expected) {
        if (inputs.size() != expected) {
            throw new IllegalArgumentException(
                    op.label() + " takes " + expected + " inputs, not " + inputs.size());
        }
    }

    /// The element type that both inputs share.
    static DType sameType(Op op, Spec a, Spec b) {
        requireSameType(op, a, b);
        return a.dtype();
    }

    static void requireSameType(Op op, Spec a, Spec b) {
        if (a.dtype() != b.dtype()) {
            throw HebbException.of(op.label(), "the element types differ")
                    .received(a + " and " + b)
                    .expected("one type")
                    .fix("cast one of them, for example x.cast(DType." + a.dtype().name() + ")");
        }
    }

    static void floating(Op op, Spec input) {
        if (!input.dtype().isFloating()) {
            throw HebbException.of(op.label(), "defined for floating point only")
                    .received(input)
                    .expected("float32 or float64")
                    .fix("x.cast(DType.FLOAT32)");
        }
    }

    static void indices(Op op, Spec input) {
        if (input.dtype() != DType.INT32 && input.dtype() != DType.INT64) {
            throw HebbException.of(op.label(), "the indices are not integers")
                    .received(input)
                    .expected("int32 or int64")
                    .fix("indices.cast(DType.INT32)");
        }
    }

    static void rank(Op op, Spec input, int atLeast) {
        if (input.shape().rank() < atLeast) {
            throw HebbException.of(op.label(), "the input has too few axes")
                    .received(input.shape())
                    .expected("at least " + atLeast + (atLeast == 1 ? " axis" : " axes"));
        }
    }
}
