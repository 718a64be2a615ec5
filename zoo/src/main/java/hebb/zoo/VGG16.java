package hebb.zoo;

import static hebb.nn.layers.Activation.RELU;

import hebb.core.tensor.Tensor;
import hebb.datasets.RemoteFile;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.Padding;

/// VGG's network of 16 layers with weights: 13 convolutions of 3 × 3 in five blocks, each block
/// ending with a pooling, and three dense layers. 138 million weights, 15 million without the top.
///
/// Images go in through [#preprocessInput]. Source: Simonyan and Zisserman, arXiv 1409.1556; Keras:
/// `applications.VGG16`.
public final class VGG16 extends Architecture<VGG16> {
    private static final String URL =
            "https://storage.googleapis.com/tensorflow/keras-applications/vgg16/";

    private VGG16() {}

    /// With the top, and weights learned on ImageNet.
    public static VGG16 of() {
        return new VGG16();
    }

    /// Images `(…, height, width, 3)` with red, green and blue from 0 to 255 as this network takes
    /// them: blue first, with ImageNet's mean colour taken away.
    public static Tensor preprocessInput(Tensor images) {
        return Preprocessing.CAFFE.of("VGG16", images);
    }

    @Override
    Symbol features(Source image) {
        var x = block(image, 1, 64, 2);
        x = block(x, 2, 128, 2);
        x = block(x, 3, 256, 3);
        x = block(x, 4, 512, 3);
        return block(x, 5, 512, 3);
    }

    private static Symbol block(Source x, int number, int filters, int convolutions) {
        for (int i = 1; i <= convolutions; i++) {
            x =
                    Conv2D.of(filters, 3)
                            .activation(RELU)
                            .padding(Padding.SAME)
                            .name("block" + number + "_conv" + i)
                            .apply(x);
        }
        return MaxPooling2D.of(2).name("block" + number + "_pool").apply(x);
    }

    @Override
    Symbol top(Symbol features) {
        var x = Flatten.of().name("flatten").apply(features);
        x = Dense.of(4096).activation(RELU).name("fc1").apply(x);
        x = Dense.of(4096).activation(RELU).name("fc2").apply(x);
        return Dense.of(classes()).activation(classifierActivation()).name("predictions").apply(x);
    }

    @Override
    String defaultName() {
        return "vgg16";
    }

    @Override
    RemoteFile published(boolean withTop) {
        return withTop
                ? file("", 553_467_096, "64373286793e3c8b2b4e3219cbf3544b")
                : file("_notop", 58_889_256, "6d6bbae143d832006294945121d1f1fc");
    }

    private static RemoteFile file(String ending, long size, String md5) {
        var name = "vgg16_weights_tf_dim_ordering_tf_kernels" + ending + ".h5";
        return RemoteFile.of("vgg16/" + name, URL + name, size, md5);
    }
}
