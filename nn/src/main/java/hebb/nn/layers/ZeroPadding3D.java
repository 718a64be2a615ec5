package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input with zeros around it.
///
/// - input (batch, depth, height, width, channels), result with longer spatial axes
///
/// Default: one zero at each edge.
public final class ZeroPadding3D extends Edged<ZeroPadding3D> {
    private ZeroPadding3D(int... padding) {
        super(Margins.of("ZeroPadding3D", "padding", 3, padding));
    }

    /// With one zero at each edge.
    public static ZeroPadding3D of() {
        return of(1);
    }

    /// With so many zeros: one number for all edges, one for each axis, or two for each axis,
    /// before and behind each axis in turn.
    public static ZeroPadding3D of(int... padding) {
        return new ZeroPadding3D(padding);
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
