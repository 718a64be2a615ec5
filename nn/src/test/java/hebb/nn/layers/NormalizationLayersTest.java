package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

import hebb.nn.initializers.Initializer;

/// Normalizing layers.
class NormalizationLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("normalizations");

    static {
        var random = Initializer.randomUniform();
        ROWS.row(
                "layer_normalization",
                LayerNormalization.of().betaInitializer(random).gammaInitializer(random),
                LayerNormalization.of(),
                shape(3, 2));
        ROWS.row(
                "layer_normalization_axes",
                LayerNormalization.of().axis(-2, -1).epsilon(0.1),
                LayerNormalization.of(),
                shape(2, 3, 2));
        ROWS.row(
                "layer_normalization_axis",
                LayerNormalization.of().axis(1).center(false),
                LayerNormalization.of(),
                shape(3, 2));
        ROWS.row(
                "layer_normalization_plain",
                LayerNormalization.of().center(false).scale(false),
                LayerNormalization.of(),
                shape(3, 2));
        ROWS.row(
                "layer_normalization_rms",
                LayerNormalization.of().rmsScaling(true),
                LayerNormalization.of(),
                shape(3, 2));
        ROWS.row(
                "group_normalization",
                GroupNormalization.of(3),
                GroupNormalization.of(),
                shape(2, 2, 6));
        ROWS.row(
                "group_normalization_each",
                GroupNormalization.of(-1).epsilon(0.01),
                GroupNormalization.of(),
                shape(2, 2, 3));
        ROWS.row(
                "group_normalization_axis",
                GroupNormalization.of(2).axis(1).scale(false),
                GroupNormalization.of(),
                shape(4, 2, 2));
        ROWS.row(
                "group_normalization_middle",
                GroupNormalization.of(2).axis(-3).center(false),
                GroupNormalization.of(),
                shape(4, 2, 2));
        ROWS.row(
                "rms_normalization",
                RMSNormalization.of(),
                RMSNormalization.of().epsilon(1),
                shape(3, 2));
        ROWS.row(
                "rms_normalization_axes",
                RMSNormalization.of().axis(1, 2).epsilon(0.1),
                RMSNormalization.of(),
                shape(3, 2));
        ROWS.row(
                "unit_normalization",
                UnitNormalization.of(),
                UnitNormalization.of().axis(1),
                shape(3, 2));
        ROWS.row(
                "unit_normalization_axes",
                UnitNormalization.of().axis(1, 2),
                UnitNormalization.of(),
                shape(3, 2));
    }

    NormalizationLayersTest() {
        super(ROWS);
    }
}
