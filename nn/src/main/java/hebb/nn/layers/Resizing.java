package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.image.Images;
import hebb.data.image.Interpolation;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.EnumSet;
import java.util.Set;

/// Images `(…, height, width, channels)` in another size.
///
/// Whole numbers stay of their type: they are rounded and kept within its range. Defaults:
/// BILINEAR, stretched to the new shape, without antialiasing, CHANNELS_LAST.
public final class Resizing extends Layer<Resizing> {
    private static final Set<Interpolation> KNOWN =
            EnumSet.range(Interpolation.NEAREST, Interpolation.LANCZOS5);

    private int height;
    private int width;
    private Interpolation interpolation = Interpolation.BILINEAR;
    private boolean cropToAspectRatio;
    private boolean padToAspectRatio;
    private String fillMode = "constant";
    private double fillValue;
    private boolean antialias;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private Resizing(int height, int width) {
        this.height = Require.positive("Resizing", "height", height);
        this.width = Require.positive("Resizing", "width", width);
    }

    /// To this size.
    public static Resizing of(int height, int width) {
        return new Resizing(height, width);
    }

    /// NEAREST, BILINEAR, BICUBIC, LANCZOS3 or LANCZOS5. Default: BILINEAR.
    public Resizing interpolation(Interpolation interpolation) {
        if (!KNOWN.contains(interpolation)) {
            throw HebbException.of("Resizing", "there is no such interpolation for layers")
                    .received(interpolation)
                    .expected("one of " + KNOWN);
        }
        return with(l -> l.interpolation = interpolation);
    }

    /// Cuts off what does not fit the new shape, from both sides alike, instead of stretching.
    /// Default: no.
    public Resizing cropToAspectRatio(boolean crop) {
        return with(l -> l.cropToAspectRatio = crop);
    }

    /// Adds a border on both sides to fit the new shape, instead of stretching. Default: no.
    public Resizing padToAspectRatio(boolean pad) {
        return with(l -> l.padToAspectRatio = pad);
    }

    /// The colour of the border. Default: 0.
    public Resizing fillValue(double fillValue) {
        return with(l -> l.fillValue = fillValue);
    }

    /// Averages over all old pixels where an image shrinks. Default: no.
    public Resizing antialias(boolean antialias) {
        return with(l -> l.antialias = antialias);
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public Resizing dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var images = ImageShape.channelsLast(s, input, dataFormat);
        if (cropToAspectRatio && padToAspectRatio) {
            throw s.wrong("images cannot be cropped and padded at once")
                    .expected("crop_to_aspect_ratio or pad_to_aspect_ratio");
        }
        var shaped = images;
        if (cropToAspectRatio) {
            shaped = Images.croppedTo(images, height, width);
        } else if (padToAspectRatio) {
            shaped = Images.paddedTo(images, height, width, fillValue);
        }
        var resized = Images.resized(shaped, height, width, interpolation, antialias);
        return ImageShape.restored(ImageShape.saturated(resized, input.dtype()), dataFormat);
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("height", int.class, height, v -> height = v)
                .and("width", int.class, width, v -> width = v)
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v)
                .and(
                        "crop_to_aspect_ratio",
                        boolean.class,
                        cropToAspectRatio,
                        v -> cropToAspectRatio = v)
                .and(
                        "pad_to_aspect_ratio",
                        boolean.class,
                        padToAspectRatio,
                        v -> padToAspectRatio = v)
                .and("fill_mode", String.class, fillMode, v -> fillMode = v)
                .and("fill_value", double.class, fillValue, v -> fillValue = v)
                .and("antialias", boolean.class, antialias, v -> antialias = v);
    }
}
