package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;

/// For each image of a batch, where the pixel at (x, y) is taken from: `(a0 x + a1 y + a2, b0 x +
/// b1 y + b2)`. All of shape (batch, 1, 1, 1), or numbers that broadcast to it.
record AffineMap(Tensor a0, Tensor a1, Tensor a2, Tensor b0, Tensor b1, Tensor b2) {
    /// Images `(batch, height, width, channels)` that are moved so.
    Tensor of(Tensor images, boolean smooth, FillMode fill, double value) {
        int height = images.dim(1);
        int width = images.dim(2);
        var type = images.dtype();
        var x = Tensor.iota(new Spec(Shape.of(1, 1, width, 1), type), 2);
        var y = Tensor.iota(new Spec(Shape.of(1, height, 1, 1), type), 1);
        var fromX = a0.mul(x).add(a1.mul(y)).add(a2);
        var fromY = b0.mul(x).add(b1.mul(y)).add(b2);
        var pixels = new Pixels(images, fill, value);
        if (!smooth) {
            return pixels.at(rounded(fromX), rounded(fromY));
        }
        var left = fromX.floor();
        var top = fromY.floor();
        var right = left.add(1);
        var bottom = top.add(1);
        var toRight = fromX.sub(left);
        var toBottom = fromY.sub(top);
        var toLeft = toRight.neg().add(1);
        var toTop = toBottom.neg().add(1);
        return pixels.at(left, top)
                .mul(toLeft.mul(toTop))
                .add(pixels.at(right, top).mul(toRight.mul(toTop)))
                .add(pixels.at(left, bottom).mul(toLeft.mul(toBottom)))
                .add(pixels.at(right, bottom).mul(toRight.mul(toBottom)));
    }

    /// Halves go away from zero.
    private static Tensor rounded(Tensor x) {
        return x.abs().add(0.5).floor().mul(x.sign());
    }

    /// The pixels of a batch of images, and what lies around them.
    private record Pixels(Tensor images, FillMode fill, double value) {
        /// Those at whole places (batch, height, width, 1).
        Tensor at(Tensor x, Tensor y) {
            int height = images.dim(1);
            int width = images.dim(2);
            var column = x.cast(DType.INT32);
            var row = y.cast(DType.INT32);
            var place =
                    fill.inside(row, height)
                            .mul(Tensor.scalar(width, DType.INT32))
                            .add(fill.inside(column, width));
            var found = taken(place);
            if (fill != FillMode.CONSTANT) {
                return found;
            }
            var inside =
                    column.greaterEqual(0)
                            .and(column.less(width))
                            .and(row.greaterEqual(0))
                            .and(row.less(height));
            return Tensor.where(inside, found, Tensor.scalar(value, images.dtype()));
        }

        /// From each image those of its own places.
        private Tensor taken(Tensor place) {
            int size = images.dim(1) * images.dim(2);
            int channels = images.dim(3);
            var number =
                    Tensor.iota(new Spec(Shape.of(images.dim(0), 1, 1, 1), DType.INT32), 0)
                            .mul(Tensor.scalar(size, DType.INT32));
            var flat = images.reshape(-1, channels);
            return flat.take(place.add(number).squeeze(-1), 0);
        }
    }
}
