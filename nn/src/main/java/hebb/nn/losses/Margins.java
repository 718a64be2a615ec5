package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// How far predictions stay from the right side of a margin.
final class Margins {
    private Margins() {}

    /// `max(1 - y · yPred, 0)`, where labels that are all 0 or 1 become -1 and 1.
    static Tensor of(Tensor y, Tensor yPred) {
        var isBinary = y.equal(0).or(y.equal(1)).all();
        var signs = Tensor.where(isBinary, y.mul(2).sub(1), y);
        return Tensor.scalar(1, yPred.dtype()).sub(signs.mul(yPred)).maximum(0);
    }
}
