package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import java.util.List;

/// One step of [LSTM]. The gates i, f, g, o are quarters of `x · kernel + bias + h ·
/// recurrent_kernel`; `c = σ(f) c + σ(i) tanh(g)`, and `h = σ(o) tanh(c)`.
///
/// - input (batch, in) and the states h and c (batch, units); the output is the next h
/// - weights: `kernel` (in, 4 units), `recurrent_kernel` (units, 4 units), `bias` (4 units)
public final class LSTMCell extends GatedCell<LSTMCell> {
    private static final int GATES = 4;

    private int units;
    private boolean unitForgetBias = true;

    private LSTMCell(int units) {
        this.units = Require.positive("LSTMCell", "units", units);
    }

    /// With this many units.
    public static LSTMCell of(int units) {
        return new LSTMCell(units);
    }

    /// Whether the forget gate's bias begins at 1. Default: it does. Source: Jozefowicz and others,
    /// ICML 2015.
    public LSTMCell unitForgetBias(boolean unitForgetBias) {
        return with(l -> l.unitForgetBias = unitForgetBias);
    }

    @Override
    public int[] stateSize() {
        return new int[] {units, units};
    }

    @Override
    Initializer firstBias(Initializer chosen) {
        return unitForgetBias ? new ForgetBias(chosen) : chosen;
    }

    @Override
    Tensor project(Scope s, Tensor x) {
        var kernel = kernel(s, Shape.of(x.dim(-1), GATES * units));
        var _ = recurrentKernel(s);
        var bias = bias(s, Shape.of(GATES * units));
        return gates(s, x, kernel, bias, GATES, KernelCell::product);
    }

    private Tensor recurrentKernel(Scope s) {
        return recurrentKernel(s, Shape.of(units, GATES * units));
    }

    @Override
    protected Scanned step(Scope s, Tensor projected, List<Tensor> states) {
        var z =
                projected.add(
                        stateGates(s, states.get(0), recurrentKernel(s), GATES, Tensor::matmul));
        return remembered(z, states.get(1));
    }

    @Override
    Options size() {
        return Options.of("units", int.class, units, v -> units = v);
    }

    @Override
    public Options options() {
        return super.options()
                .and("unit_forget_bias", boolean.class, unitForgetBias, v -> unitForgetBias = v);
    }
}
