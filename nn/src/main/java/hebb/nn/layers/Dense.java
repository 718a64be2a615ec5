package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// Fully connected: `activation(x · kernel + bias)`.
///
/// - input (batch, …, in), result (batch, …, units)
/// - weights: `kernel` (in, units), `bias` (units)
///
/// Defaults: no activation, bias on, kernel Glorot's uniform, bias zeros. To connect all of an
/// image put [Flatten] before it.
public final class Dense extends Weighted<Dense> {
    private int units;

    private Dense(int units) {
        this.units = Require.positive("Dense", "units", units);
    }

    /// With this many units.
    public static Dense of(int units) {
        return new Dense(units);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        if (x.rank() < 2) {
            throw s.wrong("the input has too few axes")
                    .received(x.shape())
                    .expected("(batch, …, in)");
        }
        int in = x.dim(-1);
        var kernel = kernel(s, in, units);
        if (x.rank() == 2) {
            return finished(s, x.matmul(kernel));
        }
        // one large product, bias included, is faster than many, and so is its gradient
        var sum = biased(s, x.reshape(-1, in).matmul(kernel));
        return activated(sum.reshape(x.shape().with(-1, units)));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("units", int.class, units, v -> units = v).and(super.options());
    }
}
