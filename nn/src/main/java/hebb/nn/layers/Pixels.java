package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;

/// The pixels of images `(batch, height, width, channels)`, and what lies around them.
///
/// @param smooth whether a place between four pixels is mixed from them, or is the nearest of them
/// @param value the colour outside, for CONSTANT
record Pixels(Tensor images, boolean smooth, FillMode fill, double value) {
    /// An interpolation that images can be moved with.
    static Interpolation requireMovable(String where, Interpolation interpolation) {
        if (interpolation != Interpolation.NEAREST && interpolation != Interpolation.BILINEAR) {
            throw HebbException.of(where, "images cannot be moved so")
                    .received(interpolation)
                    .expected("nearest or bilinear");
        }
        return interpolation;
    }

    /// Column and row numbers `(1, 1, width, 1)` and `(1, height, 1, 1)` of images.
    static Tensor columns(Tensor images) {
        return Tensor.iota(new Spec(Shape.of(1, 1, images.dim(2), 1), images.dtype()), 2);
    }

    static Tensor rows(Tensor images) {
        return Tensor.iota(new Spec(Shape.of(1, images.dim(1), 1, 1), images.dtype()), 1);
    }

    /// Which pixels of each image lie in a box: `(batch, height, width, 1)`.
    static Tensor box(Tensor images, Tensor left, Tensor top, Tensor wide, Tensor high) {
        var column = columns(images);
        var row = rows(images);
        return column.greaterEqual(left)
                .and(column.less(left.add(wide)))
                .and(row.greaterEqual(top))
                .and(row.less(top.add(high)));
    }

    /// Those at places `(batch, height, width, 1)`.
    Tensor at(Tensor x, Tensor y) {
        if (!smooth) {
            return whole(rounded(x), rounded(y));
        }
        var left = x.floor();
        var top = y.floor();
        var right = left.add(1);
        var bottom = top.add(1);
        var toRight = x.sub(left);
        var toBottom = y.sub(top);
        var toLeft = toRight.neg().add(1);
        var toTop = toBottom.neg().add(1);
        return whole(left, top)
                .mul(toLeft.mul(toTop))
                .add(whole(right, top).mul(toRight.mul(toTop)))
                .add(whole(left, bottom).mul(toLeft.mul(toBottom)))
                .add(whole(right, bottom).mul(toRight.mul(toBottom)));
    }

    /// Halves go away from zero.
    private static Tensor rounded(Tensor x) {
        return x.abs().add(0.5).floor().mul(x.sign());
    }

    /// Those at whole places.
    private Tensor whole(Tensor x, Tensor y) {
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
