package hebb.zoo;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.datasets.RemoteFile;
import hebb.nn.Options;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Activation;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.DepthwiseConv2D;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.Padding;
import hebb.nn.layers.ReLU;
import hebb.nn.layers.Reshape;
import hebb.nn.layers.ZeroPadding2D;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A small network for phones: 13 blocks, each a convolution of every channel on its own, and one
/// that mixes the channels. 4.3 million weights, or with [#alpha] less.
///
/// Images go in through [#preprocessInput]. Defaults: alpha 1, depth multiplier 1, dropout 0.001.
/// Weights were published for alpha 0.25, 0.5, 0.75 and 1 and images of 128, 160, 192 and 224
/// pixels; other sizes take those for 224. As no hash of them was published, they are not
/// downloaded: fetch `mobilenet_2_5_224_tf_no_top.h5` (alpha 0.25, without the top;
/// `mobilenet_1_0_224_tf.h5` with alpha 1 and the top) from
/// <https://storage.googleapis.com/tensorflow/keras-applications/mobilenet/> and put it into
/// `~/.hebb/datasets/mobilenet`. The error that appears without it names file and folder. Source:
/// Howard and others, arXiv 1704.04861; Keras: `applications.MobileNet`.
public final class MobileNet extends Architecture<MobileNet> {
    private static final String URL =
            "https://storage.googleapis.com/tensorflow/keras-applications/mobilenet/";
    private static final int USUAL = 224;
    private static final Set<Integer> SIZES = Set.of(128, 160, 192, USUAL);
    private static final Map<Double, String> ALPHAS =
            Map.of(0.25, "2_5", 0.5, "5_0", 0.75, "7_5", 1.0, "1_0");

    private double alpha = 1;
    private int depthMultiplier = 1;
    private double dropout = 0.001;

    private MobileNet() {}

    /// With the top, and weights learned on ImageNet.
    public static MobileNet of() {
        return new MobileNet();
    }

    /// With this many times the usual number of filters in each layer. Default: 1.
    public MobileNet alpha(double alpha) {
        if (!(alpha > 0)) {
            throw wrong("alpha is not positive").received(alpha).expected("more than 0");
        }
        return with(m -> m.alpha = alpha);
    }

    /// With this many results of the convolutions for each channel. Default: 1.
    public MobileNet depthMultiplier(int depthMultiplier) {
        return with(m -> m.depthMultiplier = depthMultiplier);
    }

    /// With this share dropped before the classes are told apart. Default: 0.001.
    public MobileNet dropout(double dropout) {
        return with(m -> m.dropout = dropout);
    }

    /// Images `(…, height, width, 3)` with red, green and blue from 0 to 255 as this network takes
    /// them: from -1 to 1.
    public static Tensor preprocessInput(Tensor images) {
        return Preprocessing.TF.of("MobileNet", images);
    }

    @Override
    Symbol features(Source image) {
        var x =
                Conv2D.of(filters(32), 3)
                        .padding(Padding.SAME)
                        .useBias(false)
                        .strides(2)
                        .name("conv1")
                        .apply(image);
        x = finished("conv1", x);
        x = block(1, x, 64, 1);
        x = block(2, x, 128, 2);
        x = block(3, x, 128, 1);
        x = block(4, x, 256, 2);
        x = block(5, x, 256, 1);
        x = block(6, x, 512, 2);
        for (int i = 7; i <= 11; i++) {
            x = block(i, x, 512, 1);
        }
        x = block(12, x, 1024, 2);
        return block(13, x, 1024, 1);
    }

    private Symbol block(int number, Symbol x, int filters, int stride) {
        boolean halves = stride > 1;
        var y = halves ? ZeroPadding2D.of(0, 1, 0, 1).name("conv_pad_" + number).apply(x) : x;
        var each = "conv_dw_" + number;
        y =
                DepthwiseConv2D.of(3)
                        .padding(halves ? Padding.VALID : Padding.SAME)
                        .depthMultiplier(depthMultiplier)
                        .strides(stride)
                        .useBias(false)
                        .name(each)
                        .apply(y);
        y = finished(each, y);
        var mixed = "conv_pw_" + number;
        y =
                Conv2D.of(filters(filters), 1)
                        .padding(Padding.SAME)
                        .useBias(false)
                        .name(mixed)
                        .apply(y);
        return finished(mixed, y);
    }

    private static Symbol finished(String name, Symbol x) {
        var y = BatchNormalization.of().name(name + "_bn").apply(x);
        return ReLU.of().maxValue(6).name(name + "_relu").apply(y);
    }

    private int filters(int usual) {
        return (int) (usual * alpha);
    }

    @Override
    Symbol top(Symbol features) {
        var x = GlobalAveragePooling2D.of().keepdims(true).apply(features);
        x = Dropout.of(dropout).name("dropout").apply(x);
        x = Conv2D.of(classes(), 1).padding(Padding.SAME).name("conv_preds").apply(x);
        x = Reshape.of(classes()).name("reshape_2").apply(x);
        return Activation.of(classifierActivation().function()).name("predictions").apply(x);
    }

    @Override
    int defaultSize() {
        return SIZES.contains(side()) ? side() : USUAL;
    }

    /// The length of the sides of a square image; unknown of others.
    private int side() {
        var shape = givenShape();
        boolean isSquare = shape.rank() == 3 && shape.dim(0) == shape.dim(1);
        return isSquare ? shape.dim(0) : Shape.UNKNOWN;
    }

    @Override
    String defaultName() {
        int rows = isPretrained() ? defaultSize() : shape().dim(0);
        return String.format(
                Locale.ROOT,
                "mobilenet_%.2f_%s",
                alpha,
                rows == Shape.UNKNOWN ? "None" : String.valueOf(rows));
    }

    @Override
    RemoteFile published(boolean withTop) {
        if (depthMultiplier != 1 || !ALPHAS.containsKey(alpha)) {
            throw wrong("no weights were published for these choices")
                    .received("alpha " + alpha + ", depth multiplier " + depthMultiplier)
                    .expected("alpha 0.25, 0.5, 0.75 or 1, depth multiplier 1")
                    .fix("untrained()");
        }
        var name =
                "mobilenet_"
                        + ALPHAS.get(alpha)
                        + "_"
                        + defaultSize()
                        + (withTop ? "_tf.h5" : "_tf_no_top.h5");
        return RemoteFile.unverified("mobilenet/" + name, URL + name);
    }

    @Override
    public Options options() {
        return Options.of("alpha", double.class, alpha, v -> alpha = v)
                .and("depth_multiplier", int.class, depthMultiplier, v -> depthMultiplier = v)
                .and("dropout", double.class, dropout, v -> dropout = v)
                .and(super.options());
    }
}
