package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input with zeros around it.
///
/// - input (batch, length, channels), result with longer spatial axes
///
/// Default: one zero at each edge.
public final class ZeroPadding1D extends Edged<ZeroPadding1D> {
    private ZeroPadding1D(int... padding) {
        super(Margins.of("ZeroPadding1D", "padding", 1, padding));
    }

    /// With one zero at each edge.
    public static ZeroPadding1D of() {
        return of(1);
    }

    /// With so many zeros: one number for all edges or two for each axis, before and behind.
    public static ZeroPadding1D of(int... padding) {
        return new ZeroPadding1D(padding);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return padded(s, x);
    }

    @Override
    public Options options() {
        return marginOption("padding").and(formatOption());
    }
}
