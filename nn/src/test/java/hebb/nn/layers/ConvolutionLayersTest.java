package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;
import static hebb.nn.layers.Padding.SAME;

/// Transposed, depthwise and separable convolutions, and what else convolutions can do.
class ConvolutionLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("convolutions");
    private static final DataFormat FIRST = DataFormat.CHANNELS_FIRST;

    static {
        ROWS.row(
                "conv1d_transpose",
                Conv1DTranspose.of(4, 3),
                Conv1DTranspose.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "conv1d_transpose_same",
                Conv1DTranspose.of(4, 3).strides(2).padding(SAME),
                Conv1DTranspose.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "conv1d_transpose_wide",
                Conv1DTranspose.of(2, 2).strides(3),
                Conv1DTranspose.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "conv1d_transpose_padded",
                Conv1DTranspose.of(2, 3).strides(3).outputPadding(1),
                Conv1DTranspose.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "conv1d_transpose_dilated",
                Conv1DTranspose.of(2, 3).dilationRate(2),
                Conv1DTranspose.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "conv2d_transpose",
                Conv2DTranspose.of(4, 3, 2).strides(2, 1).activation(Activation.TANH),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 2));
        ROWS.row(
                "conv2d_transpose_same",
                Conv2DTranspose.of(2, 3).strides(2).padding(SAME).useBias(false),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 2));
        ROWS.row(
                "conv2d_transpose_even",
                Conv2DTranspose.of(2, 2, 4).strides(2, 3).padding(SAME),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 1));
        ROWS.row(
                "conv2d_transpose_padded",
                Conv2DTranspose.of(2, 3).strides(2, 3).padding(SAME).outputPadding(1, 2),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 1));
        ROWS.row(
                "conv2d_transpose_padded_less",
                Conv2DTranspose.of(2, 4).strides(2).padding(SAME).outputPadding(0),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 1));
        ROWS.row(
                "conv2d_transpose_dilated",
                Conv2DTranspose.of(2, 2).dilationRate(2).padding(SAME),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 1));
        ROWS.row(
                "conv2d_transpose_first",
                Conv2DTranspose.of(2, 3).strides(2).padding(SAME).dataFormat(FIRST),
                Conv2DTranspose.of(1, 1),
                shape(2, 3, 2));
        ROWS.row(
                "conv3d_transpose",
                Conv3DTranspose.of(2, 2).strides(2),
                Conv3DTranspose.of(1, 1),
                shape(2, 1, 2, 2));
        ROWS.row(
                "conv3d_transpose_same",
                Conv3DTranspose.of(2, 3).strides(1, 2, 2).padding(SAME),
                Conv3DTranspose.of(1, 1),
                shape(2, 1, 2, 1));
        ROWS.row("depthwise_conv1d", DepthwiseConv1D.of(3), DepthwiseConv1D.of(1), shape(4, 2));
        ROWS.row(
                "depthwise_conv1d_all",
                DepthwiseConv1D.of(3).strides(2).padding(SAME).depthMultiplier(2).useBias(false),
                DepthwiseConv1D.of(1),
                shape(4, 2));
        ROWS.row(
                "depthwise_conv2d",
                DepthwiseConv2D.of(3).activation(Activation.RELU),
                DepthwiseConv2D.of(1),
                shape(3, 4, 2));
        ROWS.row(
                "depthwise_conv2d_multiplied",
                DepthwiseConv2D.of(2, 3).padding(SAME).depthMultiplier(2),
                DepthwiseConv2D.of(1),
                shape(3, 3, 2));
        ROWS.row(
                "depthwise_conv2d_strides",
                DepthwiseConv2D.of(3).strides(2).padding(SAME),
                DepthwiseConv2D.of(1),
                shape(3, 4, 2));
        ROWS.row(
                "depthwise_conv2d_dilated",
                DepthwiseConv2D.of(2).dilationRate(2).padding(SAME),
                DepthwiseConv2D.of(1),
                shape(3, 4, 2));
        ROWS.row(
                "depthwise_conv2d_first",
                DepthwiseConv2D.of(3).depthMultiplier(2).padding(SAME).dataFormat(FIRST),
                DepthwiseConv2D.of(1),
                shape(2, 3, 3));
        ROWS.row(
                "separable_conv1d",
                SeparableConv1D.of(4, 3).depthMultiplier(2).padding(SAME),
                SeparableConv1D.of(1, 1),
                shape(3, 2));
        ROWS.row(
                "separable_conv1d_strides",
                SeparableConv1D.of(4, 2).strides(2).activation(Activation.TANH),
                SeparableConv1D.of(1, 1),
                shape(4, 2));
        ROWS.row(
                "separable_conv2d",
                SeparableConv2D.of(4, 3, 2).depthMultiplier(2),
                SeparableConv2D.of(1, 1),
                shape(3, 3, 2));
        ROWS.row(
                "separable_conv2d_same",
                SeparableConv2D.of(2, 3).strides(2).padding(SAME).useBias(false),
                SeparableConv2D.of(1, 1),
                shape(3, 4, 2));
        ROWS.row(
                "separable_conv2d_dilated",
                SeparableConv2D.of(2, 2).dilationRate(2, 2).padding(SAME),
                SeparableConv2D.of(1, 1),
                shape(3, 4, 2));
        ROWS.row(
                "separable_conv2d_first",
                SeparableConv2D.of(2, 3).padding(SAME).dataFormat(FIRST),
                SeparableConv2D.of(1, 1),
                shape(2, 3, 3));
        ROWS.row(
                "conv1d_groups",
                Conv1D.of(4, 3).groups(2).padding(Padding.CAUSAL),
                Conv1D.of(1, 1),
                shape(4, 2));
        ROWS.row(
                "conv1d_first",
                Conv1D.of(2, 3).padding(Padding.CAUSAL).dilationRate(2).dataFormat(FIRST),
                Conv1D.of(1, 1),
                shape(2, 5));
        ROWS.row(
                "conv1d_causal_strides",
                Conv1D.of(2, 3).padding(Padding.CAUSAL).strides(2),
                Conv1D.of(1, 1),
                shape(5, 2));
        ROWS.row(
                "conv3d_groups",
                Conv3D.of(4, 2).groups(2).padding(SAME),
                Conv3D.of(1, 1),
                shape(2, 2, 1, 2));
        ROWS.row(
                "conv3d_dilated_first",
                Conv3D.of(2, 2).dilationRate(1, 2, 1).dataFormat(FIRST),
                Conv3D.of(1, 1),
                shape(1, 2, 3, 2));
    }

    ConvolutionLayersTest() {
        super(ROWS);
    }
}
