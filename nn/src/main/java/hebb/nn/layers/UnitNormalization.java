package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Axes;
import hebb.nn.math.Norms;

/// The input brought to length 1 along some axes; 0 stays 0. Default: `axis` -1.
public final class UnitNormalization extends Layer<UnitNormalization> {
    private static final double LEAST = 1e-12;

    private int[] axis = {-1};

    private UnitNormalization() {}

    /// Along the last axis.
    public static UnitNormalization of() {
        return new UnitNormalization();
    }

    /// Along these axes together. Default: the last.
    public UnitNormalization axis(int... axis) {
        return with(l -> l.axis = axis.clone());
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        return Norms.unit(x, LEAST, Axes.of(x.shape(), axis));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.ofAxes(axis, v -> axis = v);
    }
}
