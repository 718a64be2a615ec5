package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

import hebb.data.image.Interpolation;

/// The layer contract of layers that change images, in training at random.
class ImageContractTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();

    static {
        places();
        colors();
    }

    ImageContractTest() {
        super(ROWS);
    }

    private static void places() {
        var image = shape(4, 5, 3);
        var small = shape(3, 2, 1);
        ROWS.colors(
                "random_flip", RandomFlip.of(RandomFlip.Mode.HORIZONTAL), RandomFlip.of(), small);
        ROWS.colors(
                "random_translation",
                RandomTranslation.of(0.2, 0.3).heightFactor(-0.5, 0.1).widthFactor(0, 1),
                RandomTranslation.of(0, 0),
                small);
        ROWS.colors(
                "random_rotation",
                RandomRotation.of(-0.1, 0.2).fillMode(FillMode.WRAP),
                RandomRotation.of(0),
                small);
        ROWS.colors(
                "random_zoom",
                RandomZoom.of(0.3).widthFactor(-0.5, 0).fillMode(FillMode.CONSTANT).fillValue(2),
                RandomZoom.of(0),
                small);
        ROWS.colors(
                "random_shear",
                RandomShear.of(0.3, 0.2).interpolation(Interpolation.NEAREST).seed(4),
                RandomShear.of(0, 0),
                small);
        ROWS.colors("random_crop", RandomCrop.of(2, 2), RandomCrop.of(1, 1), shape(2, 2, 1));
        ROWS.colors(
                "random_erasing",
                RandomErasing.of().scale(0.5, 0.9).fillValue(3, 4, 5).valueRange(0, 10),
                RandomErasing.of(0.1),
                image);
    }

    private static void colors() {
        var image = shape(2, 2, 3);
        ROWS.colors(
                "random_brightness",
                RandomBrightness.of(-0.2, 0.5).valueRange(0, 400),
                RandomBrightness.of(0),
                image);
        ROWS.colors("random_contrast", RandomContrast.of(0.2, 0.4), RandomContrast.of(0), image);
        ROWS.colors(
                "random_color_degeneration",
                RandomColorDegeneration.of(0.1, 0.3),
                RandomColorDegeneration.of(0),
                image);
        ROWS.colors(
                "random_saturation",
                RandomSaturation.of(0.4, 0.6),
                RandomSaturation.of(0).seed(3),
                image);
        ROWS.colors("random_hue", RandomHue.of(0.2, 0.4), RandomHue.of(0), image);
        ROWS.colors(
                "random_sharpness",
                RandomSharpness.of(0.2, 0.9).dataFormat(DataFormat.CHANNELS_FIRST),
                RandomSharpness.of(0),
                image);
        ROWS.colors("random_invert", RandomInvert.of(0.4, 1), RandomInvert.of(0), image);
        ROWS.colors("random_grayscale", RandomGrayscale.of(1), RandomGrayscale.of(0), image);
        ROWS.colors(
                "solarization",
                Solarization.of().additionFactor(0.2).thresholdFactor(0.5),
                Solarization.of(),
                image);
        ROWS.colors("auto_contrast", AutoContrast.of().valueRange(0, 9), AutoContrast.of(), image);
    }
}
