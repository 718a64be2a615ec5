package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.List;

/// One step of [SimpleRNN]: `h = activation(x · kernel + bias + h · recurrent_kernel)`.
///
/// - input (batch, in) and the state h (batch, units); the output is the next state
/// - weights: `kernel` (in, units), `recurrent_kernel` (units, units), `bias` (units)
public final class SimpleRNNCell extends KernelCell<SimpleRNNCell> {
    private int units;

    private SimpleRNNCell(int units) {
        this.units = Require.positive("SimpleRNNCell", "units", units);
    }

    /// With this many units.
    public static SimpleRNNCell of(int units) {
        return new SimpleRNNCell(units);
    }

    @Override
    public int[] stateSize() {
        return new int[] {units};
    }

    @Override
    boolean dropsAll() {
        return true;
    }

    @Override
    Tensor project(Scope s, Tensor x) {
        var kernel = kernel(s, Shape.of(x.dim(-1), units));
        var _ = recurrentKernel(s);
        return product(dropped(s, x, 0), kernel, bias(s, Shape.of(units)));
    }

    private Tensor recurrentKernel(Scope s) {
        return recurrentKernel(s, Shape.of(units, units));
    }

    @Override
    protected Scanned step(Scope s, Tensor projected, List<Tensor> states) {
        var h = droppedState(s, states.getFirst(), 0);
        var y = activated(projected.add(h.matmul(recurrentKernel(s))));
        return new Scanned(List.of(y), List.of(y));
    }

    @Override
    Options size() {
        return Options.of("units", int.class, units, v -> units = v);
    }
}
