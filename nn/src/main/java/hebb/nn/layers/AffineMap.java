package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// For each image of a batch, where the pixel at (x, y) is taken from: `(a0 x + a1 y + a2, b0 x +
/// b1 y + b2)`. All of shape (batch, 1, 1, 1), or numbers that broadcast to it.
record AffineMap(Tensor a0, Tensor a1, Tensor a2, Tensor b0, Tensor b1, Tensor b2) {
    /// Images `(batch, height, width, channels)` that are moved so.
    Tensor of(Tensor images, boolean smooth, FillMode fill, double value) {
        var x = Pixels.columns(images);
        var y = Pixels.rows(images);
        var fromX = a0.mul(x).add(a1.mul(y)).add(a2);
        var fromY = b0.mul(x).add(b1.mul(y)).add(b2);
        return new Pixels(images, smooth, fill, value).at(fromX, fromY);
    }
}
