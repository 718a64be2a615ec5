package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Some samples side by side. The first axis of every tensor counts them.
///
/// @param xs what a model is given: at least one tensor
/// @param ys what it is to answer, one tensor an output; none where that is not known
/// @param weights how much each sample counts: one an output, of which some may be missing, or one
///   for all outputs; where there is none, all samples count the same
public record Batch(List<Tensor> xs, List<Tensor> ys, List<Optional<Tensor>> weights) {
    /// Samples as given.
    ///
    /// @throws HebbException if there is no x, the tensors do not hold equally many samples, or
    ///   there are several weights, but not as many as ys
    public Batch {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        boolean weighted = !weights.isEmpty() && weights.stream().anyMatch(Optional::isPresent);
        weights = weighted ? List.copyOf(weights) : List.of();
        if (xs.isEmpty()) {
            throw HebbException.of("Batch", "there is no x").expected("at least one tensor");
        }
        int size = xs.getFirst().rank() == 0 ? -1 : xs.getFirst().dim(0);
        if (!haveSize(xs, size) || !haveSize(ys, size) || !weightsHaveSize(weights, size)) {
            throw HebbException.of("Batch", "the tensors hold unequal numbers of samples")
                    .received(all(xs, ys, weights).map(Tensor::shape).toList())
                    .expected("the same length of the first axis in all");
        }
        if (weights.size() > 1 && weights.size() != ys.size()) {
            throw HebbException.of("Batch", "the number of weights is wrong")
                    .received(weights.size() + " weights, " + ys.size() + " ys")
                    .expected("one weight for each y, or one for all");
        }
    }

    // plain loops over xs and ys, here and in map: they run once a step, when the caches hold none
    // of their code

    private static boolean haveSize(List<Tensor> tensors, int size) {
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            if (tensor.rank() == 0 || tensor.dim(0) != size) {
                return false;
            }
        }
        return true;
    }

    private static boolean weightsHaveSize(List<Optional<Tensor>> weights, int size) {
        return weights.isEmpty()
                || haveSize(weights.stream().flatMap(Optional::stream).toList(), size);
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
        return new Batch(xs, ys, List.of());
    }

    /// The same samples, each counting as much as its weight says: shape `(size)`, or `(size,
    /// steps)` for sequences. One weight is for all outputs; several are for one output each.
    public Batch weighted(Tensor... weights) {
        return weighted(Arrays.stream(weights).map(Optional::of).toList());
    }

    /// The same samples with one weight an output, or none for those whose samples all count the
    /// same.
    public Batch weighted(List<Optional<Tensor>> weights) {
        return new Batch(xs, ys, weights);
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

    /// The only weight, if there is one.
    ///
    /// @throws HebbException if there is one an output
    public Optional<Tensor> weight() {
        if (weights.size() > 1) {
            throw HebbException.of("Batch.weight", "there is not just one weight")
                    .received(weights.stream().map(w -> w.map(Tensor::spec)).toList())
                    .fix("batch.weights(), or batch.weight(output)");
        }
        return weights.stream().findFirst().flatMap(w -> w);
    }

    /// How much the samples count in the output of this number: the weight given for it, or for
    /// all.
    public Optional<Tensor> weight(int output) {
        return weights.size() > 1 ? weights.get(output) : weight();
    }

    /// All tensors: the xs, the ys, the weights.
    List<Tensor> tensors() {
        return all(xs, ys, weights).toList();
    }

    private static Stream<Tensor> all(
            List<Tensor> xs, List<Tensor> ys, List<Optional<Tensor>> weights) {
        return Stream.of(xs.stream(), ys.stream(), weights.stream().flatMap(Optional::stream))
                .flatMap(tensors -> tensors);
    }

    /// The batch of these tensors, laid out as this one's [#tensors()].
    Batch of(List<Tensor> tensors) {
        int outputs = xs.size() + ys.size();
        var given = tensors.subList(outputs, tensors.size()).iterator();
        return new Batch(
                tensors.subList(0, xs.size()),
                tensors.subList(xs.size(), outputs),
                weights.stream().map(weight -> weight.map(_ -> given.next())).toList());
    }

    Batch map(UnaryOperator<Tensor> function) {
        return new Batch(
                map(xs, function),
                map(ys, function),
                weights.isEmpty()
                        ? weights
                        : weights.stream().map(weight -> weight.map(function)).toList());
    }

    private static List<Tensor> map(List<Tensor> tensors, UnaryOperator<Tensor> function) {
        var mapped = new ArrayList<Tensor>(tensors.size());
        for (int i = 0; i < tensors.size(); i++) {
            mapped.add(function.apply(tensors.get(i)));
        }
        return mapped;
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
