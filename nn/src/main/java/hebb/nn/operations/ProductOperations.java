package hebb.nn.operations;

import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Products of matrices, and of tensors over chosen axes.
final class ProductOperations {
    private ProductOperations() {}

    static Map<String, Definition> all() {
        var t = new Table("numpy");
        t.binary("Dot", ProductOperations::dot);
        t.one(
                "Einsum(operands*; subscripts)",
                g -> Tensor.einsum(g.text("subscripts"), g.list("operands")));
        t.binary("Inner", (a, b) -> tensordot(a, b, new int[] {-1}, new int[] {-1}));
        t.binary("Matmul", Tensor::matmul);
        t.binary("Outer", (a, b) -> a.flatten().expandDims(1).mul(b.flatten().expandDims(0)));
        t.one("Tensordot(x1, x2; axes=2)", ProductOperations::tensordot);
        t.binary("Vdot", (a, b) -> a.flatten().mul(b.flatten()).sum());
        return t.definitions();
    }

    private static Tensor dot(Tensor a, Tensor b) {
        if (a.rank() == 0 || b.rank() == 0) {
            return a.mul(b);
        }
        return b.rank() <= 2 ? a.matmul(b) : tensordot(a, b, new int[] {-1}, new int[] {-2});
    }

    private static Tensor tensordot(Given g) {
        var a = g.tensor("x1");
        var b = g.tensor("x2");
        if (g.value("axes") instanceof List<?> pair) {
            return tensordot(a, b, axes(pair.getFirst()), axes(pair.getLast()));
        }
        int count = g.integer("axes");
        return tensordot(
                a,
                b,
                IntStream.range(a.rank() - count, a.rank()).toArray(),
                IntStream.range(0, count).toArray());
    }

    private static int[] axes(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToInt(v -> ((Number) v).intValue()).toArray()
                : new int[] {((Number) value).intValue()};
    }

    /// What is summed bears a's letter in both.
    private static Tensor tensordot(Tensor a, Tensor b, int[] ofA, int[] ofB) {
        var left = letters('a', a.rank());
        var right = letters('A', b.rank());
        for (int i = 0; i < ofA.length; i++) {
            right[b.shape().axis(ofB[i])] = left[a.shape().axis(ofA[i])];
        }
        var terms = new String(left) + "," + new String(right);
        var kept = new String(left) + new String(right);
        var result = new StringBuilder();
        kept.chars()
                .filter(c -> kept.indexOf(c) == kept.lastIndexOf(c))
                .forEach(c -> result.append((char) c));
        return Tensor.einsum(terms + "->" + result, a, b);
    }

    private static char[] letters(char first, int count) {
        var letters = new char[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (char) (first + i);
        }
        return letters;
    }
}
