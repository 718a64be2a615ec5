package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// A vector `n` times, as time steps: (batch, features) becomes (batch, n, features).
public final class RepeatVector extends Layer<RepeatVector> {
    private int n;

    private RepeatVector(int n) {
        this.n = Require.positive("RepeatVector", "n", n);
    }

    /// That many times.
    public static RepeatVector of(int n) {
        return new RepeatVector(n);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (x.rank() != 2) {
            throw s.wrong("the input has the wrong number of axes")
                    .received(x.shape())
                    .expected("(batch, features)");
        }
        return x.expandDims(1).repeat(n, 1);
    }

    @Override
    public Options options() {
        return Options.of("n", int.class, n, v -> n = v);
    }
}
