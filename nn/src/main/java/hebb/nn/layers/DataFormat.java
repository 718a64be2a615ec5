package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Where an image's channels are.
public enum DataFormat {
    /// (batch, …, channels): how Hebb computes.
    CHANNELS_LAST,
    /// (batch, channels, …): converted, and back.
    CHANNELS_FIRST;

    /// With the channels at the end.
    Tensor channelsLast(Tensor x) {
        int rank = x.rank();
        return this == CHANNELS_LAST || rank < 3
                ? x
                : x.transpose(order(rank, i -> i == 0 ? 0 : i == rank - 1 ? 1 : i + 1));
    }

    /// With the channels where they belong, of a tensor that has them at the end.
    Tensor restored(Tensor y) {
        int rank = y.rank();
        return this == CHANNELS_LAST || rank < 3
                ? y
                : y.transpose(order(rank, i -> i == 0 ? 0 : i == 1 ? rank - 1 : i - 1));
    }

    /// The first of the spatial axes, which lie side by side.
    int firstSpatial() {
        return this == CHANNELS_LAST ? 1 : 2;
    }

    /// A shape with length 1 along its spatial axes.
    Shape channelsOnly(Shape shape) {
        int first = firstSpatial();
        return Shape.of(
                IntStream.range(0, shape.rank())
                        .map(i -> i >= first && i < first + shape.rank() - 2 ? 1 : shape.dim(i))
                        .toArray());
    }

    private static int[] order(int rank, IntUnaryOperator from) {
        return IntStream.range(0, rank).map(from).toArray();
    }

    /// The axes of an input, for people.
    String describe(String spatial) {
        return this == CHANNELS_LAST
                ? "(batch, " + spatial + ", channels)"
                : "(batch, channels, " + spatial + ")";
    }

    /// Keras's name: `channels_last`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
