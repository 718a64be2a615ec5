package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.image.Images;
import hebb.data.image.Interpolation;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.EnumSet;
import java.util.Set;

/// An image enlarged by whole factors: each pixel repeated, or new ones interpolated.
///
/// - input (batch, height, width, channels), result (batch, size₀ · height, size₁ · width,
///   channels)
///
/// Defaults: `size` 2 along both axes, `interpolation` [Interpolation#NEAREST].
public final class UpSampling2D extends Layer<UpSampling2D> {
    private static final Set<Interpolation> KNOWN =
            EnumSet.range(Interpolation.NEAREST, Interpolation.LANCZOS5);

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

    /// NEAREST, BILINEAR, BICUBIC, LANCZOS3 or LANCZOS5. Default: NEAREST.
    public UpSampling2D interpolation(Interpolation interpolation) {
        if (!KNOWN.contains(interpolation)) {
            throw HebbException.of("UpSampling2D", "there is no such interpolation for layers")
                    .received(interpolation)
                    .expected("one of " + KNOWN);
        }
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
        int height = x.dim(1) * size[0];
        int width = x.dim(2) * size[1];
        return dataFormat.restored(Images.resized(x, height, width, interpolation, false));
    }

    @Override
    public Options options() {
        return Options.of("size", int[].class, size, v -> size = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v);
    }
}
