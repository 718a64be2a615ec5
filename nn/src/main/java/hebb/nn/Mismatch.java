package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.List;

/// Says why a weight of one shape is asked for with another: the layer is given something else than
/// it was built with.
final class Mismatch {
    private Mismatch() {}

    static HebbException of(
            Scope s, String weight, Shape wanted, Shape built, List<Tensor> inputs) {
        int axis = differing(wanted, built);
        if (axis < 0 || inputs.isEmpty()) {
            return s.wrong("the shape of '" + weight + "' has changed")
                    .received(wanted)
                    .expected(built + ", with which it was made");
        }
        int received = wanted.dim(axis);
        int expected = built.dim(axis);
        for (var input : inputs) {
            int at = axisOf(input.shape(), received);
            if (at >= 0) {
                return unfit(s, weight, input.shape(), at, expected);
            }
        }
        return s.wrong("the input does not match the " + weight)
                .received(inputs.getFirst().shape() + ", for which it would be " + wanted)
                .expected("an input for which it is " + built + ", with which it was built");
    }

    private static HebbException unfit(
            Scope s, String weight, Shape input, int axis, int expected) {
        boolean last = axis == input.rank() - 1;
        var error =
                s.wrong(
                                (last ? "the last axis" : "axis " + axis)
                                        + " of the input does not match the "
                                        + weight)
                        .received(input)
                        .expected(
                                (last ? "(…, " + expected + ")" : input.with(axis, expected))
                                        + ", because the layer was built with "
                                        + expected
                                        + " inputs");
        return isFlattened(input, expected)
                ? error.fix("put Flatten.of() before it, or call x.reshape(-1, " + expected + ")")
                : error.fix(
                        "give it inputs whose "
                                + (last ? "last axis" : "axis " + axis)
                                + " is "
                                + expected
                                + ", or build another model");
    }

    /// The only axis along which the shapes differ, or -1.
    private static int differing(Shape a, Shape b) {
        int found = -1;
        for (int i = 0; a.rank() == b.rank() && i < a.rank(); i++) {
            if (a.dim(i) != b.dim(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static int axisOf(Shape input, int length) {
        for (int axis = input.rank() - 1; axis > 0; axis--) {
            if (input.dim(axis) == length) {
                return axis;
            }
        }
        return -1;
    }

    private static boolean isFlattened(Shape input, int expected) {
        var sample = input.slice(1, input.rank());
        return sample.rank() > 1 && sample.isKnown() && sample.size() == expected;
    }
}
