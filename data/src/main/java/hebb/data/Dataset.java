package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Samples to train and test with: a description, which computes nothing until its batches are
/// asked for.
///
/// Made of tensors, whose first axis counts the samples, or of a stream of batches. Every method
/// returns a new data set; none changes this one, and several threads may use it.
///
/// What is chosen of shuffled samples ([#take(int)], [#skip(int)], [#select(int...)],
/// [#split(double)]) is chosen by the order of the epoch at hand, and is the same in all epochs:
/// what was put aside for validation is never trained on.
///
/// {@snippet file="hebb/data/DatasetExamples.java" region="epochs"}
public final class Dataset implements Iterable<Batch> {
    private final Source source;
    private final OptionalInt batchSize;
    private final int epoch;
    private final int ahead;

    private Dataset(Source source, OptionalInt batchSize, int epoch, int ahead) {
        this.source = source;
        this.batchSize = batchSize;
        this.epoch = epoch;
        this.ahead = ahead;
    }

    private Dataset(Source source) {
        this(source, OptionalInt.empty(), 0, 0);
    }

    private Dataset with(Source changed) {
        return new Dataset(changed, batchSize, epoch, ahead);
    }

    // ---- made of samples

    /// Samples without answers.
    public static Dataset of(Tensor x) {
        return of(Batch.of(x));
    }

    /// Samples with their answers.
    public static Dataset of(Tensor x, Tensor y) {
        return of(Batch.of(x, y));
    }

    /// Samples of several inputs or outputs.
    public static Dataset of(List<Tensor> xs, List<Tensor> ys) {
        return of(Batch.of(xs, ys));
    }

    /// The samples of one large batch, as [#all()] makes it; their weights too.
    public static Dataset of(Batch samples) {
        return new Dataset(Indexed.of(samples));
    }

    /// Batches that a program computes or reads: a list, or `() -> iterator`, called once a pass.
    /// How many there are is not known, so they cannot be shuffled here. An iterator that is
    /// [AutoCloseable] is closed.
    public static Dataset ofBatches(Iterable<Batch> batches) {
        return new Dataset(Streamed.of(batches));
    }

    // ---- changed sample by sample

    /// The same samples with `function` applied to x, batch by batch, when a batch is asked for.
    ///
    /// The function gets a tensor of any number of samples and returns one of as many.
    public Dataset map(UnaryOperator<Tensor> function) {
        return mapBoth(function, y -> y);
    }

    /// The same samples with one function applied to x and another to y, batch by batch.
    public Dataset mapBoth(UnaryOperator<Tensor> x, UnaryOperator<Tensor> y) {
        return mapBatches(batch ->
                new Batch(
                        List.of(x.apply(batch.x())),
                        batch.ys().stream().map(y).toList(),
                        batch.weights()));
    }

    /// The same samples with a function applied to whole batches: to x and y at once, or to several
    /// of them. It must keep the number of samples.
    public Dataset mapBatches(UnaryOperator<Batch> function) {
        return with(source.map(function));
    }

    // ---- chosen and ordered

    /// The first `count` samples, or all if there are fewer.
    public Dataset take(int count) {
        return with(source.fixed(epoch).take(atLeast(0, "take", count)));
    }

    /// The samples behind the first `count`.
    public Dataset skip(int count) {
        return with(source.fixed(epoch).skip(atLeast(0, "skip", count)));
    }

    /// The samples of these numbers, in this order; one may come twice.
    ///
    /// @throws HebbException if there is no such sample, or the samples are a stream
    public Dataset select(int... numbers) {
        return with(source.fixed(epoch).select(numbers.clone()));
    }

    /// The samples in random order: another one each [#epoch(int)], always the same for one seed
    /// and epoch.
    ///
    /// @throws HebbException if the samples are a stream
    public Dataset shuffle(long seed) {
        return with(source.shuffle(seed));
    }

    /// The samples several times, one pass behind the other; shuffled anew each time.
    public Dataset repeat(int times) {
        return with(source.repeat(atLeast(0, "repeat", times)));
    }

    /// These samples, then the other's. Batch size and prefetching stay this data set's.
    public Dataset concat(Dataset other) {
        if (source instanceof Indexed mine && other.source instanceof Indexed others) {
            return with(mine.concat(others));
        }
        return with(
                new Streamed(e ->
                        new Chained(
                                2,
                                i ->
                                        (i == 0 ? source : other.source)
                                                .open(OptionalInt.empty(), e))));
    }

    /// Cuts the samples in two: the first `fraction` of them, and the rest. Keras: `split_dataset`.
    ///
    /// Shuffle first, if the samples lie in an order that means something, and the first part again
    /// behind the cut, if it is to come in another order each epoch: the cut stays where it is.
    ///
    /// @throws HebbException if the fraction is not between 0 and 1, or the samples are a stream
    public Split split(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw HebbException.of("Dataset.split", "that is no part of the whole")
                    .received(fraction)
                    .expected("a fraction from 0 to 1");
        }
        int all = size().orElseThrow(() -> Streamed.unknownSize("split"));
        int first = (int) Math.rint(fraction * all);
        return new Split(take(first), skip(first));
    }

    /// A data set cut in two.
    public record Split(Dataset first, Dataset rest) {}

    // ---- cut into batches

    /// The samples in batches of `size`, of which the last may be smaller. Without this, tensors
    /// come in batches of 32 and streams as they are.
    public Dataset batch(int size) {
        return new Dataset(source, OptionalInt.of(atLeast(1, "batch", size)), epoch, ahead);
    }

    /// The samples as they come in pass number `epoch`, from 0, which [#shuffle(long)] looks at.
    public Dataset epoch(int epoch) {
        return new Dataset(source, batchSize, atLeast(0, "epoch", epoch), ahead);
    }

    /// The same batches, computed on another thread while earlier ones are in use, up to `count` of
    /// them at a time. What a function throws there arrives where its batch is asked for.
    public Dataset prefetch(int count) {
        return new Dataset(source, batchSize, epoch, atLeast(0, "prefetch", count));
    }

    /// The batches of one pass, that of [#epoch(int)].
    @Override
    public Batches iterator() {
        var batches = source.open(batchSize, epoch);
        return ahead > 0 ? new Ahead(batches, ahead) : batches;
    }

    /// All samples of one pass in one batch.
    ///
    /// @throws HebbException if there is none
    public Batch all() {
        List<Batch> parts = new ArrayList<>();
        try (var batches = source.open(size(), epoch)) {
            batches.forEachRemaining(parts::add);
        }
        if (parts.isEmpty()) {
            throw HebbException.of("Dataset", "there are no samples").expected("at least one");
        }
        return Samples.join(parts);
    }

    // ---- looked at

    /// How many samples there are; empty if they are a stream, of which nobody knows.
    public OptionalInt size() {
        return source.size();
    }

    /// How many samples a batch has, where [#batch(int)] has said so.
    public OptionalInt batchSize() {
        return batchSize;
    }

    /// How many batches a pass has, where the number of samples is known.
    public OptionalInt batchCount() {
        var size = size();
        return size.isEmpty()
                ? size
                : OptionalInt.of(
                        Math.ceilDiv(size.getAsInt(), batchSize.orElse(Indexed.BATCH_SIZE)));
    }

    /// Shapes and types of the xs, as `uint8(None, 28, 28)`: those of the first sample, which is
    /// computed for that.
    public List<Spec> xSpecs() {
        return Samples.specs(take(1).all().xs());
    }

    /// Shapes and types of the ys.
    public List<Spec> ySpecs() {
        return Samples.specs(take(1).all().ys());
    }

    private static int atLeast(int least, String method, int number) {
        if (number < least) {
            throw HebbException.of("Dataset." + method, "the number is too small")
                    .received(number)
                    .expected("at least " + least);
        }
        return number;
    }

    /// `Dataset(60000 samples)`.
    @Override
    public String toString() {
        var size = size();
        return "Dataset(" + (size.isPresent() ? size.getAsInt() + " samples" : "a stream") + ")";
    }
}
