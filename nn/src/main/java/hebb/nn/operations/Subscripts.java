package hebb.nn.operations;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in the brackets of `x[1:, ..., 0]`: whole numbers; ranges as texts, `"1:"`, `"::2"`;
/// the text `"..."`; an empty Optional, Python's None, for a new axis.
final class Subscripts {
    private static final String ELLIPSIS = "...";

    private final Tensor whole;
    private final Object key;

    private Subscripts(Tensor whole, Object key) {
        this.whole = whole;
        this.key = key;
    }

    /// The part of a tensor that a key names.
    ///
    /// @throws HebbException if the tensor has no such part
    static Tensor of(Tensor x, Object key) {
        return new Subscripts(x, key).part();
    }

    private Tensor part() {
        var keys = new ArrayList<Object>(key instanceof List<?> list ? list : List.of(key));
        if (!keys.contains(ELLIPSIS)) {
            keys.add(ELLIPSIS);
        }
        int consumed = (int) keys.stream().filter(k -> !isNewAxis(k)).count() - 1;
        if (consumed > whole.rank()) {
            throw wrong().expected("one for each axis at most");
        }
        var y = whole;
        int axis = 0;
        for (var one : keys) {
            switch (one) {
                case Number index -> y = at(y, axis, index.intValue());
                case Optional<?> _ -> y = y.expandDims(axis++);
                case String text when text.equals(ELLIPSIS) -> axis += whole.rank() - consumed;
                case String text -> y = range(y, axis++, text);
                default -> throw wrong().expected("whole numbers, ranges, ... and None");
            }
        }
        return y;
    }

    private static boolean isNewAxis(Object key) {
        return key instanceof Optional<?>;
    }

    private Tensor at(Tensor x, int axis, int index) {
        int dim = x.dim(axis);
        // of an unknown axis the place does not matter: such a recording never runs
        int i = dim == Shape.UNKNOWN ? 0 : index < 0 ? index + dim : index;
        if (dim != Shape.UNKNOWN && (i < 0 || i >= dim)) {
            throw wrong().expected("a place from " + -dim + " to " + (dim - 1));
        }
        return x.slice(axis, i, i + 1).squeeze(axis);
    }

    private Tensor range(Tensor x, int axis, String text) {
        var parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || !text.matches("[-\\d:]*")) {
            throw wrong().expected("ranges as 1:, :-1 or ::2");
        }
        int dim = x.dim(axis);
        int step = parts.length == 3 && !parts[2].isEmpty() ? Integer.parseInt(parts[2]) : 1;
        if (step == 0) {
            throw wrong().expected("steps other than 0");
        }
        if (dim == Shape.UNKNOWN) {
            return text.matches(":*") ? x : x.sliceFrom(axis, 1); // some length or other
        }
        if (step < 0) {
            int first = bound(parts[0], dim, dim - 1, -1);
            int end = bound(parts[1], dim, -1, -1);
            int length = Math.max(0, first - end);
            return x.slice(axis, first + 1 - length, first + 1)
                    .reverse(axis)
                    .slice(axis, 0, length, -step);
        }
        int from = bound(parts[0], dim, 0, 0);
        int to = Math.max(from, bound(parts[1], dim, dim, 0));
        return x.slice(axis, from, to, step);
    }

    /// Python's rule: negative ones count from the end, those outside lie at the border.
    private static int bound(String text, int dim, int absent, int least) {
        if (text.isEmpty()) {
            return absent;
        }
        int value = Integer.parseInt(text);
        return Math.clamp(value < 0 ? value + dim : value, least, least + dim);
    }

    private HebbException wrong() {
        return HebbException.of("GetItem", "the tensor has no such part")
                .received(key + " of " + whole.shape());
    }
}
