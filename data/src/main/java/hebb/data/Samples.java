package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Samples taken out of batches and put together to others, by copying whole rows.
final class Samples {
    private Samples() {}

    /// The samples `order[from]` to before `order[to]`.
    static Batch gather(Batch batch, int[] order, int from, int to) {
        return batch.map(tensor -> gather(tensor, order, from, to));
    }

    // neighbours are copied at once
    private static Tensor gather(Tensor tensor, int[] order, int from, int to) {
        int row = rowSize(tensor);
        return Tensor.filled(
                rows(tensor, to - from),
                array -> {
                    for (int i = from, end; i < to; i = end) {
                        for (end = i + 1; end < to && order[end] == order[end - 1] + 1; ) {
                            end++;
                        }
                        tensor.copyTo(array, order[i] * row, (i - from) * row, (end - i) * row);
                    }
                });
    }

    /// The samples `from` to before `to`.
    static Batch slice(Batch batch, int from, int to) {
        return from == 0 && to == batch.size()
                ? batch
                : batch.map(tensor -> slice(tensor, from, to));
    }

    private static Tensor slice(Tensor tensor, int from, int to) {
        int row = rowSize(tensor);
        return Tensor.filled(
                rows(tensor, to - from),
                array -> tensor.copyTo(array, from * row, 0, (to - from) * row));
    }

    /// All samples of these batches, one behind the other.
    static Batch join(List<Batch> parts) {
        var first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        parts.forEach(part -> requireAlike(first, part));
        return first.of(
                IntStream.range(0, first.tensors().size())
                        .mapToObj(i -> joined(parts.stream().map(p -> p.tensors().get(i)).toList()))
                        .toList());
    }

    private static Tensor joined(List<Tensor> parts) {
        int size = parts.stream().mapToInt(t -> t.dim(0)).reduce(0, Math::addExact);
        return Tensor.filled(
                rows(parts.getFirst(), size),
                array -> {
                    int at = 0;
                    for (var part : parts) {
                        part.copyTo(array, 0, at, part.size());
                        at += part.size();
                    }
                });
    }

    /// Checks that samples of both batches can stand in one.
    static void requireAlike(Batch first, Batch other) {
        if (!layout(first).equals(layout(other))) {
            throw HebbException.of("Dataset", "samples of different kinds cannot stand together")
                    .received(layout(other))
                    .expected(layout(first) + ", as the others");
        }
    }

    private static List<List<Spec>> layout(Batch batch) {
        var weights = batch.weights().stream().map(w -> specs(w.stream().toList()));
        return Stream.concat(Stream.of(specs(batch.xs()), specs(batch.ys())), weights).toList();
    }

    /// What is known of the tensors before it is known how many samples there are.
    static List<Spec> specs(List<Tensor> tensors) {
        return tensors.stream().map(t -> rows(t, Shape.UNKNOWN)).toList();
    }

    private static Spec rows(Tensor tensor, int count) {
        return new Spec(tensor.shape().with(0, count), tensor.dtype());
    }

    private static int rowSize(Tensor tensor) {
        return tensor.shape().drop(0).size();
    }

    /// What the function makes of the batch, checked to be as many samples.
    static Batch map(Batch batch, UnaryOperator<Batch> function) {
        var mapped = function.apply(batch);
        if (mapped.size() != batch.size()) {
            throw HebbException.of("Dataset.map", "the function changed the number of samples")
                    .received(mapped.size())
                    .expected(batch.size());
        }
        return mapped;
    }
}
