package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input without what lies at its edges.
///
/// - input (batch, depth, height, width, channels), result with shorter spatial axes
///
/// Default: 1 cut off at each edge.
public final class Cropping3D extends Edged<Cropping3D> {
    private Cropping3D(int... cropping) {
        super(Margins.of("Cropping3D", "cropping", 3, cropping));
    }

    /// With 1 cut off at each edge.
    public static Cropping3D of() {
        return of(1);
    }

    /// With so much cut off: one number for all edges, one for each axis, or two for each axis,
    /// before and behind each axis in turn.
    public static Cropping3D of(int... cropping) {
        return new Cropping3D(cropping);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return cropped(s, x);
    }

    @Override
    public Options options() {
        return marginOption("cropping").and(formatOption());
    }
}
