package hebb.core.tensor;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sums of products in Einstein's notation, made of transpositions and one matrix product for each
/// two operands: `ab,bc->ac`. An axis has a letter; `...` are all axes without one, which
/// broadcast. What both operands and the result have is a batch; what only the operands have is
/// summed.
final class Einsum {
    private static final char FIRST_UNNAMED = '\u0100'; // beyond all letters

    private final String equation;
    private final List<String> inputs = new ArrayList<>();
    private final String output;

    private Einsum(String equation, Tensor... operands) {
        this.equation = equation;
        var sides = equation.replace(" ", "").split("->", -1);
        var terms = sides[0].split(",", -1);
        if (sides.length != 2 || terms.length != operands.length) {
            throw wrong(operands)
                    .expected("one term for each tensor, '->', and the result's: 'ab,bc->ac'");
        }
        int unnamed = 0;
        for (int i = 0; i < terms.length; i++) {
            int own = operands[i].rank() - terms[i].replace("...", "").length();
            unnamed = Math.max(unnamed, terms[i].contains("...") ? own : 0);
        }
        for (int i = 0; i < terms.length; i++) {
            int own = operands[i].rank() - terms[i].replace("...", "").length();
            var labels = terms[i].replace("...", unnamed(unnamed - Math.max(own, 0), unnamed));
            if (labels.length() != operands[i].rank() || hasTwice(labels)) {
                throw wrong(operands).expected("a letter for each axis, each once in a term");
            }
            inputs.add(labels);
        }
        this.output = sides[1].replace("...", unnamed(0, unnamed));
        boolean isKnown = output.chars().allMatch(c -> inputs.stream().anyMatch(t -> has(t, c)));
        if (!isKnown || hasTwice(output)) {
            throw wrong(operands).expected("letters of the operands in the result, each once");
        }
    }

    private HebbException wrong(Tensor... operands) {
        return HebbException.of("einsum", "the equation does not fit the tensors")
                .received(
                        "'"
                                + equation
                                + "' with "
                                + Arrays.stream(operands).map(Tensor::shape).toList());
    }

    private static String unnamed(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.valueOf((char) (FIRST_UNNAMED + i)))
                .collect(Collectors.joining());
    }

    private static boolean has(String labels, int label) {
        return labels.indexOf(label) >= 0;
    }

    private static boolean hasTwice(String labels) {
        return labels.chars().distinct().count() < labels.length();
    }

    /// The value of the equation.
    static Tensor of(String equation, Tensor... operands) {
        var einsum = new Einsum(equation, operands);
        var value = new Labelled(operands[0], einsum.inputs.getFirst());
        for (int i = 1; i < operands.length; i++) {
            var rest =
                    einsum.output + String.join("", einsum.inputs.subList(i + 1, operands.length));
            value = value.times(new Labelled(operands[i], einsum.inputs.get(i)), rest);
        }
        return value.summed(einsum.output).ordered(einsum.output);
    }

    /// A tensor with a letter for each axis.
    private record Labelled(Tensor value, String labels) {
        int dim(char label) {
            int at = labels.indexOf(label);
            return at < 0 ? 1 : value.dim(at);
        }

        /// Summed over all axes that are not wanted any more.
        Labelled summed(String wanted) {
            var gone =
                    IntStream.range(0, labels.length()).filter(i -> !has(wanted, labels.charAt(i)));
            var axes = gone.toArray();
            return axes.length == 0
                    ? this
                    : new Labelled(value.sum(axes), common(labels, wanted, true));
        }

        /// With its axes in this order, which names all of them.
        Tensor ordered(String order) {
            return order.equals(labels)
                    ? value
                    : value.transpose(order.chars().map(labels::indexOf).toArray());
        }

        /// The product, summed over what is not wanted any more.
        Labelled times(Labelled other, String wanted) {
            var a = summed(wanted + other.labels);
            var b = other.summed(wanted + labels);
            boolean swaps = firstOf(wanted, b, a) < firstOf(wanted, a, b);
            return swaps ? b.product(a, wanted) : a.product(b, wanted);
        }

        /// Where the first axis that only `x` has stands in the result.
        private static int firstOf(String wanted, Labelled x, Labelled other) {
            return common(x.labels, other.labels, false)
                    .chars()
                    .map(wanted::indexOf)
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }

        private Labelled product(Labelled b, String wanted) {
            var shared = common(labels, b.labels, true);
            var batch = common(shared, wanted, true);
            var summed = common(shared, wanted, false);
            var rows = common(labels, shared, false);
            var columns = common(b.labels, shared, false);
            var left = matrix(batch, rows, summed);
            var right = b.matrix(batch, summed, columns);
            var dims = new ArrayList<Integer>();
            batch.chars().forEach(c -> dims.add(widest((char) c, b)));
            rows.chars().forEach(c -> dims.add(dim((char) c)));
            columns.chars().forEach(c -> dims.add(b.dim((char) c)));
            return new Labelled(left.matmul(right).reshape(Shape.of(dims)), batch + rows + columns);
        }

        private int widest(char label, Labelled other) {
            int own = dim(label);
            return own == 1 ? other.dim(label) : own;
        }

        /// (batch…, all rows, all columns).
        private Tensor matrix(String batch, String rows, String columns) {
            var shape = batch.chars().map(c -> dim((char) c)).toArray();
            return ordered(batch + rows + columns)
                    .reshape(Shape.of(shape).append(size(rows), size(columns)));
        }

        private int size(String axes) {
            int size = 1;
            for (int i = 0; i < axes.length(); i++) {
                int dim = dim(axes.charAt(i));
                size = dim < 0 || size < 0 ? Shape.UNKNOWN : size * dim;
            }
            return size;
        }

        /// The letters of one that another has, or has not.
        private static String common(String labels, String other, boolean shared) {
            return labels.chars()
                    .filter(c -> has(other, c) == shared)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
        }
    }
}
