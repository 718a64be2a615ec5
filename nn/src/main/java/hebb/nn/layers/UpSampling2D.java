package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Resampling;
import java.util.Locale;

/// An image enlarged by whole factors: each pixel repeated, or new ones interpolated.
///
/// - input (batch, height, width, channels), result (batch, size₀ · height, size₁ · width,
///   channels)
///
/// Defaults: `size` 2 along both axes, `interpolation` [Interpolation#NEAREST].
public final class UpSampling2D extends Layer<UpSampling2D> {
    /// What a new pixel is made of.
    public enum Interpolation {
        /// The nearest one.
        NEAREST,
        /// The two nearest along each axis, by distance.
        BILINEAR,
        /// The four nearest along each axis, by Keys's cubic with a = -1/2.
        BICUBIC,
        /// The six nearest along each axis, by Lanczos's window.
        LANCZOS3,
        /// The ten nearest along each axis, by Lanczos's window.
        LANCZOS5;

        /// Keras's name: `bilinear`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private int[] size;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private Interpolation interpolation = Interpolation.NEAREST;

    private UpSampling2D(int... size) {
        this.size = Lengths.of("UpSampling2D", "size", 2, size);
    }

    /// Twice as high and wide.
    public static UpSampling2D of() {
        return of(2);
    }

    /// With this factor, one number for both axes or one for each.
    public static UpSampling2D of(int... size) {
        return new UpSampling2D(size);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public UpSampling2D dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    /// With new pixels made so. Default: the nearest one.
    public UpSampling2D interpolation(Interpolation interpolation) {
        return with(l -> l.interpolation = interpolation);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        if (interpolation == Interpolation.NEAREST) {
            return Repeating.of(s, input, dataFormat, size);
        }
        var x = Inputs.spatial(s, input, 2, dataFormat);
        if (x.dim(1) < 0 || x.dim(2) < 0) { // weights need lengths, a shape does not
            return Repeating.of(s, input, dataFormat, size);
        }
        var method =
                switch (interpolation) {
                    case NEAREST, BILINEAR -> Resampling.TRIANGLE;
                    case BICUBIC -> Resampling.CUBIC;
                    case LANCZOS3 -> Resampling.LANCZOS3;
                    case LANCZOS5 -> Resampling.LANCZOS5;
                };
        var higher = method.resize(x, 1, x.dim(1) * size[0]);
        return dataFormat.restored(method.resize(higher, 2, x.dim(2) * size[1]));
    }

    @Override
    public Options options() {
        return Options.of("size", int[].class, size, v -> size = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v);
    }
}
