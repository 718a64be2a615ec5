package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// The input without what lies at its edges.
///
/// - input (batch, length, channels), result with shorter spatial axes
///
/// Default: 1 cut off before and behind.
public final class Cropping1D extends Edged<Cropping1D> {
    private Cropping1D(int... cropping) {
        super(Margins.of("Cropping1D", "cropping", 1, cropping));
    }

    /// With 1 cut off before and behind.
    public static Cropping1D of() {
        return of(1);
    }

    /// With so much cut off: one number for all edges or two for each axis, before and behind.
    public static Cropping1D of(int... cropping) {
        return new Cropping1D(cropping);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return cropped(s, x);
    }

    @Override
    public Options options() {
        return marginOption("cropping");
    }
}
