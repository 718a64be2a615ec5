package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input without what lies at its edges.
///
/// - input (batch, height, width, channels), result with shorter spatial axes
///
/// Default: nothing cut off.
public final class Cropping2D extends Edged<Cropping2D> {
    private Cropping2D(int... cropping) {
        super(Margins.of("Cropping2D", "cropping", 2, cropping));
    }

    /// With nothing cut off.
    public static Cropping2D of() {
        return of(0);
    }

    /// With so much cut off: one number for all edges, one for each axis, or two for each axis, top
    /// and bottom, then left and right.
    public static Cropping2D of(int... cropping) {
        return new Cropping2D(cropping);
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
