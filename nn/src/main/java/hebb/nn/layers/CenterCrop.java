package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.data.image.Images;
import hebb.data.image.Interpolation;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// The middle of images `(…, height, width, channels)`, in floating point.
///
/// Images that are too small are resized, as Resizing does with `cropToAspectRatio`. Default:
/// CHANNELS_LAST.
public final class CenterCrop extends Layer<CenterCrop> {
    private int height;
    private int width;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private CenterCrop(int height, int width) {
        this.height = Require.positive("CenterCrop", "height", height);
        this.width = Require.positive("CenterCrop", "width", width);
    }

    /// Of this size.
    public static CenterCrop of(int height, int width) {
        return new CenterCrop(height, width);
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public CenterCrop dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = ImageShape.channelsLast(s, Inputs.floating(s, input), dataFormat);
        return ImageShape.restored(middle(x, height, width), dataFormat);
    }

    /// The middle, or if there is not enough, a resized image.
    static Tensor middle(Tensor x, int height, int width) {
        int above = x.dim(-3) - height;
        int beside = x.dim(-2) - width;
        return above >= 0 && beside >= 0
                ? ImageShape.part(x, above / 2, beside / 2, height, width)
                : fitted(x, height, width);
    }

    /// The largest part of the right shape, resized.
    static Tensor fitted(Tensor x, int height, int width) {
        var part = Images.croppedTo(x, height, width);
        return Images.resized(part, height, width, Interpolation.BILINEAR, false);
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("height", int.class, height, v -> height = v)
                .and("width", int.class, width, v -> width = v);
    }
}
