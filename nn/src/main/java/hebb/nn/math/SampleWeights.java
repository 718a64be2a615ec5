package hebb.nn.math;

import hebb.core.tensor.Tensor;
import java.util.Optional;

/// How much each sample, or each time step of one, counts.
public final class SampleWeights {
    private SampleWeights() {}

    /// A mask (bool) that holds where these two do, of which there may be one or none.
    public static Optional<Tensor> both(Optional<Tensor> a, Optional<Tensor> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().and(b.get())) : a.or(() -> b);
    }

    /// Sample weights times a mask, in the weights' place; none if there is neither.
    public static Optional<Tensor> masked(Optional<Tensor> weight, Optional<Tensor> mask) {
        if (mask.isEmpty()) {
            return weight;
        }
        var m = mask.get();
        return Optional.of(weight.map(w -> spread(w, m).mul(Ranks.like(m, w))).orElse(m));
    }

    /// Weights that multiply `values` (batch, …), which may have more axes than they have.
    public static Tensor spread(Tensor weight, Tensor values) {
        var w = Ranks.like(weight, values);
        while (w.rank() > 0 && w.rank() < values.rank()) {
            w = w.expandDims(-1);
        }
        return w;
    }
}
