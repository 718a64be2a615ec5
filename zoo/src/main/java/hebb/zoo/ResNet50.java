package hebb.zoo;

import static hebb.nn.layers.Activation.RELU;

import hebb.core.tensor.Tensor;
import hebb.datasets.RemoteFile;
import hebb.nn.Layer;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Add;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.Padding;
import hebb.nn.layers.ZeroPadding2D;

/// A residual network of 50 layers: 16 blocks of three convolutions, each adding what it finds to
/// what it was given. 26 million weights.
///
/// Images go in through [#preprocessInput]. Source: He and others, arXiv 1512.03385; Keras:
/// `applications.ResNet50`.
public final class ResNet50 extends Architecture<ResNet50> {
    private static final String URL =
            "https://storage.googleapis.com/tensorflow/keras-applications/resnet/";
    private static final double EPSILON = 1.001e-5;

    private ResNet50() {}

    /// With the top, and weights learned on ImageNet.
    public static ResNet50 of() {
        return new ResNet50();
    }

    /// Images `(…, height, width, 3)` with red, green and blue from 0 to 255 as this network takes
    /// them: blue first, with ImageNet's mean colour taken away.
    public static Tensor preprocessInput(Tensor images) {
        return Preprocessing.CAFFE.of("ResNet50", images);
    }

    @Override
    Symbol features(Source image) {
        var x = ZeroPadding2D.of(3).name("conv1_pad").apply(image);
        x = Conv2D.of(64, 7).strides(2).name("conv1_conv").apply(x);
        x = relu("conv1_relu", normalized("conv1_bn", x));
        x = ZeroPadding2D.of(1).name("pool1_pad").apply(x);
        x = MaxPooling2D.of(3).strides(2).name("pool1_pool").apply(x);
        x = stack("conv2", x, 64, 3, 1);
        x = stack("conv3", x, 128, 4, 2);
        x = stack("conv4", x, 256, 6, 2);
        return stack("conv5", x, 512, 3, 2);
    }

    private static Symbol stack(String name, Symbol x, int filters, int blocks, int stride) {
        var widened =
                normalized(
                        name + "_block1_0_bn",
                        convolved(name + "_block1_0_conv", x, 4 * filters, 1, stride));
        x = block(name + "_block1", x, widened, filters, stride);
        for (int i = 2; i <= blocks; i++) {
            x = block(name + "_block" + i, x, x, filters, 1);
        }
        return x;
    }

    /// What three convolutions find in x, added to the shortcut around them.
    private static Symbol block(String name, Symbol x, Symbol shortcut, int filters, int stride) {
        var y = convolved(name + "_1_conv", x, filters, 1, stride);
        y = relu(name + "_1_relu", normalized(name + "_1_bn", y));
        y = convolved(name + "_2_conv", y, filters, 3, 1);
        y = relu(name + "_2_relu", normalized(name + "_2_bn", y));
        y = normalized(name + "_3_bn", convolved(name + "_3_conv", y, 4 * filters, 1, 1));
        return relu(name + "_out", Add.of().name(name + "_add").apply(shortcut, y));
    }

    private static Symbol convolved(String name, Symbol x, int filters, int size, int stride) {
        var layer = Conv2D.of(filters, size).strides(stride).name(name);
        return (size > 1 ? layer.padding(Padding.SAME) : layer).apply(x);
    }

    private static Symbol normalized(String name, Symbol x) {
        return BatchNormalization.of().axis(3).epsilon(EPSILON).name(name).apply(x);
    }

    private static Symbol relu(String name, Symbol x) {
        return Activation.of(RELU.function()).name(name).apply(x);
    }

    @Override
    Symbol top(Symbol features) {
        return Dense.of(classes())
                .activation(classifierActivation())
                .name("predictions")
                .apply(GlobalAveragePooling2D.of().name("avg_pool").apply(features));
    }

    @Override
    <L extends Layer<L>> L poolingLayer(L layer, String name) {
        return layer.name(name);
    }

    @Override
    String defaultName() {
        return "resnet50";
    }

    @Override
    RemoteFile published(boolean withTop) {
        return withTop
                ? file("", 102_967_424, "2cb95161c43110f7111970584f804107")
                : file("_notop", 94_765_736, "4d473c1dd8becc155b73f8504c6f6626");
    }

    private static RemoteFile file(String ending, long size, String md5) {
        var name = "resnet50_weights_tf_dim_ordering_tf_kernels" + ending + ".h5";
        return RemoteFile.of("resnet50/" + name, URL + name, size, md5);
    }
}
