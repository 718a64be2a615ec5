package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input with zeros around it.
///
/// - input (batch, height, width, channels), result with longer spatial axes
///
/// Default: one zero at each edge.
public final class ZeroPadding2D extends Edged<ZeroPadding2D> {
    private ZeroPadding2D(int... padding) {
        super(Margins.of("ZeroPadding2D", "padding", 2, padding));
    }

    /// With one zero at each edge.
    public static ZeroPadding2D of() {
        return of(1);
    }

    /// With so many zeros: one number for all edges, one for each axis, or two for each axis, top
    /// and bottom, then left and right.
    public static ZeroPadding2D of(int... padding) {
        return new ZeroPadding2D(padding);
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
