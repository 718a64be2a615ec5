package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Arrays as options hold them, and as JSON writes them: a number, a list of numbers, a list of
/// such lists, and so on.
final class NestedNumbers {
    private NestedNumbers() {}

    /// A float64 tensor of such lists.
    ///
    /// @throws HebbException if lists of one depth differ in length
    static Tensor tensor(Object value) {
        var dims = new ArrayList<Integer>();
        for (var v = value; v instanceof List<?> list; v = list.isEmpty() ? 0 : list.getFirst()) {
            dims.add(list.size());
        }
        var shape = Shape.of(dims.stream().mapToInt(d -> d).toArray());
        var numbers = new ArrayList<Double>();
        collect(value, 0, shape, numbers);
        var all = numbers.stream().mapToDouble(d -> d).toArray();
        return Tensor.of(all, new Spec(shape, DType.FLOAT64));
    }

    private static void collect(Object value, int depth, Shape shape, List<Double> numbers) {
        if (depth == shape.rank() && value instanceof Number number) {
            numbers.add(number.doubleValue());
        } else if (depth < shape.rank()
                && value instanceof List<?> list
                && list.size() == shape.dim(depth)) {
            list.forEach(v -> collect(v, depth + 1, shape, numbers));
        } else {
            throw HebbException.of("option", "the lists are no array")
                    .received(value)
                    .expected("numbers, or lists of one length");
        }
    }

    /// The lists of a tensor.
    static Object lists(Tensor tensor) {
        if (tensor.rank() == 0) {
            return tensor.item();
        }
        return IntStream.range(0, tensor.dim(0)).mapToObj(i -> lists(tensor.get(i))).toList();
    }
}
