package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;
import java.util.Optional;

/// The product of all inputs. What a mask leaves out does not count; where all masks leave
/// something out, the product is 0.
public final class Multiply extends Merging<Multiply> {
    private Multiply() {}

    /// The product.
    public static Multiply of() {
        return new Multiply();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        var one = Tensor.scalar(1, xs.getFirst().dtype());
        var product =
                xs.stream()
                        .map(x -> spread(s, x).map(m -> Tensor.where(m, x, one)).orElse(x))
                        .reduce(Tensor::mul)
                        .orElseThrow();
        var masks = xs.stream().map(x -> spread(s, x)).flatMap(Optional::stream).toList();
        if (masks.size() < xs.size()) {
            return product;
        }
        var counts = masks.stream().reduce(Tensor::or).orElseThrow();
        return Tensor.where(counts, product, Tensor.scalar(0, product.dtype()));
    }
}
