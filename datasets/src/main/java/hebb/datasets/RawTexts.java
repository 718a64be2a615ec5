package hebb.datasets;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts with their classes, before they are cut to what a program asks for.
final class RawTexts {
    private final List<int[]> x;
    private final long[] y;

    RawTexts(List<int[]> x, long[] y) {
        if (x.size() != y.length) {
            throw HebbException.of("NumberedTexts", "there are not as many classes as texts")
                    .received(y.length)
                    .expected(x.size());
        }
        this.x = x;
        this.y = y;
    }

    /// With the number that stands at each word's place.
    RawTexts numbered(int[] numbers) {
        return new RawTexts(
                x.stream().map(t -> Arrays.stream(t).map(w -> numbers[w]).toArray()).toList(), y);
    }

    /// In random order.
    RawTexts shuffled(NumpyRandom random) {
        return select(random.permutation(y.length).toInts());
    }

    private RawTexts select(int[] order) {
        return new RawTexts(
                IntStream.of(order).mapToObj(x::get).toList(),
                IntStream.of(order).mapToLong(i -> y[i]).toArray());
    }

    /// Begun and numbered, and without texts that are too long.
    RawTexts begun(WordOptions options) {
        var begun = x.stream().map(options::begun).toList();
        var kept =
                IntStream.range(0, y.length)
                        .filter(i -> options.isShortEnough(begun.get(i)))
                        .toArray();
        return new RawTexts(begun, y).select(kept);
    }

    RawTexts slice(int from, int to) {
        return select(IntStream.range(from, to).toArray());
    }

    /// With only the words that are kept.
    NumberedTexts kept(WordOptions options, int end) {
        return new NumberedTexts(
                x.stream().map(t -> (List<Integer>) new Numbers(options.kept(t, end))).toList(),
                Tensor.of(y, new Spec(Shape.of(y.length), DType.INT64)));
    }

    /// How many texts there are.
    int size() {
        return y.length;
    }

    /// The first number that is not kept.
    int end(WordOptions options) {
        return options.end(x);
    }

    /// The first number of either part that is not kept.
    static int end(WordOptions options, RawTexts train, RawTexts test) {
        return options.end(Stream.concat(train.x.stream(), test.x.stream()).toList());
    }

    private static final class Numbers extends AbstractList<Integer> implements RandomAccess {
        private final int[] values;

        Numbers(int[] values) {
            this.values = values;
        }

        @Override
        public Integer get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
