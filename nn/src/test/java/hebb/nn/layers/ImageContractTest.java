package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

import hebb.data.image.Interpolation;

/// The layer contract of layers that change images, in training at random.
class ImageContractTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();

    static {
        places();
        colors();
        mixtures();
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
        ROWS.colors(
                "random_perspective",
                RandomPerspective.of(0.9, 1).scale(0.5).fillValue(3),
                RandomPerspective.of(),
                small);
        ROWS.row(
                "random_elastic_transform",
                RandomElasticTransform.of(0.9, 1)
                        .scale(0.9, 1)
                        .fillMode(FillMode.MIRROR)
                        .valueRange(-2, 2),
                RandomElasticTransform.of(0),
                shape(24, 22, 1));
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

    private static void mixtures() {
        var image = shape(3, 4, 3);
        var small = shape(3, 2, 1);
        ROWS.colors(
                "random_color_jitter",
                RandomColorJitter.of()
                        .brightnessFactor(-0.1, 0.1)
                        .contrastFactor(0, 0.2)
                        .saturationFactor(0.4, 0.5)
                        .hueFactor(0, 0.1)
                        .valueRange(-9, 400),
                RandomColorJitter.of(),
                image);
        ROWS.colors(
                "random_gaussian_blur",
                RandomGaussianBlur.of(0.8).kernelSize(3, 5).sigma(0.5, 0.8),
                RandomGaussianBlur.of(),
                image);
        ROWS.colors(
                "random_posterization",
                RandomPosterization.of(2, 7).valueRange(0, 300),
                RandomPosterization.of(1),
                small);
        ROWS.colors("equalization", Equalization.of().bins(20), Equalization.of(), image);
        ROWS.colors(
                "clahe",
                ContrastLimitedAdaptiveHistogramEqualization.of().tileGridSize(2, 3).clipLimit(2),
                ContrastLimitedAdaptiveHistogramEqualization.of().valueRange(0, 1),
                shape(5, 6, 1));
        ROWS.colors("mix_up", MixUp.of().alpha(0.7), MixUp.of().seed(3), small);
        ROWS.colors("cut_mix", CutMix.of(0.4, 0.6), CutMix.of(), small);
        ROWS.colors("aug_mix", AugMix.of().numChains(2).chainDepth(1), AugMix.of(), small);
        ROWS.colors(
                "rand_augment",
                RandAugment.of().numOps(1).factor(0.1, 0.3),
                RandAugment.of(),
                image);
        ROWS.colors(
                "max_num_bounding_boxes",
                MaxNumBoundingBoxes.of(3),
                MaxNumBoundingBoxes.of(1),
                small);
        ROWS.colors(
                "pipeline",
                Pipeline.of(Rescaling.of(1 / 255.0), Dense.of(2), RandomFlip.of(), Dense.of(1)),
                Pipeline.of(),
                small);
    }
}
