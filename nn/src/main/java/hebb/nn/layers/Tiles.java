package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.stream.IntStream;

/// One axis of images, cut into tiles of one size; behind its end it goes back.
///
/// @param axis which one of (batch, height, width, channels)
/// @param length how long it is
/// @param count the number of tiles
record Tiles(int axis, int length, int count) {
    /// The length of a tile.
    int size() {
        return Math.ceilDiv(length, count);
    }

    /// What stands at each place of the tiles.
    Tensor filled(Tensor images) {
        var places =
                IntStream.range(0, size() * count)
                        .map(i -> Math.min(i % (2 * length), 2 * length - 1 - i % (2 * length)))
                        .toArray();
        return images.take(Tensor.of(places), axis);
    }

    /// The tile whose middle lies at or before each place, or `more` behind that one.
    Tensor tile(int more) {
        return along(
                IntStream.range(0, size() * count)
                        .mapToDouble(i -> Math.clamp(before(i) - 1 + more, 0, count - 1))
                        .toArray(),
                DType.INT32);
    }

    /// How far behind the middle of that tile each place lies: 0 to 1, the middle of the next.
    Tensor distance(DType type) {
        return along(
                IntStream.range(0, size() * count)
                        .mapToDouble(i -> position(i) - before(i))
                        .toArray(),
                type);
    }

    private int before(int place) {
        return (int) Math.floor(position(place));
    }

    /// In tiles, where 1 is the middle of the first; rounded as Keras rounds it.
    private float position(int place) {
        return (place - size() / 2f) / size() + 1;
    }

    private Tensor along(double[] values, DType type) {
        var shape = Shape.of(1, 1, 1, 1).with(axis, values.length);
        return Tensor.of(values, new Spec(shape, DType.FLOAT64)).cast(type);
    }
}
