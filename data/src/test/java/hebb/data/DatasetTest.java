package hebb.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    /// `count` samples (i, i) with the answer i, for i from `from`.
    private static Dataset pairs(int from, int count) {
        var x = IntStream.range(from, from + count).flatMap(i -> IntStream.of(i, i)).toArray();
        var y = IntStream.range(from, from + count).toArray();
        return Dataset.of(Tensor.of(x, new Spec(Shape.of(count, 2), DType.INT32)), Tensor.of(y));
    }

    private static Dataset stream(int... sizes) {
        List<Batch> batches = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            batches.add(size == 0 ? Batch.of(Tensor.of(new int[0])) : one(from, size));
            from += size;
        }
        return Dataset.ofBatches(batches);
    }

    private static Batch one(int from, int size) {
        return Batch.of(Tensor.of(IntStream.range(from, from + size).toArray()));
    }

    private static int[] answers(Dataset data) {
        return data.all().y().toInts();
    }

    private static List<List<Integer>> batches(Dataset data) {
        List<List<Integer>> found = new ArrayList<>();
        for (var batch : data) {
            found.add(
                    Arrays.stream((batch.ys().isEmpty() ? batch.x() : batch.y()).toInts())
                            .boxed()
                            .toList());
        }
        return found;
    }

    @Test
    void comesInBatchesOf32AndARest() {
        var sizes = new ArrayList<Integer>();
        pairs(0, 70).forEach(batch -> sizes.add(batch.size()));
        assertThat(sizes).containsExactly(32, 32, 6);
        assertThat(pairs(0, 70).batchCount()).hasValue(3);
        assertThat(pairs(0, 70).size()).hasValue(70);
    }

    @Test
    void keepsXBesideItsY() {
        var all = pairs(0, 50).shuffle(3).batch(7).all();
        assertThat(all.x().shape()).isEqualTo(Shape.of(50, 2));
        for (int i = 0; i < 50; i++) {
            assertThat(all.x().at(i, 0)).isEqualTo(all.y().at(i));
            assertThat(all.x().at(i, 1)).isEqualTo(all.y().at(i));
        }
    }

    @Test
    void keepsTheTypeOfTheElements() {
        for (var dtype : DType.values()) {
            var data = Dataset.of(Tensor.zeros(new Spec(Shape.of(5, 3), dtype))).batch(2);
            assertThat(data.select(4, 0).all().x().spec())
                    .isEqualTo(new Spec(Shape.of(2, 3), dtype));
        }
    }

    @Test
    void carriesWeightsAndSeveralTensors() {
        var xs = List.of(Tensor.of(1, 2, 3), Tensor.of(10, 20, 30));
        var data = Dataset.of(Batch.of(xs, List.of()).weighted(Tensor.of(.1f, .2f, .3f)));
        var batch = data.select(2, 1).all();
        assertThat(batch.xs().get(0).toInts()).containsExactly(3, 2);
        assertThat(batch.xs().get(1).toInts()).containsExactly(30, 20);
        assertThat(batch.weight().orElseThrow().toFloats()).containsExactly(.3f, .2f);
    }

    @Test
    void carriesOneWeightAnOutput() {
        var x = Tensor.of(1, 2, 3);
        var samples = Batch.of(List.of(x), List.of(x, x, x));
        var first = Optional.of(Tensor.of(.1f, .2f, .3f));
        var last = Optional.of(Tensor.of(1f, 2f, 3f));
        var data = Dataset.of(samples.weighted(List.of(first, Optional.empty(), last)));
        var batch = data.map(t -> t.add(1)).batch(1).skip(1).batch(2).all();
        assertThat(batch.weights()).hasSize(3);
        assertThat(batch.weight(0).orElseThrow().toFloats()).containsExactly(.2f, .3f);
        assertThat(batch.weight(1)).isEmpty();
        assertThat(batch.weight(2).orElseThrow().toFloats()).containsExactly(2f, 3f);
        assertThatThrownBy(batch::weight)
                .hasMessage(
                        "Batch.weight: there is not just one weight\n"
                                + "  received: [Optional[float32(2,)], Optional.empty,"
                                + " Optional[float32(2,)]]\n"
                                + "  fix: batch.weights(), or batch.weight(output)");
    }

    @Test
    void takesOneWeightForAllOutputs() {
        var x = Tensor.of(1, 2);
        var samples = Batch.of(List.of(x), List.of(x, x));
        var weight = Tensor.of(.5f, 2f);
        assertThat(samples.weight(1)).isEmpty();
        assertThat(samples.weighted(weight).weight(1)).contains(weight);
        assertThat(samples.weighted(List.of(Optional.empty(), Optional.empty())).weights())
                .isEmpty();
        assertThatThrownBy(() -> samples.weighted(weight, weight, weight))
                .hasMessage(
                        "Batch: the number of weights is wrong\n"
                                + "  received: 3 weights, 2 ys"
                                + "      expected: one weight for each y, or one for all");
    }

    @Test
    void refusesToJoinWeightsOfDifferentOutputs() {
        var x = Tensor.of(1, 2);
        var samples = Batch.of(List.of(x), List.of(x, x));
        var weight = Optional.of(Tensor.of(.5f, 2f));
        var first = Dataset.of(samples.weighted(List.of(weight, Optional.empty())));
        var second = Dataset.of(samples.weighted(List.of(Optional.empty(), weight)));
        assertThatThrownBy(() -> first.concat(second))
                .hasMessage(
                        "Dataset: samples of different kinds cannot stand together\n"
                                + "  received: [[int32(None,)], [int32(None,), int32(None,)], [],"
                                + " [float32(None,)]]      expected: [[int32(None,)],"
                                + " [int32(None,), int32(None,)], [float32(None,)], []],"
                                + " as the others");
    }

    @Test
    void mapsABatchWhenItIsAskedForAndNotBefore() {
        var calls = new AtomicInteger();
        var mapped =
                pairs(0, 6)
                        .batch(2)
                        .map(x -> {
                            calls.incrementAndGet();
                            assertThat(x.dim(0)).isEqualTo(2);
                            return x.slice(1, 0, 1);
                        });
        assertThat(calls).hasValue(0);
        try (var batches = mapped.iterator()) {
            assertThat(batches.next().x().shape()).isEqualTo(Shape.of(2, 1));
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void mapsBothAndWholeBatches() {
        var both = pairs(0, 3).mapBoth(x -> x.slice(1, 0, 1), y -> y.expandDims(1)).all();
        assertThat(both.x().shape()).isEqualTo(Shape.of(3, 1));
        assertThat(both.y().shape()).isEqualTo(Shape.of(3, 1));
        var swapped = pairs(0, 3).mapBatches(b -> Batch.of(b.y(), b.x())).all();
        assertThat(swapped.x().toInts()).containsExactly(0, 1, 2);
    }

    @Test
    void refusesAFunctionThatLosesSamples() {
        assertThatThrownBy(() -> pairs(0, 9).map(x -> x.slice(0, 0, 5)).batch(8).all())
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(
                        "Batch: the tensors hold unequal numbers of samples\n"
                                + "  received: [(5, 2), (9,)]");
        assertThatThrownBy(() -> stream(4).map(x -> x.slice(0, 0, 3)).all())
                .hasMessage(
                        "Dataset.map: the function changed the number of samples\n"
                                + "  received: 3      expected: 4");
    }

    @Test
    void takesAndSkips() {
        assertThat(answers(pairs(0, 5).take(2))).containsExactly(0, 1);
        assertThat(answers(pairs(0, 5).skip(3))).containsExactly(3, 4);
        assertThat(answers(pairs(0, 5).skip(1).take(99))).containsExactly(1, 2, 3, 4);
        assertThat(pairs(0, 5).skip(9).size()).hasValue(0);
        assertThat(pairs(0, 5).skip(9).iterator().hasNext()).isFalse();
    }

    @Test
    void selectsByNumber() {
        assertThat(answers(pairs(0, 5).select(4, 4, 0))).containsExactly(4, 4, 0);
        assertThat(answers(pairs(0, 5).skip(2).select(2, 0))).containsExactly(4, 2);
        assertThatThrownBy(() -> pairs(0, 5).skip(2).select(3))
                .hasMessage(
                        "Dataset.select: there is no sample of that number\n"
                                + "  received: 3      expected: from 0 to 2");
    }

    @Test
    void shufflesAnewEachEpochAndAlwaysTheSameWay() {
        var data = pairs(0, 100).shuffle(42);
        var first = answers(data);
        assertThat(first).isEqualTo(answers(pairs(0, 100).shuffle(42)));
        assertThat(first).isNotEqualTo(answers(data.epoch(1)));
        assertThat(first).isNotEqualTo(answers(pairs(0, 100).shuffle(43)));
        assertThat(first).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
        assertThat(answers(data.epoch(7))).isEqualTo(answers(data.epoch(7)));
    }

    @Test
    void neverLetsACutMoveBetweenEpochs() {
        var cut = pairs(0, 100).shuffle(1).split(.8);
        assertThat(cut.first().size()).hasValue(80);
        var validation = answers(cut.rest());
        assertThat(answers(cut.rest().epoch(5))).isEqualTo(validation);
        assertThat(answers(cut.first().epoch(5))).doesNotContain(validation);
        assertThat(answers(cut.first().shuffle(2)))
                .isNotEqualTo(answers(cut.first().shuffle(2).epoch(1)))
                .containsExactlyInAnyOrder(answers(cut.first()));
    }

    @Test
    void splitsAtTheNearestWholeNumber() {
        assertThat(pairs(0, 10).split(.25).first().size()).hasValue(2);
        assertThat(pairs(0, 10).split(1).rest().size()).hasValue(0);
        assertThatThrownBy(() -> pairs(0, 10).split(1.5))
                .hasMessage(
                        "Dataset.split: that is no part of the whole\n"
                                + "  received: 1.5      expected: a fraction from 0 to 1");
    }

    @Test
    void repeatsWithAnotherOrderEachTime() {
        assertThat(answers(pairs(0, 3).repeat(2))).containsExactly(0, 1, 2, 0, 1, 2);
        var shuffled = pairs(0, 50).shuffle(1);
        var twice = answers(shuffled.repeat(2).epoch(1));
        assertThat(Arrays.copyOf(twice, 50)).isEqualTo(answers(shuffled.epoch(2)));
        assertThat(Arrays.copyOfRange(twice, 50, 100)).isEqualTo(answers(shuffled.epoch(3)));
        assertThat(pairs(0, 3).repeat(0).size()).hasValue(0);
    }

    @Test
    void joinsTwoDataSetsEachWithItsOwnMap() {
        var tens = pairs(10, 3).map(x -> x.mul(10));
        var joined = pairs(0, 3).concat(tens).batch(4);
        assertThat(batches(joined)).containsExactly(List.of(0, 1, 2, 10), List.of(11, 12));
        var all = joined.select(5, 0, 3, 1).all();
        assertThat(all.y().toInts()).containsExactly(12, 0, 10, 1);
        assertThat(all.x().slice(1, 0, 1).toInts()).containsExactly(120, 0, 100, 1);
        assertThat(answers(joined.shuffle(5))).containsExactlyInAnyOrder(0, 1, 2, 10, 11, 12);
    }

    @Test
    void refusesToJoinWhatDoesNotFit() {
        assertThatThrownBy(() -> pairs(0, 3).concat(Dataset.of(Tensor.of(1f, 2f))))
                .hasMessage(
                        "Dataset: samples of different kinds cannot stand together\n"
                                + "  received: [[float32(None,)], []]"
                                + "      expected: [[int32(None, 2)], [int32(None,)]],"
                                + " as the others");
    }

    @Test
    void tellsSpecsOfWhatTheMapMakes() {
        var data = pairs(0, 3).map(x -> x.reshape(-1, 1, 2).cast(DType.FLOAT32));
        assertThat(data.xSpecs()).hasToString("[float32(None, 1, 2)]");
        assertThat(data.ySpecs()).hasToString("[int32(None,)]");
        assertThatThrownBy(() -> data.take(0).xSpecs())
                .hasMessage("Dataset: there are no samples\n  expected: at least one");
    }

    @Test
    void givesStreamsAsTheyComeWithoutEmptyBatches() {
        assertThat(batches(stream(2, 0, 3))).containsExactly(List.of(0, 1), List.of(2, 3, 4));
        assertThat(stream(2).size()).isEmpty();
        assertThat(stream(2).batchCount()).isEmpty();
    }

    @Test
    void regroupsStreams() {
        assertThat(batches(stream(2, 0, 5, 1).batch(3)))
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7));
        assertThat(batches(stream(2, 2).batch(4))).containsExactly(List.of(0, 1, 2, 3));
        assertThat(batches(stream(7).batch(3)))
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
    }

    @Test
    void takesSkipsRepeatsAndJoinsStreams() {
        assertThat(batches(stream(2, 3).take(3))).containsExactly(List.of(0, 1), List.of(2));
        assertThat(batches(stream(2, 3).skip(3))).containsExactly(List.of(3, 4));
        assertThat(batches(stream(2).repeat(2))).containsExactly(List.of(0, 1), List.of(0, 1));
        assertThat(batches(stream(2).concat(Dataset.of(Tensor.of(7, 8, 9)).take(1))))
                .containsExactly(List.of(0, 1), List.of(7));
        assertThat(stream(2, 3).all().x().toInts()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void stopsReadingAStreamThatHasGivenEnough() {
        var endless =
                Dataset.ofBatches(
                        () -> IntStream.iterate(0, i -> i + 2).mapToObj(i -> one(i, 2)).iterator());
        assertThat(endless.take(3).all().x().toInts()).containsExactly(0, 1, 2);
    }

    @Test
    void saysWhatAStreamCannotDo() {
        var stream = stream(2);
        assertThatThrownBy(() -> stream.shuffle(1))
                .hasMessage(
                        "Dataset.shuffle: a stream of batches has no numbered samples\n"
                                + "  received: a data set of unknown size"
                                + "      expected: one made of tensors\n"
                                + "  fix: Dataset.of(stream.all()) reads all samples into memory");
        assertThatThrownBy(() -> stream.select(1)).isInstanceOf(HebbException.class);
        assertThatThrownBy(() -> stream.split(.5)).isInstanceOf(HebbException.class);
    }

    @Test
    void refusesTensorsOfUnequalLength() {
        assertThatThrownBy(() -> Dataset.of(Tensor.of(1, 2), Tensor.of(1, 2, 3)))
                .hasMessage(
                        "Batch: the tensors hold unequal numbers of samples\n"
                                + "  received: [(2,), (3,)]"
                                + "      expected: the same length of the first axis in all");
        assertThatThrownBy(() -> pairs(0, 3).batch(0))
                .hasMessage(
                        "Dataset.batch: the number is too small\n"
                                + "  received: 0      expected: at least 1");
    }
}
