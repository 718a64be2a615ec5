package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.List;
import java.util.Optional;

/// One step of [GRU]: `h = σ(z) h + (1 - σ(z)) tanh(candidate)`, where the reset gate r decides how
/// much of h the candidate sees.
///
/// - input (batch, in) and the state h (batch, units); the output is the next state
/// - weights: `kernel` (in, 3 units) and `recurrent_kernel` (units, 3 units), whose columns are the
///   gates z and r and the candidate; `bias` (2, 3 units), for input and state, or (3 units) with
///   the reset before the product
public final class GRUCell extends GatedCell<GRUCell> {
    private static final int GATES = 3;

    private int units;
    private boolean resetAfter = true;

    private GRUCell(int units) {
        this.units = Require.positive("GRUCell", "units", units);
    }

    /// With this many units.
    public static GRUCell of(int units) {
        return new GRUCell(units);
    }

    /// Whether the reset gate comes after the product of the state and its kernel, or before.
    /// Default: after.
    public GRUCell resetAfter(boolean resetAfter) {
        return with(l -> l.resetAfter = resetAfter);
    }

    @Override
    public int[] stateSize() {
        return new int[] {units};
    }

    private Tensor recurrentKernel(Scope s) {
        return recurrentKernel(s, Shape.of(units, GATES * units));
    }

    /// The bias of the input, or of the state.
    private Optional<Tensor> bias(Scope s, boolean ofInput) {
        var shape = Shape.of(GATES * units);
        return resetAfter
                ? bias(s, shape.prepend(2)).map(b -> b.get(ofInput ? 0 : 1))
                : ofInput ? bias(s, shape) : Optional.empty();
    }

    @Override
    Tensor project(Scope s, Tensor x) {
        var kernel = kernel(s, Shape.of(x.dim(-1), GATES * units));
        var _ = recurrentKernel(s);
        var bias = bias(s, true);
        return gates(s, x, kernel, bias, GATES, KernelCell::product);
    }

    @Override
    protected Scanned step(Scope s, Tensor projected, List<Tensor> states) {
        var h = states.getFirst();
        var y = resetAfter ? resetAfter(s, projected, h) : resetBefore(s, projected, h);
        return new Scanned(List.of(y), List.of(y));
    }

    private Tensor resetAfter(Scope s, Tensor projected, Tensor h) {
        var own =
                biased(stateGates(s, h, recurrentKernel(s), GATES, Tensor::matmul), bias(s, false));
        var x = parts(projected, GATES);
        var state = parts(own, GATES);
        var z = gate(x.get(0).add(state.get(0)));
        var r = gate(x.get(1).add(state.get(1)));
        var candidate = activated(x.get(2).add(r.mul(state.get(2))));
        return mixed(z, h, candidate);
    }

    private Tensor resetBefore(Scope s, Tensor projected, Tensor h) {
        var kernel = recurrentKernel(s);
        var gates = stateGates(s, h, kernel.slice(-1, 0, 2 * units), 2, Tensor::matmul);
        var x = parts(projected, GATES);
        var state = parts(gates, 2);
        var z = gate(x.get(0).add(state.get(0)));
        var r = gate(x.get(1).add(state.get(1)));
        var seen = r.mul(droppedState(s, h, 2)).matmul(part(kernel, 2, GATES));
        return mixed(z, h, activated(x.get(2).add(seen)));
    }

    private static Tensor mixed(Tensor z, Tensor h, Tensor candidate) {
        return z.mul(h).add(Tensor.scalar(1, z.dtype()).sub(z).mul(candidate));
    }

    @Override
    Options size() {
        return Options.of("units", int.class, units, v -> units = v);
    }

    @Override
    public Options options() {
        return super.options().and("reset_after", boolean.class, resetAfter, v -> resetAfter = v);
    }
}
