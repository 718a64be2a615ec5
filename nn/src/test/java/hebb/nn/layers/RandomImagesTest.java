package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.image.Interpolation;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.Wrong;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that change images at random: what they do with given random numbers is what Keras does.
class RandomImagesTest {
    private static final Golden KERAS = Golden.of("random_images");
    private static final Map<String, UnaryOperator<Tensor>> CASES = new LinkedHashMap<>();

    static {
        for (var mode : RandomFlip.Mode.values()) {
            var name = "flip_" + mode;
            CASES.put(
                    name, x -> RandomFlip.of(mode).flipped(x, given(name, "factor").greater(0.5)));
        }
        for (var fill : EnumSet.complementOf(EnumSet.of(FillMode.MIRROR))) {
            for (var by : List.of(Interpolation.BILINEAR, Interpolation.NEAREST)) {
                var name = "translation_" + fill + "_" + by;
                var layer =
                        RandomTranslation.of(1, 1).fillMode(fill).interpolation(by).fillValue(7);
                CASES.put(
                        name,
                        x ->
                                layer.moved(
                                        x,
                                        layer.map(x, given(name, "down"), given(name, "right"))));
            }
        }
        var rotation = RandomRotation.of(0.5);
        CASES.put("rotation", x -> rotation.moved(x, rotation.map(x, given("rotation", "factor"))));
        var zoom = RandomZoom.of(0.5).fillMode(FillMode.CONSTANT);
        CASES.put(
                "zoom",
                x -> zoom.moved(x, zoom.map(x, given("zoom", "high"), given("zoom", "wide"))));
        var shear = RandomShear.of(0.5, 0.5);
        CASES.put(
                "shear",
                x -> {
                    var factors = KERAS.tensor("shear", "shear");
                    var ofX = factors.slice(1, 0, 1).reshape(2, 1, 1, 1);
                    var ofY = factors.slice(1, 1, 2).reshape(2, 1, 1, 1);
                    return shear.moved(x, shear.map(x, ofX, ofY));
                });
        colors("brightness", RandomBrightness.of(0.5));
        colors("contrast", RandomContrast.of(0.5));
        colors("degeneration", RandomColorDegeneration.of(0.5));
        colors("saturation", RandomSaturation.of(0.5).valueRange(0, 1));
        colors("hue", RandomHue.of(0.5));
        colors("sharpness", RandomSharpness.of(0.5));
        colors("invert", RandomInvert.of());
        CASES.put(
                "grayscale",
                x -> RandomGrayscale.of().greyed(x, given("grayscale", "factor").greater(0.5)));
        solarization("solarization", Solarization.of());
        solarization("solarization_range", Solarization.of().valueRange(-255, 510));
        CASES.put("auto_contrast", x -> run(AutoContrast.of(), x, false));
        CASES.put("auto_contrast_range", x -> run(AutoContrast.of().valueRange(0, 510), x, false));
    }

    private static void colors(String name, RandomColors<?> layer) {
        CASES.put(name, x -> layer.adjusted(x, given(name, "factor")));
    }

    private static void solarization(String name, Solarization layer) {
        CASES.put(
                name, x -> layer.solarized(x, given(name, "additions"), given(name, "thresholds")));
    }

    /// Numbers of two images.
    private static Tensor given(String name, String tensor) {
        return KERAS.tensor(name, tensor).reshape(2, 1, 1, 1);
    }

    static Stream<String> cases() {
        return KERAS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatKerasDoes(String name) {
        var y = Objects.requireNonNull(CASES.get(name), name).apply(KERAS.tensor(name, "x"));
        assertClose(y, KERAS.tensor(name, "y"), 2e-5);
    }

    private static Tensor run(Layer<?> layer, Tensor x, boolean training) {
        var weights = Weights.of(3);
        return Traced.ofAll(
                        xs -> {
                            var pass = training ? Pass.training(11, 0) : Pass.inference();
                            return List.of(Scope.of(weights, pass).call(layer, xs.getFirst()));
                        })
                .runAll(List.of(x))
                .getFirst();
    }

    static Stream<Layer<?>> layers() {
        return Stream.of(
                RandomFlip.of(RandomFlip.Mode.HORIZONTAL),
                RandomTranslation.of(0.2, 0.3).heightFactor(-0.5, 0.1).widthFactor(0, 1),
                RandomRotation.of(0.2),
                RandomRotation.of(-0.1, 0.2).fillMode(FillMode.WRAP),
                RandomZoom.of(0.3).widthFactor(-0.5, 0).fillValue(2),
                RandomZoom.of(-0.3, 0.1).interpolation(Interpolation.NEAREST),
                RandomShear.of(0.3, 0.2),
                RandomCrop.of(3, 2),
                RandomCrop.of(9, 2),
                RandomBrightness.of(0.2),
                RandomBrightness.of(-0.2, 0.5),
                RandomContrast.of(0.2, 0.4),
                RandomColorDegeneration.of(0.1, 0.3),
                RandomSaturation.of(0.4, 0.6),
                RandomHue.of(0.2, 0.4),
                RandomSharpness.of(0.2, 0.9),
                RandomInvert.of(0.4, 1),
                RandomGrayscale.of(1),
                RandomErasing.of().scale(0.5, 0.9),
                RandomErasing.of(0.5).fillValue(3, 4, 5).valueRange(0, 10),
                Solarization.of().additionFactor(0.2).thresholdFactor(0.5),
                AutoContrast.of());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void trainsOnBatchesAndOnSingleImages(Layer<?> layer) {
        var x = KERAS.tensor("brightness", "x");
        var y = run(layer, x, true);
        assertThat(y.dim(0)).isEqualTo(2);
        assertThat(y.dim(3)).isEqualTo(3);
        assertThat(y.isFinite().all().item()).isEqualTo(1);
        assertThat(run(layer, x.get(0), true).shape()).isEqualTo(y.shape().slice(1, 4));
        var bytes = run(layer, x.cast(DType.UINT8), true);
        assertThat(bytes.spec()).isEqualTo(y.spec());
        var inferred =
                Traced.ofAll(xs ->
                                List.of(
                                        Scope.of(Weights.of(0), Pass.training(11, 0))
                                                .call(layer, xs.getFirst())))
                        .infer(List.of(new Spec(Shape.of(-1, 4, 5, 3), DType.FLOAT32)));
        assertThat(inferred).containsExactly(new Spec(y.shape().with(0, -1), DType.FLOAT32));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void leavesImagesAloneWhenNotTraining(Layer<?> layer) {
        var x = KERAS.tensor("brightness", "x");
        if (!(layer instanceof AutoContrast)) {
            assertClose(run(layer, x, false), x, 0);
        }
    }

    @Test
    void eachImageIsChangedOtherwise() {
        var x = Tensor.full(100, new Spec(Shape.of(8, 2, 2, 3), DType.FLOAT32));
        var means = run(RandomBrightness.of(0.3), x, true).mean(1, 2, 3).toFloats();
        assertThat(Arrays.stream(box(means)).distinct().count()).isEqualTo(8);
        assertThat(box(means)).allMatch(m -> m >= 100 - 0.3f * 255 && m <= 100 + 0.3f * 255);
        var seeded = RandomBrightness.of(0.3).seed(5);
        assertClose(run(seeded, x, true), run(seeded, x, true), 0);
    }

    private static Float[] box(float... values) {
        var boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return boxed;
    }

    @Test
    void cropsKeepPixels() {
        var x = Tensor.iota(new Spec(Shape.of(1, 6, 6, 1), DType.FLOAT32), 2);
        var y = run(RandomCrop.of(3, 2), x, true);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 3, 2, 1));
        double left = y.at(0, 0, 0, 0);
        assertThat(y.toDoubles()).containsExactly(left, left + 1, left, left + 1, left, left + 1);
    }

    @Test
    void channelsMayComeFirst() {
        var x = KERAS.tensor("flip_horizontal", "x");
        var layer = RandomFlip.of(RandomFlip.Mode.HORIZONTAL);
        var first = run(layer.dataFormat(DataFormat.CHANNELS_FIRST), x.transpose(0, 3, 1, 2), true);
        assertClose(first.transpose(0, 2, 3, 1), run(layer, x, true), 0);
    }

    @Test
    void optionsAreThoseOfKeras() {
        assertThat(RandomFlip.of())
                .hasToString(
                        "RandomFlip(data_format=channels_last, seed=None,"
                                + " mode=horizontal_and_vertical)");
        assertThat(RandomRotation.of(0.2))
                .hasToString(
                        "RandomRotation(data_format=channels_last, factor=[-0.2, 0.2],"
                                + " fill_mode=reflect, fill_value=0.0, interpolation=bilinear,"
                                + " seed=None)");
        assertThat(RandomZoom.of(0.1))
                .hasToString(
                        "RandomZoom(data_format=channels_last, height_factor=[-0.1, 0.1],"
                                + " width_factor=None, fill_mode=reflect, interpolation=bilinear,"
                                + " seed=None, fill_value=0.0)");
        assertThat(RandomShear.of(0.1, 0.2))
                .hasToString(
                        "RandomShear(data_format=channels_last, x_factor=[-0.1, 0.1],"
                                + " y_factor=[-0.2, 0.2], fill_mode=reflect,"
                                + " interpolation=bilinear, seed=None, fill_value=0.0)");
        assertThat(RandomContrast.of(0.2))
                .hasToString(
                        "RandomContrast(data_format=channels_last, factor=[0.0, 0.2],"
                                + " value_range=[0.0, 255.0], seed=None)");
        assertThat(RandomGrayscale.of())
                .hasToString("RandomGrayscale(data_format=channels_last, factor=0.5)");
        assertThat(RandomCrop.of(2, 3))
                .hasToString("RandomCrop(data_format=channels_last, height=2, width=3, seed=None)");
        assertThat(AutoContrast.of())
                .hasToString("AutoContrast(data_format=channels_last, value_range=[0.0, 255.0])");
    }

    @Test
    void mistakesAreNamed() {
        Wrong.says(
                """
                RandomContrast: the factor is out of range
                  received: 1.5      expected: from 0.0 to 1.0
                """,
                () -> RandomContrast.of(1.5));
        Wrong.says(
                """
                RandomRotation: the factor is out of range
                  received: [-2.0, 0.5]      expected: from -1.0 to 1.0
                """,
                () -> RandomRotation.of(-2, 0.5));
        Wrong.says(
                """
                RandomZoom: images cannot be moved so
                  received: bicubic      expected: nearest or bilinear
                """,
                () -> RandomZoom.of(0.1).interpolation(Interpolation.BICUBIC));
        Wrong.says(
                """
                RandomHue: value_range is no range
                  received: [1.0, 0.0]      expected: two numbers, the larger one behind
                """,
                () -> RandomHue.of(0.1).valueRange(1, 0));
        Wrong.says(
                """
                RandomShear: the factor is no range
                  received: [1.0]      expected: a number, or two of them
                """,
                () -> {
                    RandomShear.of(0, 0).options().assign("x_factor", List.of(1.0));
                    return "";
                });
    }
}
