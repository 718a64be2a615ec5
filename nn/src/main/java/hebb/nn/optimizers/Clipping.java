package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import java.util.List;

/// Gradients made shorter, in their direction.
final class Clipping {
    private Clipping() {}

    /// A gradient no longer than `limit`.
    static Tensor byNorm(Tensor gradient, double limit) {
        var norm = gradient.square().sum().sqrt();
        return gradient.mul(limit).div(norm.maximum(limit));
    }

    /// Gradients that are no longer than `limit` all together. NaN if one is not finite.
    static List<Tensor> byGlobalNorm(List<Tensor> gradients, double limit) {
        var squares = gradients.stream().map(g -> g.square().sum()).reduce(Tensor::add);
        if (squares.isEmpty()) {
            return gradients;
        }
        var norm = squares.get().sqrt();
        var scale = norm.reciprocal().minimum(1 / limit).mul(limit).add(norm.sub(norm));
        return gradients.stream().map(g -> g.mul(scale.cast(g.dtype()))).toList();
    }
}
