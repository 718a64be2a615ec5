package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// In training, lays over each image another one of its batch, and mixes their labels likewise.
///
/// Default: shares of the beta distribution of 0.2 and 0.2, of which most are near 0 or 1. Source:
/// Zhang and others, arXiv 1710.09412.
public final class MixUp extends MixedImages<MixUp> {
    private double alpha = 0.2;

    private MixUp() {}

    /// With all defaults.
    public static MixUp of() {
        return new MixUp();
    }

    /// Both parameters of the beta distribution that shares are drawn from. Default: 0.2.
    public MixUp alpha(double alpha) {
        double checked = Require.positive("MixUp", "alpha", alpha);
        return with(l -> l.alpha = checked);
    }

    @Override
    Mixture mixed(ImageDraws draws, Tensor x, Tensor order) {
        var shape = Shape.of(x.dim(0), 1, 1, 1);
        return mixed(x, order, draws.beta("share", shape, Tensor.scalar(alpha, x.dtype())));
    }

    /// With these shares of each image, (batch, 1, 1, 1).
    Mixture mixed(Tensor x, Tensor order, Tensor share) {
        var y = x.mul(share).add(x.take(order, 0).mul(share.neg().add(1)));
        return new Mixture(y, share.reshape(-1, 1));
    }

    @Override
    public Options options() {
        return formatOption().and("alpha", double.class, alpha, v -> alpha = v).and(seedOption());
    }
}
