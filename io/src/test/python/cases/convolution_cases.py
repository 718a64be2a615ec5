"""Convolutions and pooling with the options that the common cases leave out."""

from keras import layers as L

from case import Case, sequential


def convolutions():
    line, plane, space = (11, 4), (9, 8, 4), (6, 5, 7, 2)
    for name, shape, layer in [
        ("conv1d_groups", line, lambda: L.Conv1D(6, 3, groups=2, activation="tanh")),
        ("conv1d_groups_strided", line, lambda: L.Conv1D(4, 4, strides=3, groups=4, padding="same")),
        ("conv1d_causal_dilated", line, lambda: L.Conv1D(3, 3, padding="causal", dilation_rate=2)),
        ("conv1d_causal_strided", line, lambda: L.Conv1D(3, 4, padding="causal", strides=2, use_bias=False)),
        ("conv1d_same_dilated_even", line, lambda: L.Conv1D(3, 2, padding="same", dilation_rate=3)),
        ("conv1d_same_stride_over_kernel", line, lambda: L.Conv1D(3, 2, strides=4, padding="same")),
        ("conv2d_same_even_kernel", plane, lambda: L.Conv2D(3, (4, 2), padding="same")),
        ("conv2d_same_stride_3", plane, lambda: L.Conv2D(3, (2, 5), strides=3, padding="same")),
        ("conv2d_strides_unequal", plane, lambda: L.Conv2D(3, 3, strides=(1, 2), activation="relu")),
        ("conv2d_dilation_unequal", plane, lambda: L.Conv2D(3, 3, dilation_rate=(1, 3), padding="same")),
        ("conv2d_groups_dilated", plane, lambda: L.Conv2D(4, 3, groups=2, dilation_rate=2)),
        ("conv2d_groups_strided", plane, lambda: L.Conv2D(8, 3, groups=4, strides=2, padding="same")),
        ("conv2d_1x1_strided", plane, lambda: L.Conv2D(3, 1, strides=2)),
        ("conv2d_whole_image", plane, lambda: L.Conv2D(3, (9, 8))),
        ("conv3d_groups", space, lambda: L.Conv3D(4, 2, groups=2)),
        ("conv3d_same_unequal", space, lambda: L.Conv3D(2, (2, 3, 4), strides=(1, 2, 3), padding="same")),
        ("conv3d_dilation_unequal", space, lambda: L.Conv3D(2, 2, dilation_rate=(1, 2, 3))),
        ("depthwise1d_multiplier", line, lambda: L.DepthwiseConv1D(3, depth_multiplier=3, activation="elu")),
        ("depthwise1d_dilated", line, lambda: L.DepthwiseConv1D(3, dilation_rate=2, padding="same")),
        ("depthwise1d_strided", line, lambda: L.DepthwiseConv1D(4, strides=2, padding="same", use_bias=False)),
        ("depthwise2d_multiplier", plane, lambda: L.DepthwiseConv2D(3, depth_multiplier=2, padding="same")),
        ("depthwise2d_strided", plane, lambda: L.DepthwiseConv2D((3, 2), strides=2, padding="same")),
        ("depthwise2d_dilated", plane, lambda: L.DepthwiseConv2D(3, dilation_rate=(2, 2))),
        ("separable1d_dilated", line, lambda: L.SeparableConv1D(5, 3, dilation_rate=2, depth_multiplier=2)),
        ("separable1d_strided", line, lambda: L.SeparableConv1D(5, 3, strides=2, padding="same")),
        ("separable2d_multiplier", plane, lambda: L.SeparableConv2D(5, 3, depth_multiplier=2, strides=2)),
        ("separable2d_dilated", plane, lambda: L.SeparableConv2D(3, 2, dilation_rate=2, padding="same")),
    ]:
        Case(name, lambda shape=shape, layer=layer: sequential(shape, layer()))
    for padding in ("valid", "same"):
        for name, shape, layer in [
            ("conv1d_transpose_strided", (5, 3), lambda p: L.Conv1DTranspose(4, 3, strides=2, padding=p)),
            ("conv1d_transpose_wide", (5, 3), lambda p: L.Conv1DTranspose(4, 5, strides=3, padding=p, output_padding=1)),
            ("conv1d_transpose_narrow", (5, 3), lambda p: L.Conv1DTranspose(2, 2, strides=3, padding=p)),
            ("conv1d_transpose_dilated", (6, 3), lambda p: L.Conv1DTranspose(2, 3, dilation_rate=2, padding=p)),
            ("conv2d_transpose_strided", (4, 5, 3), lambda p: L.Conv2DTranspose(4, 3, strides=2, padding=p)),
            ("conv2d_transpose_unequal", (4, 5, 3), lambda p: L.Conv2DTranspose(2, (2, 4), strides=(1, 3), padding=p)),
            ("conv2d_transpose_output_padding", (4, 3, 2), lambda p: L.Conv2DTranspose(3, 3, strides=2, padding=p, output_padding=1)),
            ("conv2d_transpose_dilated", (4, 5, 2), lambda p: L.Conv2DTranspose(3, 3, dilation_rate=2, padding=p, activation="relu")),
            ("conv3d_transpose_strided", (3, 2, 3, 2), lambda p: L.Conv3DTranspose(3, 3, strides=2, padding=p)),
            ("conv3d_transpose_output_padding", (2, 3, 2, 2), lambda p: L.Conv3DTranspose(2, 3, strides=2, padding=p, output_padding=(1, 0, 1))),
        ]:
            Case(f"{name}_{padding}", lambda s=shape, layer=layer, p=padding: sequential(s, layer(p)))


def channels_first():
    """Without conv1d, conv3d and depthwise2d, where Keras on JAX and on TensorFlow disagree."""
    f = "channels_first"
    for name, shape, layer in [
        ("conv2d", (3, 7, 6), lambda: L.Conv2D(4, (3, 2), data_format=f)),
        ("conv2d_transpose", (3, 4, 5), lambda: L.Conv2DTranspose(4, 3, strides=2, data_format=f)),
        ("separable2d", (3, 6, 5), lambda: L.SeparableConv2D(4, 3, data_format=f)),
        ("maxpooling2d", (3, 7, 6), lambda: L.MaxPooling2D(2, data_format=f)),
        ("averagepooling2d", (3, 7, 6), lambda: L.AveragePooling2D(3, strides=2, padding="same", data_format=f)),
        ("globalaveragepooling2d", (3, 7, 6), lambda: L.GlobalAveragePooling2D(data_format=f, keepdims=True)),
        ("flatten", (3, 4, 5), lambda: L.Flatten(data_format=f)),
        ("upsampling2d", (3, 4, 5), lambda: L.UpSampling2D(2, data_format=f)),
        ("zeropadding2d", (3, 4, 5), lambda: L.ZeroPadding2D(((1, 0), (2, 1)), data_format=f)),
        ("cropping2d", (3, 5, 6), lambda: L.Cropping2D(((1, 0), (2, 1)), data_format=f)),
    ]:
        # A dense layer before it gives those without weights something to learn.
        Case(
            f"channels_first_{name}",
            lambda shape=shape, layer=layer: sequential(shape, L.Dense(shape[-1]), layer()),
        )


def pooling():
    line, plane, space = (11, 3), (9, 7, 2), (5, 6, 7, 2)
    for kind, layers in [
        ("max", (L.MaxPooling1D, L.MaxPooling2D, L.MaxPooling3D)),
        ("average", (L.AveragePooling1D, L.AveragePooling2D, L.AveragePooling3D)),
    ]:
        for name, shape, layer in [
            ("1d_overlapping", line, lambda c=layers[0]: c(4, strides=3)),
            ("1d_same", line, lambda c=layers[0]: c(3, strides=2, padding="same")),
            ("1d_gaps", line, lambda c=layers[0]: c(2, strides=4, padding="same")),
            ("2d_unequal", plane, lambda c=layers[1]: c((3, 2), strides=(1, 3))),
            ("2d_same", plane, lambda c=layers[1]: c((4, 3), strides=(3, 2), padding="same")),
            ("3d_same", space, lambda c=layers[2]: c((2, 3, 4), strides=(2, 1, 3), padding="same")),
        ]:
            Case(
                f"{kind}pooling{name}",
                lambda shape=shape, layer=layer: sequential(shape, L.Dense(2), layer()),
            )
    for name, shape, layer in [
        ("adaptive_averagepooling1d", line, lambda: L.AdaptiveAveragePooling1D(4)),
        ("adaptive_averagepooling2d", plane, lambda: L.AdaptiveAveragePooling2D((4, 3))),
        ("adaptive_averagepooling3d", space, lambda: L.AdaptiveAveragePooling3D((2, 3, 4))),
        ("adaptive_maxpooling1d", line, lambda: L.AdaptiveMaxPooling1D(4)),
        ("adaptive_maxpooling2d", plane, lambda: L.AdaptiveMaxPooling2D((4, 3))),
        ("adaptive_maxpooling3d", space, lambda: L.AdaptiveMaxPooling3D((2, 3, 4))),
        ("globalmaxpooling1d_keepdims", line, lambda: L.GlobalMaxPooling1D(keepdims=True)),
        ("globalaveragepooling3d_keepdims", space, lambda: L.GlobalAveragePooling3D(keepdims=True)),
    ]:
        Case(name, lambda shape=shape, layer=layer: sequential(shape, L.Dense(2), layer()))


convolutions()
channels_first()
pooling()
