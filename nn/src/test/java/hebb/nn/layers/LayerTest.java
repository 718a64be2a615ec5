package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

import hebb.core.shape.Shape;
import hebb.nn.Layer;
import hebb.nn.constraints.MaxNorm;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.L2;

/// Layers of all kinds against Keras's numbers and against the contract.
class LayerTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("layers");

    private static <S extends Layer<S>> void row(String name, S layer, S other, Shape... samples) {
        ROWS.row(name, layer, other, samples);
    }

    static {
        dense();
        convolutions();
        poolings();
        shapes();
        activations();
        merging();
        others();
    }

    LayerTest() {
        super(ROWS);
    }

    private static void dense() {
        row("dense", Dense.of(5).activation(Activation.TANH), Dense.of(1).useBias(false), shape(4));
        row("dense_steps", Dense.of(3).useBias(false), Dense.of(2), shape(3, 4));
    }

    private static void convolutions() {
        row("conv1d_valid", Conv1D.of(3, 3), Conv1D.of(1, 1), shape(5, 2));
        row(
                "conv1d_same",
                Conv1D.of(3, 4).strides(2).padding(Padding.SAME),
                Conv1D.of(1, 1),
                shape(5, 2));
        row(
                "conv1d_causal",
                Conv1D.of(3, 3).dilationRate(2).padding(Padding.CAUSAL),
                Conv1D.of(1, 1),
                shape(5, 2));
        row(
                "conv2d_valid",
                Conv2D.of(3, 3).activation(Activation.RELU),
                Conv2D.of(1, 1),
                shape(4, 4, 2));
        row(
                "conv2d_same",
                Conv2D.of(3, 3, 2).padding(Padding.SAME),
                Conv2D.of(1, 1),
                shape(3, 4, 2));
        row(
                "conv2d_strides",
                Conv2D.of(3, 4).strides(2, 3).padding(Padding.SAME),
                Conv2D.of(1, 1),
                shape(5, 4, 2));
        row(
                "conv2d_dilated",
                Conv2D.of(3, 3).dilationRate(2).padding(Padding.SAME),
                Conv2D.of(1, 1),
                shape(4, 3, 2));
        row(
                "conv2d_groups",
                Conv2D.of(4, 3).groups(2).useBias(false),
                Conv2D.of(1, 1),
                shape(3, 4, 4));
        row(
                "conv2d_channels_first",
                Conv2D.of(3, 2, 3)
                        .strides(2)
                        .padding(Padding.SAME)
                        .dataFormat(DataFormat.CHANNELS_FIRST),
                Conv2D.of(1, 1),
                shape(2, 3, 4));
        row("conv3d_valid", Conv3D.of(2, 2, 3, 2), Conv3D.of(1, 1), shape(2, 3, 3, 2));
        row(
                "conv3d_same",
                Conv3D.of(2, 3).strides(2).padding(Padding.SAME),
                Conv3D.of(1, 1),
                shape(2, 3, 2, 2));
    }

    private static void poolings() {
        row(
                "max_pooling1d",
                MaxPooling1D.of(3).strides(2).padding(Padding.SAME),
                MaxPooling1D.of(),
                shape(5, 2));
        row(
                "max_pooling2d_channels_first",
                MaxPooling2D.of().dataFormat(DataFormat.CHANNELS_FIRST),
                MaxPooling2D.of(),
                shape(2, 5, 4));
        row(
                "global_max_pooling2d_channels_first",
                GlobalMaxPooling2D.of().keepdims(true).dataFormat(DataFormat.CHANNELS_FIRST),
                GlobalMaxPooling2D.of(),
                shape(2, 3, 4));
        row("max_pooling2d", MaxPooling2D.of(), MaxPooling2D.of(3), shape(5, 4, 2));
        row(
                "max_pooling2d_same",
                MaxPooling2D.of(3, 2).strides(2).padding(Padding.SAME),
                MaxPooling2D.of(),
                shape(4, 3, 2));
        row(
                "max_pooling3d",
                MaxPooling3D.of(2).padding(Padding.SAME),
                MaxPooling3D.of(3),
                shape(3, 2, 2, 2));
        row(
                "average_pooling1d",
                AveragePooling1D.of(3).strides(2).padding(Padding.SAME),
                AveragePooling1D.of(),
                shape(5, 2));
        row(
                "average_pooling2d",
                AveragePooling2D.of(2, 3).strides(1),
                AveragePooling2D.of(),
                shape(4, 4, 2));
        row(
                "average_pooling2d_same",
                AveragePooling2D.of(3).strides(2).padding(Padding.SAME),
                AveragePooling2D.of(),
                shape(4, 3, 2));
        row(
                "average_pooling3d",
                AveragePooling3D.of().padding(Padding.SAME),
                AveragePooling3D.of(3),
                shape(3, 2, 2, 2));
        row(
                "global_average_pooling1d",
                GlobalAveragePooling1D.of(),
                GlobalAveragePooling1D.of().keepdims(true),
                shape(5, 2));
        row(
                "global_average_pooling2d",
                GlobalAveragePooling2D.of(),
                GlobalAveragePooling2D.of().keepdims(true),
                shape(3, 4, 2));
        row(
                "global_average_pooling2d_keepdims",
                GlobalAveragePooling2D.of().keepdims(true),
                GlobalAveragePooling2D.of(),
                shape(3, 4, 2));
        row(
                "global_average_pooling3d",
                GlobalAveragePooling3D.of(),
                GlobalAveragePooling3D.of().keepdims(true),
                shape(2, 3, 2, 2));
        row(
                "global_max_pooling1d",
                GlobalMaxPooling1D.of(),
                GlobalMaxPooling1D.of().keepdims(true),
                shape(5, 2));
        row(
                "global_max_pooling2d",
                GlobalMaxPooling2D.of(),
                GlobalMaxPooling2D.of().keepdims(true),
                shape(3, 4, 2));
        row(
                "global_max_pooling3d",
                GlobalMaxPooling3D.of().keepdims(true),
                GlobalMaxPooling3D.of(),
                shape(2, 3, 2, 2));
    }

    private static void shapes() {
        row("flatten", Flatten.of(), Flatten.of(), shape(3, 2));
        row(
                "flatten_channels_first",
                Flatten.of().dataFormat(DataFormat.CHANNELS_FIRST),
                Flatten.of(),
                shape(3, 2));
        row("reshape", Reshape.of(2, -1), Reshape.of(1), shape(4, 3));
        row("permute", Permute.of(2, 1), Permute.of(1), shape(4, 3));
    }

    private static void activations() {
        row("activation", Activation.of("relu"), Activation.of("tanh"), shape(4));
        row("relu", ReLU.of(), ReLU.of().maxValue(3), shape(4));
        row(
                "relu_all",
                ReLU.of().maxValue(1.5).negativeSlope(0.1).threshold(0.5),
                ReLU.of(),
                shape(4));
        row("leaky_relu", LeakyReLU.of(), LeakyReLU.of().negativeSlope(0.1), shape(4));
        row("elu", ELU.of().alpha(0.5), ELU.of(), shape(4));
        row(
                "prelu",
                PReLU.of().alphaInitializer(Initializer.glorotUniform()),
                PReLU.of(),
                shape(3, 2));
        row(
                "prelu_shared",
                PReLU.of().alphaInitializer(Initializer.glorotUniform()).sharedAxes(1),
                PReLU.of(),
                shape(3, 2));
        row("softmax", Softmax.of(), Softmax.of(1), shape(3, 4));
        row("softmax_axis", Softmax.of(1), Softmax.of(), shape(3, 4));
        row("softmax_axes", Softmax.of(1, 2), Softmax.of(), shape(3, 4));
    }

    private static void merging() {
        row("add", Add.of(), Add.of(), shape(4), shape(4), shape(4));
        row("subtract", Subtract.of(), Subtract.of(), shape(4), shape(4));
        row("multiply", Multiply.of(), Multiply.of(), shape(4), shape(4), shape(4));
        row("average", Average.of(), Average.of(), shape(4), shape(4), shape(4));
        row("maximum", Maximum.of(), Maximum.of(), shape(4), shape(4));
        row("minimum", Minimum.of(), Minimum.of(), shape(4), shape(4));
        row("add_ranks", Add.of(), Add.of(), shape(3, 4), shape(4));
        row("concatenate", Concatenate.of(), Concatenate.of(1), shape(3), shape(2), shape(1));
        row("concatenate_axis", Concatenate.of(1), Concatenate.of(), shape(3, 2), shape(1, 2));
        row("dot", Dot.of(1), Dot.of(2, 2), shape(4), shape(4));
        row("dot_normalized", Dot.of(-1).normalize(true), Dot.of(1), shape(4), shape(4));
        row("dot_matrices", Dot.of(2, 1), Dot.of(1), shape(2, 3), shape(3, 2));
        row("dot_axes", Dot.of(1, 3), Dot.of(1), shape(3, 2), shape(2, 2, 3));
    }

    private static void others() {
        row(
                "batch_normalization",
                BatchNormalization.of()
                        .gammaInitializer(Initializer.randomUniform())
                        .betaConstraint(MaxNorm.of(3))
                        .betaRegularizer(L2.of()),
                BatchNormalization.of().center(false),
                shape(3, 2));
        row(
                "batch_normalization_axis",
                BatchNormalization.of().axis(1).momentum(0.8).epsilon(1e-2).center(false),
                BatchNormalization.of().scale(false),
                shape(3, 2));
        ROWS.outsideTraining( // there, no gradient flows where finite differences see a slope
                "batch_normalization_renorm",
                BatchNormalizationTest.renormalizing(),
                BatchNormalization.of(),
                shape(3, 2));
        ROWS.random("input", Input.of(4), Input.of(1), shape(4));
        Lambda.register("halved", x -> x.div(2));
        ROWS.random("lambda", Lambda.of("halved"), Lambda.of("", x -> x), shape(4));
        row("identity", IdentityLayer.of(), IdentityLayer.of(), shape(4));
        row("rescaling", Rescaling.of(0.5).offset(-1), Rescaling.of(1), shape(4));
        row(
                "rescaling_channels",
                Rescaling.of(1, 0.5, 2, -1).offset(0, 1, 0, 2),
                Rescaling.of(1),
                shape(2, 4));
        ROWS.random("dropout", Dropout.of(0.4), Dropout.of(0.1), shape(5));
        ROWS.random(
                "dropout_noise_shape",
                Dropout.of(0.4).noiseShape(-1, 1, 3).seed(3),
                Dropout.of(0.1),
                shape(4, 3));
    }
}
