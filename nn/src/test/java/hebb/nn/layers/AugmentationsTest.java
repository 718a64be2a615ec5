package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.Wrong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that blur, bend, mix or equalize images: with given random numbers they do what Keras
/// does.
class AugmentationsTest {
    private static final Golden KERAS = Golden.of("augmentations");
    private static final Map<String, UnaryOperator<Tensor>> CASES = new LinkedHashMap<>();

    static {
        posterized("posterization", RandomPosterization.of(3));
        posterized("posterization_range", RandomPosterization.of(3).valueRange(-255, 255));
        blurred("blur", RandomGaussianBlur.of());
        blurred("blur_wide", RandomGaussianBlur.of().kernelSize(5, 3));
        var perspective = RandomPerspective.of().fillValue(9);
        tilted("perspective", perspective);
        tilted("perspective_nearest", perspective.interpolation(Interpolation.NEAREST));
        for (var fill : FillMode.values()) {
            var name = "elastic_" + fill;
            var layer = RandomElasticTransform.of().fillMode(fill).fillValue(7);
            CASES.put(
                    name,
                    x ->
                            layer.distorted(
                                    x,
                                    KERAS.tensor(name, "strength"),
                                    KERAS.tensor(name, "noise")));
        }
        CASES.put("mix_up", x -> mixedUp(x).images());
        CASES.put("cut_mix", x -> cutMixed(x).images());
        var equalization = Equalization.of();
        CASES.put("equalization", equalization::equalized);
        CASES.put("equalization_bins", equalization.bins(10)::equalized);
        CASES.put("equalization_range", equalization.valueRange(0, 1)::equalized);
        var clahe = ContrastLimitedAdaptiveHistogramEqualization.of();
        called("clahe", clahe);
        called("clahe_uneven", clahe.tileGridSize(3, 4));
        called("clahe_unlimited", clahe.clipLimit(0).tileGridSize(2, 2));
        called("clahe_range", clahe.valueRange(0, 1).clipLimit(1.5).tileGridSize(2, 3));
        CASES.put("boxes_fewer", x -> boxes("boxes_fewer", 2).get(1));
        CASES.put("boxes_more", x -> boxes("boxes_more", 5).get(1));
        called(
                "jitter",
                RandomColorJitter.of()
                        .brightnessFactor(0.1, 0.1)
                        .contrastFactor(0, 0)
                        .saturationFactor(0.4, 0.4)
                        .hueFactor(0, 0));
    }

    private static void posterized(String name, RandomPosterization layer) {
        CASES.put(name, x -> layer.posterized(x, ofImages(name, "bits")));
    }

    private static void blurred(String name, RandomGaussianBlur layer) {
        CASES.put(
                name,
                x -> {
                    var sigma = KERAS.tensor(name, "sigma");
                    return layer.blurred(x, sigma.get(0), sigma.get(1));
                });
    }

    private static void tilted(String name, RandomPerspective layer) {
        CASES.put(
                name,
                x -> {
                    var points = KERAS.tensor(name, "factors").add(1).reshape(3, 1, 1, 8);
                    return layer.tilted(
                            x,
                            points.slice(3, 2, 3),
                            points.slice(3, 5, 6),
                            points.slice(3, 6, 7),
                            points.slice(3, 7, 8));
                });
    }

    private static void called(String name, Layer<?> layer) {
        CASES.put(name, x -> train(layer, x).getFirst());
    }

    private static List<Tensor> train(Layer<?> layer, Tensor... xs) {
        return Scope.of(Weights.of(0), Pass.training(3, 0)).callAll(layer, List.of(xs));
    }

    private static List<Tensor> boxes(String name, int most) {
        var boxes = KERAS.tensor(name, "x");
        var layer = MaxNumBoundingBoxes.of(most);
        return train(layer, Tensor.ones(2, 1, 1, 1), boxes, KERAS.tensor(name, "labels"));
    }

    /// Numbers of three images.
    private static Tensor ofImages(String name, String tensor) {
        return KERAS.tensor(name, tensor).reshape(3, 1, 1, 1);
    }

    private static Tensor order(String name) {
        return KERAS.tensor(name, "order").cast(DType.INT32);
    }

    private static MixedImages.Mixture mixedUp(Tensor x) {
        return MixUp.of().mixed(x, order("mix_up"), ofImages("mix_up", "share"));
    }

    private static MixedImages.Mixture cutMixed(Tensor x) {
        var box =
                new CutMix.Box(
                        ofImages("cut_mix", "left"),
                        ofImages("cut_mix", "top"),
                        ofImages("cut_mix", "wide"),
                        ofImages("cut_mix", "high"));
        return CutMix.of().mixed(x, order("cut_mix"), box);
    }

    static Stream<String> cases() {
        return KERAS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatKerasDoes(String name) {
        var y = Objects.requireNonNull(CASES.get(name), name).apply(KERAS.tensor(name, "x"));
        // between pixels of different colours, the last bits of a place count many times
        assertClose(y, KERAS.tensor(name, "y"), name.startsWith("elastic") ? 2e-4 : 2e-5);
    }

    @Test
    void labelsAreMixedAsKerasDoes() {
        for (var name : List.of("mix_up", "cut_mix")) {
            var x = KERAS.tensor(name, "x");
            var share = (name.equals("mix_up") ? mixedUp(x) : cutMixed(x)).share();
            var labels = KERAS.tensor(name, "labels");
            var mixed = labels.mul(share).add(labels.take(order(name), 0).mul(share.neg().add(1)));
            assertClose(mixed, KERAS.tensor(name, "y_labels"));
        }
        assertClose(boxes("boxes_fewer", 2).get(2), KERAS.tensor("boxes_fewer", "y_labels"));
        assertClose(boxes("boxes_more", 5).get(2), KERAS.tensor("boxes_more", "y_labels"));
    }

    @Test
    void imagesAndLabelsAreMixedWithThoseOfTheSameOther() {
        // image i is all i, and so is its label: whatever was mixed, the means stay equal
        var x = Tensor.iota(Tensor.ones(16, 4, 4, 1).spec(), 0);
        var labels = Tensor.iota(Tensor.ones(16, 1).spec(), 0);
        var up = train(MixUp.of().alpha(1), x, labels);
        assertClose(up.getFirst().mean(1, 2, 3), up.getLast().flatten(), 1e-5);
        assertThat(up.getFirst().toFloats()).isNotEqualTo(x.toFloats());
        assertThat(up.getFirst().mean().item()).isNotEqualTo(x.mean().item());
        var cut = train(CutMix.of(1, 1), x, labels).getFirst().toFloats();
        for (float value : cut) {
            assertThat(value).isEqualTo(Math.round(value)); // pasted, not blended
        }
    }

    @Test
    void sharesAreOfTheBetaDistribution() {
        var zeros = Tensor.zeros(4000, 1, 1, 1);
        for (double alpha : new double[] {0.2, 1, 4}) {
            var s = Scope.of(Weights.of(0), Pass.training(5, 0));
            var draws = new ImageDraws(s, zeros, Optional.empty());
            var shares = draws.beta("b", zeros.shape(), Tensor.scalar(alpha, DType.FLOAT32));
            assertThat(shares.mean().item()).isBetween(0.48, 0.52);
            double variance = 1 / (4 * (2 * alpha + 1));
            assertThat(shares.variance().item()).isBetween(0.93 * variance, 1.07 * variance);
        }
    }

    @Test
    void chosenChangesOfNoStrengthChangeNothingButContrast() {
        var x = KERAS.tensor("mix_up", "x").round();
        var y = train(RandomColorJitter.of(), x).getFirst();
        assertClose(y, x, 0);
        var colors = train(RandomPerspective.of(0), x).getFirst();
        assertClose(colors, x, 0);
        assertClose(train(RandomElasticTransform.of().scale(0, 0), x).getFirst(), x, 0);
        assertClose(train(RandomGaussianBlur.of(0), x).getFirst(), x, 0);
    }

    @Test
    void mistakesAreNamed() {
        Wrong.says(
                """
                RandomPosterization: the factor is out of range
                  received: [1, 9]      expected: from 1 to 8 bits
                """,
                () -> RandomPosterization.of(9));
        Wrong.says(
                """
                RandomGaussianBlur: kernel_size has no middle
                  received: [3, 4]      expected: an odd number, or two of them
                """,
                () -> RandomGaussianBlur.of().kernelSize(3, 4));
        Wrong.says(
                """
                RandomShear: images cannot be filled so
                  received: mirror      expected: constant, nearest, wrap or reflect
                """,
                () -> RandomShear.of(0, 0).fillMode(FillMode.MIRROR));
        Wrong.says(
                """
                MixUp 'mix_up': the layer has the wrong number of inputs
                  received: 3      expected: images, or images and labels
                """,
                () -> {
                    var x = Tensor.ones(2, 2, 2, 1);
                    return train(MixUp.of(), x, x, x);
                });
        Wrong.says(
                """
                MaxNumBoundingBoxes 'max_num_bounding_boxes': these are no boxes of images
                  received: (2, 4)      expected: boxes (batch, n, 4)
                """,
                () -> {
                    var x = Tensor.ones(2, 2, 2, 1);
                    return train(MaxNumBoundingBoxes.of(1), x, Tensor.ones(2, 4), x);
                });
    }
}
