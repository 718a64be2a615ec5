package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.Dataset;
import hebb.data.image.Interpolation;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that prepare numbers and images, against Keras's numbers.
class PreprocessingTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();
    private static final Golden KERAS = Golden.of("preprocessing");
    private static final Map<String, Layer<?>> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("normalization", adapted("normalization", Normalization.of()));
        LAYERS.put(
                "normalization_scalar", adapted("normalization_scalar", Normalization.of().axis()));
        LAYERS.put(
                "normalization_axes", adapted("normalization_axes", Normalization.of().axis(1, 2)));
        LAYERS.put(
                "normalization_axis_1",
                adapted("normalization_axis_1", Normalization.of().axis(1)));
        LAYERS.put(
                "normalization_inverted",
                adapted("normalization_inverted", Normalization.of().invert(true)));
        LAYERS.put(
                "normalization_given",
                Normalization.of(Tensor.of(1f, 2, 3), Tensor.of(4f, 0.25f, 0)));
        LAYERS.put("normalization_number", Normalization.of(2, 9));
        for (var mode :
                List.of(
                        OutputMode.INT,
                        OutputMode.ONE_HOT,
                        OutputMode.MULTI_HOT,
                        OutputMode.COUNT)) {
            LAYERS.put("discretization_" + mode, Discretization.of(-1, 0, 0.5).outputMode(mode));
        }
        LAYERS.put(
                "discretization_column", Discretization.of(-1, 0.5).outputMode(OutputMode.ONE_HOT));
        LAYERS.put("category_one_hot", CategoryEncoding.of(4).outputMode(OutputMode.ONE_HOT));
        LAYERS.put("category_column", CategoryEncoding.of(4).outputMode(OutputMode.ONE_HOT));
        LAYERS.put("category_multi_hot", CategoryEncoding.of(5));
        LAYERS.put("category_count", CategoryEncoding.of(5).outputMode(OutputMode.COUNT));
        LAYERS.put("category_sample", CategoryEncoding.of(5).outputMode(OutputMode.COUNT));
        for (var by :
                List.of(
                        Interpolation.NEAREST,
                        Interpolation.BILINEAR,
                        Interpolation.BICUBIC,
                        Interpolation.LANCZOS3,
                        Interpolation.LANCZOS5)) {
            LAYERS.put("resize_" + by + "_up", Resizing.of(7, 8).interpolation(by));
            LAYERS.put("resize_" + by + "_down", Resizing.of(4, 3).interpolation(by));
            LAYERS.put(
                    "resize_" + by + "_smooth",
                    Resizing.of(4, 3).interpolation(by).antialias(true));
        }
        LAYERS.put("resize_one", Resizing.of(3, 5));
        LAYERS.put("resize_crop", Resizing.of(3, 5).cropToAspectRatio(true));
        LAYERS.put("resize_pad", Resizing.of(6, 6).padToAspectRatio(true).fillValue(0.5));
        LAYERS.put("resize_pad_wide", Resizing.of(4, 9).padToAspectRatio(true));
        LAYERS.put("resize_first", Resizing.of(3, 2).dataFormat(DataFormat.CHANNELS_FIRST));
        LAYERS.put("crop", CenterCrop.of(4, 3));
        LAYERS.put("crop_small", CenterCrop.of(6, 3));
        LAYERS.put("crop_one", CenterCrop.of(2, 2));
        LAYERS.put("crop_first", CenterCrop.of(2, 3).dataFormat(DataFormat.CHANNELS_FIRST));
    }

    static {
        var image = Shape.of(4, 5, 2);
        ROWS.row(
                "normalization",
                Normalization.of(1, 2).invert(true),
                Normalization.of(),
                Shape.of(3));
        ROWS.row(
                "discretization",
                Discretization.of(0, 1).outputMode(OutputMode.ONE_HOT).epsilon(0.2),
                Discretization.ofBins(2),
                Shape.of(3));
        ROWS.row(
                "category_encoding",
                CategoryEncoding.of(3).outputMode(OutputMode.COUNT),
                CategoryEncoding.of(2),
                Shape.of(3));
        ROWS.row(
                "resizing",
                Resizing.of(3, 3)
                        .interpolation(Interpolation.BICUBIC)
                        .antialias(true)
                        .cropToAspectRatio(true),
                Resizing.of(1, 1).fillValue(3).padToAspectRatio(true),
                image);
        ROWS.row("center_crop", CenterCrop.of(3, 2), CenterCrop.of(1, 1), image);
        ROWS.row(
                "integer_lookup",
                IntegerLookup.of(1, 0, 7).outputMode(OutputMode.MULTI_HOT),
                IntegerLookup.of(),
                Shape.of(3));
    }

    PreprocessingTest() {
        super(ROWS);
    }

    private static Normalization adapted(String name, Normalization layer) {
        return layer.adapt(KERAS.tensor(name, "data"));
    }

    static Stream<String> layers() {
        return LAYERS.keySet().stream();
    }

    private static Tensor run(Layer<?> layer, Tensor... xs) {
        var weights = Weights.of(3);
        return Traced.ofAll(given ->
                        List.of(
                                Scope.of(weights, Pass.inference())
                                        .call(layer, given.toArray(Tensor[]::new))))
                .runAll(List.of(xs))
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void computesWhatKerasComputes(String name) {
        var layer = Objects.requireNonNull(LAYERS.get(name));
        var y = run(layer, KERAS.tensor(name, "x"));
        assertClose(y.cast(DType.FLOAT32), KERAS.tensor(name, "y"), 3e-6);
    }

    @Test
    void everyCaseIsCompared() {
        var others =
                List.of(
                        "discretization_adapted",
                        "discretization_few",
                        "discretization_coarse",
                        "discretization_many",
                        "discretization_batches",
                        "category_weighted",
                        "resize_bytes");
        var all = new ArrayList<>(LAYERS.keySet());
        all.addAll(others);
        assertThat(KERAS.names()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void bytesStayBytes() {
        var x = KERAS.tensor("resize_bytes", "x").cast(DType.UINT8);
        var y = run(Resizing.of(3, 4), x);
        assertThat(y.dtype()).isEqualTo(DType.UINT8);
        assertClose(y.cast(DType.FLOAT32), KERAS.tensor("resize_bytes", "y"), 0);
    }

    @Test
    void countsCanBeWeighted() {
        var layer = CategoryEncoding.of(4).outputMode(OutputMode.COUNT);
        var x = KERAS.tensor("category_weighted", "x").cast(DType.INT32);
        var y = run(layer, x, KERAS.tensor("category_weighted", "w"));
        assertClose(y, KERAS.tensor("category_weighted", "y"));
        Wrong.says(
                """
                CategoryEncoding 'category_encoding': only counts can be weighted
                  received: a second input with output_mode multi_hot
                  fix: CategoryEncoding.of(4).outputMode(OutputMode.COUNT)
                """,
                () -> run(CategoryEncoding.of(4), x, x));
    }

    @Test
    void boundariesAreFoundInData() {
        divides("discretization_adapted", Discretization.ofBins(4));
        divides("discretization_few", Discretization.ofBins(5));
        divides("discretization_coarse", Discretization.ofBins(7).epsilon(0.1));
        divides("discretization_many", Discretization.ofBins(10).epsilon(0.02));
        var rows = KERAS.tensor("discretization_batches", "data");
        var batches = Dataset.of(rows.flatten()).batch(50);
        compare("discretization_batches", Discretization.ofBins(4).epsilon(0.05).adapt(batches));
    }

    private static void divides(String name, Discretization layer) {
        compare(name, layer.adapt(KERAS.tensor(name, "data")));
    }

    private static void compare(String name, Discretization layer) {
        var found =
                NestedNumbers.tensor(
                        Objects.requireNonNull(layer.options().values().get("bin_boundaries")));
        assertClose(found.cast(DType.FLOAT32), KERAS.tensor(name, "boundaries"));
    }

    @Test
    void normalizationAdaptsToBatchesAsToAll() {
        var data = KERAS.tensor("normalization", "data");
        var x = KERAS.tensor("normalization", "x");
        var batches = Dataset.of(data).batch(4);
        assertClose(run(Normalization.of().adapt(batches), x), KERAS.tensor("normalization", "y"));
    }

    @Test
    void typesFollowTheOutput() {
        var x = Tensor.of(new float[][] {{1, 2}});
        assertThat(run(Discretization.of(1), x).dtype()).isEqualTo(DType.INT32);
        assertThat(run(Discretization.of(1).outputMode(OutputMode.COUNT), x).dtype())
                .isEqualTo(DType.FLOAT32);
        assertThat(run(Normalization.of(), Tensor.of(new int[][] {{1}})).dtype())
                .isEqualTo(DType.FLOAT32);
    }

    @Test
    void mistakesAreNamed() {
        Wrong.says(
                """
                Normalization: mean and variance differ in shape
                  received: (2,) and (3,)      expected: one shape
                """,
                () -> Normalization.of(Tensor.zeros(2), Tensor.zeros(3)));
        Wrong.says(
                """
                Normalization: mean and variance are given already
                  fix: Normalization.of().adapt(data)
                """,
                () -> Normalization.of(1, 2).adapt(Tensor.zeros(2, 3)));
        Wrong.says(
                """
                Normalization 'normalization': axis is not one of the input's
                  received: [3] of (2, 3)      expected: from -2 to 1
                """,
                () -> run(Normalization.of().axis(3), Tensor.zeros(2, 3)));
        Wrong.says(
                """
                Normalization 'normalization': mean does not match the input
                  received: mean of shape (2,)      expected: a length of 3 on axis 1
                """,
                () -> run(Normalization.of(Tensor.zeros(2), Tensor.ones(2)), Tensor.zeros(2, 3)));
        Wrong.says(
                """
                Discretization 'discretization': the boundaries are not known yet
                  fix: layer.adapt(data) before it is used
                """,
                () -> run(Discretization.ofBins(3), Tensor.zeros(2, 3)));
        Wrong.says(
                """
                Discretization: the boundaries are given
                  fix: Discretization.ofBins(count).adapt(data)
                """,
                () -> Discretization.of(1).adapt(Tensor.zeros(2, 3)));
        Wrong.says(
                """
                CategoryEncoding: output_mode is not for class numbers
                  received: int      expected: one_hot, multi_hot or count
                """,
                () -> CategoryEncoding.of(3).outputMode(OutputMode.INT));
        Wrong.says(
                """
                Resizing: there is no such interpolation for layers
                  received: area      expected: one of [nearest, bilinear, bicubic, lanczos3, \
                lanczos5]
                """,
                () -> Resizing.of(3, 3).interpolation(Interpolation.AREA));
        Wrong.says(
                """
                CenterCrop 'center_crop': the input has the wrong number of axes
                  received: (2, 3)      expected: (batch, height, width, channels), or without \
                the batch
                """,
                () -> run(CenterCrop.of(1, 1), Tensor.zeros(2, 3)));
        Wrong.says(
                """
                Resizing 'resizing': images cannot be cropped and padded at once
                  expected: crop_to_aspect_ratio or pad_to_aspect_ratio
                """,
                () ->
                        run(
                                Resizing.of(1, 1).cropToAspectRatio(true).padToAspectRatio(true),
                                Tensor.zeros(2, 3, 3)));
    }

    @Test
    void optionsAreThoseOfKeras() {
        assertThat(Normalization.of())
                .hasToString("Normalization(axis=[-1], invert=false, mean=None, variance=None)");
        assertThat(Discretization.of(1, 2))
                .hasToString(
                        "Discretization(bin_boundaries=[1.0, 2.0], num_bins=None, epsilon=0.01,"
                                + " output_mode=int, sparse=false)");
        assertThat(CategoryEncoding.of(3))
                .hasToString("CategoryEncoding(num_tokens=3, output_mode=multi_hot)");
        assertThat(Resizing.of(2, 3))
                .hasToString(
                        "Resizing(data_format=channels_last, height=2, width=3,"
                                + " interpolation=bilinear,"
                                + " crop_to_aspect_ratio=false, pad_to_aspect_ratio=false,"
                                + " fill_mode='constant', fill_value=0.0, antialias=false)");
        assertThat(CenterCrop.of(2, 3))
                .hasToString("CenterCrop(data_format=channels_last, height=2, width=3)");
    }

    @Test
    void sizesAreInferred() {
        var inferred =
                Traced.ofAll(xs ->
                                List.of(
                                        Scope.of(Weights.of(0), Pass.inference())
                                                .call(Resizing.of(3, 4), xs.getFirst())))
                        .infer(List.of(new Spec(Shape.of(-1, 5, 6, 3), DType.UINT8)));
        assertThat(inferred).containsExactly(new Spec(Shape.of(-1, 3, 4, 3), DType.UINT8));
    }
}
