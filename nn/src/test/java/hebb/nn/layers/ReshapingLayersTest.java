package hebb.nn.layers;

import static hebb.data.image.Interpolation.BICUBIC;
import static hebb.data.image.Interpolation.BILINEAR;
import static hebb.data.image.Interpolation.LANCZOS3;
import static hebb.data.image.Interpolation.LANCZOS5;
import static hebb.nn.layers.LayerRows.shape;

/// Layers that move, repeat, cut off or pool what they are given.
class ReshapingLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("reshaping");
    private static final DataFormat FIRST = DataFormat.CHANNELS_FIRST;

    static {
        ROWS.row("repeat_vector", RepeatVector.of(3), RepeatVector.of(1), shape(4));
        ROWS.row("cropping1d", Cropping1D.of(2, 0), Cropping1D.of(), shape(5, 3));
        ROWS.row("cropping2d", Cropping2D.of(1, 0, 0, 2), Cropping2D.of(), shape(4, 3, 2));
        ROWS.row(
                "cropping2d_first",
                Cropping2D.of(1, 0).dataFormat(FIRST),
                Cropping2D.of(),
                shape(2, 3, 2));
        ROWS.row("cropping3d", Cropping3D.of(1, 0, 1, 2, 0, 1), Cropping3D.of(), shape(2, 4, 2, 1));
        ROWS.row(
                "cropping3d_first",
                Cropping3D.of(1, 0, 0).dataFormat(FIRST),
                Cropping3D.of(),
                shape(1, 3, 2, 2));
        ROWS.row("zero_padding1d", ZeroPadding1D.of(2, 1), ZeroPadding1D.of(), shape(3, 2));
        ROWS.row(
                "zero_padding1d_first",
                ZeroPadding1D.of(2).dataFormat(FIRST),
                ZeroPadding1D.of(),
                shape(3, 2));
        ROWS.row(
                "zero_padding2d", ZeroPadding2D.of(1, 0, 2, 3), ZeroPadding2D.of(), shape(2, 2, 2));
        ROWS.row(
                "zero_padding2d_first",
                ZeroPadding2D.of(1, 2).dataFormat(FIRST),
                ZeroPadding2D.of(),
                shape(2, 2, 2));
        ROWS.row(
                "zero_padding3d", ZeroPadding3D.of(1, 0, 2), ZeroPadding3D.of(), shape(2, 1, 2, 1));
        ROWS.row(
                "zero_padding3d_first",
                ZeroPadding3D.of(1, 0, 0, 0, 0, 2).dataFormat(FIRST),
                ZeroPadding3D.of(),
                shape(1, 2, 1, 2));
        ROWS.row("up_sampling1d", UpSampling1D.of(3), UpSampling1D.of(), shape(3, 2));
        ROWS.row("up_sampling2d", UpSampling2D.of(2, 3), UpSampling2D.of(), shape(2, 2, 2));
        ROWS.row(
                "up_sampling2d_first",
                UpSampling2D.of(1, 2).dataFormat(FIRST),
                UpSampling2D.of(),
                shape(2, 2, 2));
        ROWS.row(
                "up_sampling2d_bilinear",
                UpSampling2D.of(2, 3).interpolation(BILINEAR),
                UpSampling2D.of(),
                shape(3, 2, 2));
        ROWS.row(
                "up_sampling2d_bilinear_first",
                UpSampling2D.of(2).interpolation(BILINEAR).dataFormat(FIRST),
                UpSampling2D.of(),
                shape(2, 2, 3));
        ROWS.row(
                "up_sampling2d_bicubic",
                UpSampling2D.of(2, 4).interpolation(BICUBIC),
                UpSampling2D.of(),
                shape(3, 2, 1));
        ROWS.row(
                "up_sampling2d_lanczos3",
                UpSampling2D.of(2).interpolation(LANCZOS3),
                UpSampling2D.of(),
                shape(3, 2, 1));
        ROWS.row(
                "up_sampling2d_lanczos5",
                UpSampling2D.of(2).interpolation(LANCZOS5),
                UpSampling2D.of(),
                shape(3, 2, 1));
        ROWS.row("up_sampling3d", UpSampling3D.of(2, 1, 3), UpSampling3D.of(), shape(2, 1, 2, 1));
        ROWS.row(
                "up_sampling3d_first",
                UpSampling3D.of(2).dataFormat(FIRST),
                UpSampling3D.of(),
                shape(1, 2, 1, 2));
        ROWS.row(
                "adaptive_average_pooling1d",
                AdaptiveAveragePooling1D.of(3),
                AdaptiveAveragePooling1D.of(1),
                shape(5, 2));
        ROWS.row(
                "adaptive_average_pooling2d",
                AdaptiveAveragePooling2D.of(2, 2),
                AdaptiveAveragePooling2D.of(1),
                shape(3, 4, 1));
        ROWS.row(
                "adaptive_average_pooling3d",
                AdaptiveAveragePooling3D.of(2),
                AdaptiveAveragePooling3D.of(1),
                shape(3, 2, 2, 1));
        ROWS.row(
                "adaptive_max_pooling1d",
                AdaptiveMaxPooling1D.of(2).dataFormat(FIRST),
                AdaptiveMaxPooling1D.of(1),
                shape(2, 5));
        ROWS.row(
                "adaptive_max_pooling2d",
                AdaptiveMaxPooling2D.of(3, 2),
                AdaptiveMaxPooling2D.of(1),
                shape(4, 3, 1));
        ROWS.row(
                "adaptive_max_pooling3d",
                AdaptiveMaxPooling3D.of(1, 2, 3),
                AdaptiveMaxPooling3D.of(1),
                shape(2, 3, 4, 1));
        ROWS.row("flatten_volume", Flatten.of().dataFormat(FIRST), Flatten.of(), shape(2, 1, 2, 2));
    }

    ReshapingLayersTest() {
        super(ROWS);
    }
}
