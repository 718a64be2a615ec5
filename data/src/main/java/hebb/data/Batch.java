package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Some samples side by side. The first axis of every tensor counts them.
///
/// @param xs what a model is given: at least one tensor
/// @param ys what it is to answer, one tensor an output; none where that is not known
/// @param weight how much each sample counts; without it, all count the same
public record Batch(List<Tensor> xs, List<Tensor> ys, Optional<Tensor> weight) {
    /// Samples as given.
    ///
    /// @throws HebbException if there is no x, or the tensors do not hold equally many samples
    public Batch {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        if (xs.isEmpty()) {
            throw HebbException.of("Batch", "there is no x").expected("at least one tensor");
        }
        var shapes =
                Stream.of(xs.stream(), ys.stream(), weight.stream())
                        .flatMap(all -> all)
                        .map(Tensor::shape)
                        .toList();
        for (var shape : shapes) {
            if (shape.rank() == 0 || shape.dim(0) != shapes.getFirst().dim(0)) {
                throw HebbException.of("Batch", "the tensors hold unequal numbers of samples")
                        .received(shapes)
                        .expected("the same length of the first axis in all");
            }
        }
    }

    /// Samples without answers.
    public static Batch of(Tensor x) {
        return of(List.of(x), List.of());
    }

    /// Samples with their answers.
    public static Batch of(Tensor x, Tensor y) {
        return of(List.of(x), List.of(y));
    }

    /// Samples of several inputs or outputs.
    public static Batch of(List<Tensor> xs, List<Tensor> ys) {
        return new Batch(xs, ys, Optional.empty());
    }

    /// The same samples, each counting as much as its `weight` says: shape `(size)`, or `(size,
    /// steps)` for sequences.
    public Batch weighted(Tensor weight) {
        return new Batch(xs, ys, Optional.of(weight));
    }

    /// How many samples there are.
    public int size() {
        return xs.getFirst().dim(0);
    }

    /// The only x.
    ///
    /// @throws HebbException if there are several
    public Tensor x() {
        return only("x", xs);
    }

    /// The only y.
    ///
    /// @throws HebbException if there are several, or none
    public Tensor y() {
        return only("y", ys);
    }

    /// All tensors: the xs, the ys, the weight.
    List<Tensor> tensors() {
        return Stream.of(xs.stream(), ys.stream(), weight.stream()).flatMap(all -> all).toList();
    }

    /// The batch of these tensors, laid out as this one's [#tensors()].
    Batch of(List<Tensor> tensors) {
        int outputs = xs.size() + ys.size();
        return new Batch(
                tensors.subList(0, xs.size()),
                tensors.subList(xs.size(), outputs),
                weight.map(_ -> tensors.get(outputs)));
    }

    Batch map(UnaryOperator<Tensor> function) {
        return of(tensors().stream().map(function).toList());
    }

    private static Tensor only(String name, List<Tensor> tensors) {
        if (tensors.size() != 1) {
            throw HebbException.of("Batch." + name, "there is not just one " + name)
                    .received(tensors.stream().map(Tensor::spec).toList())
                    .fix("batch." + name + "s()");
        }
        return tensors.getFirst();
    }
}
