package hebb.zoo;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.datasets.RemoteFile;
import hebb.nn.Configured;
import hebb.nn.Layer;
import hebb.nn.Loading;
import hebb.nn.Model;
import hebb.nn.Options;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Activation;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.GlobalMaxPooling2D;
import hebb.nn.layers.Input;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A network for photographs that is known by name: what is to be chosen of it, and the model that
/// comes of that. Layers, names and the order of weights are Keras's, and so are the defaults.
///
/// - with the top: images of one size in, probabilities of `classes` out
/// - without ([#includeTop]): images of any size in, features out, `(height', width', channels)` or
///   with [#pooling] one number a channel
///
/// {@snippet :
/// var base = VGG16.of().includeTop(false).inputShape(96, 96, 3).model();
/// base.freeze("*");
/// }
///
/// The weights of [VGG16] and [ResNet50] are downloaded when they are not on this machine; those of
/// [MobileNet] have to be fetched by hand.
///
/// Defaults: with the top, weights learned on ImageNet, 1,000 classes, softmax.
///
/// @param <S> the class itself
public abstract sealed class Architecture<S extends Architecture<S>> extends Configured<S>
        permits VGG16, ResNet50, MobileNet {
    static final String IMAGENET = "imagenet";
    static final String UNTRAINED = "";

    private static final int SMALLEST = 32;
    private static final int COLOURS = 3;
    private static final int IMAGENET_CLASSES = 1000;

    private boolean includeTop = true;
    private String weights = IMAGENET;
    private Shape inputShape = Shape.of();
    private FeaturePooling pooling = FeaturePooling.NONE;
    private int classes = IMAGENET_CLASSES;
    private Activation classifierActivation = Activation.SOFTMAX;
    private String name = "";

    Architecture() {}

    // ---- what is chosen

    /// Whether the layers that classify are there, or only those that find features.
    public final S includeTop(boolean includeTop) {
        return change(a -> a.includeTop = includeTop);
    }

    /// With the weights of a file of Keras's, by its path, or with those that were published for it
    /// (`imagenet`). These are looked for in `$HEBB_DATASETS` and in `~/.hebb/datasets`, in a
    /// folder of the architecture's name; else they are downloaded, if a hash of them was
    /// published.
    public final S weights(String weights) {
        return change(a -> a.weights = weights);
    }

    /// With the weights of a file of Keras's.
    public final S weights(Path file) {
        return weights(file.toString());
    }

    /// With weights that have learned nothing yet. Keras: `weights=None`.
    public final S untrained() {
        return weights(UNTRAINED);
    }

    /// For images of this height, width and number of channels; -1 for a length that varies.
    /// Default: (224, 224, 3), and any size without the top.
    public final S inputShape(int... inputShape) {
        return change(a -> a.inputShape = Shape.of(inputShape));
    }

    /// Without the top: the mean of each channel or its maximum as its last step. Default: neither.
    public final S pooling(FeaturePooling pooling) {
        return change(a -> a.pooling = pooling);
    }

    /// With a top for so many classes.
    public final S classes(int classes) {
        return change(a -> a.classes = classes);
    }

    /// With this function at the end of the top; `LINEAR` for logits.
    public final S classifierActivation(Activation classifierActivation) {
        return change(a -> a.classifierActivation = classifierActivation);
    }

    /// The model under another name.
    public final S name(String name) {
        return change(a -> a.name = name);
    }

    private S change(Consumer<Architecture<?>> change) {
        return with(change::accept);
    }

    // ---- what comes of it

    /// The model.
    ///
    /// @throws HebbException if what was chosen does not go together, or the weights are nowhere
    public final Model model() {
        requireWhatWeightsAllow();
        return weights.equals(UNTRAINED)
                ? built()
                : Loading.of(weights, Long.MAX_VALUE, this::trained);
    }

    private Model built() {
        var input = Input.of(shape());
        var features = features(input);
        var model = Model.of(input, includeTop ? top(features) : pooled(features));
        return model.name(name.isEmpty() ? defaultName() : name);
    }

    private Model trained() {
        var model = built();
        if (isPretrained()) {
            Pretrained.into(model, this);
        } else {
            model.loadWeights(weights);
        }
        return model;
    }

    private void requireWhatWeightsAllow() {
        if (isPretrained() && includeTop && classes != IMAGENET_CLASSES) {
            throw wrong("the weights of ImageNet are for its classes")
                    .received(classes + " classes")
                    .expected(IMAGENET_CLASSES)
                    .fix("untrained(), or includeTop(false) and a top of your own");
        }
        var end = classifierActivation.function();
        if (!weights.equals(UNTRAINED) && includeTop && !end.matches("softmax|linear")) {
            throw wrong("the weights are not for this activation at the end")
                    .received(end)
                    .expected("softmax, or linear for logits");
        }
    }

    /// The shape of an image, as chosen or by default.
    ///
    /// @throws HebbException if the network cannot be built for it
    final Shape shape() {
        if (inputShape.rank() == 0) {
            return includeTop
                    ? Shape.of(defaultSize(), defaultSize(), COLOURS)
                    : Shape.of(Shape.UNKNOWN, Shape.UNKNOWN, COLOURS);
        }
        if (inputShape.rank() != 3) {
            throw wrong("this is not the shape of an image")
                    .received(inputShape)
                    .expected("(height, width, channels)");
        }
        if (isPretrained() && inputShape.dim(2) != COLOURS) {
            throw wrong("the weights of ImageNet are for colour images")
                    .received(inputShape)
                    .expected("(height, width, " + COLOURS + ")");
        }
        for (int side : inputShape.drop(2).dims()) {
            if (side != Shape.UNKNOWN && side < SMALLEST) {
                throw wrong("the images are too small")
                        .received(inputShape)
                        .expected("at least " + Shape.of(SMALLEST, SMALLEST, inputShape.dim(2)));
            }
        }
        return includeTop ? shapeForTop() : inputShape;
    }

    private Shape shapeForTop() {
        if (!inputShape.isKnown()) {
            throw wrong("with the top, the images must be of one size")
                    .received(inputShape)
                    .expected("a height and a width")
                    .fix("inputShape(224, 224, 3), or includeTop(false)");
        }
        var published = Shape.of(defaultSize(), defaultSize(), COLOURS);
        if (isPretrained() && !inputShape.equals(published)) {
            throw wrong("the top that was learned on ImageNet is for images of another shape")
                    .received(inputShape)
                    .expected(published)
                    .fix("leave inputShape out, or includeTop(false)");
        }
        return inputShape;
    }

    private Symbol pooled(Symbol features) {
        return switch (pooling) {
            case AVG -> poolingLayer(GlobalAveragePooling2D.of(), "avg_pool").apply(features);
            case MAX -> poolingLayer(GlobalMaxPooling2D.of(), "max_pool").apply(features);
            case NONE -> features;
        };
    }

    /// The layer under the name that the architecture gives it, if it gives it one.
    <L extends Layer<L>> L poolingLayer(L layer, String name) {
        return layer;
    }

    // ---- what differs

    /// The layers that find features.
    abstract Symbol features(Source image);

    /// The layers that classify by them.
    abstract Symbol top(Symbol features);

    /// The model's name if none is chosen.
    abstract String defaultName();

    /// The height and width of images for the top, if none is chosen.
    int defaultSize() {
        return 224;
    }

    /// The file in which these weights were published, with the top or without.
    ///
    /// @throws HebbException if none were for what is chosen
    abstract RemoteFile published(boolean withTop);

    // ---- for those

    /// The model with the top that was published for ImageNet, and the weights of a file; what was
    /// chosen for another top does not count.
    final Model whole(Path file) {
        return includeTop(true)
                .classes(IMAGENET_CLASSES)
                .classifierActivation(Activation.SOFTMAX)
                .inputShape(defaultSize(), defaultSize(), COLOURS)
                .weights(file)
                .model();
    }

    final boolean hasTop() {
        return includeTop;
    }

    final boolean isPretrained() {
        return weights.equals(IMAGENET);
    }

    final Shape givenShape() {
        return inputShape;
    }

    final int classes() {
        return classes;
    }

    final Activation classifierActivation() {
        return classifierActivation;
    }

    final HebbException wrong(String what) {
        return HebbException.of(className(), what);
    }

    @Override
    public Options options() {
        return Options.of("include_top", boolean.class, includeTop, v -> includeTop = v)
                .and("weights", String.class, weights, v -> weights = v)
                .and("input_shape", Shape.class, inputShape, v -> inputShape = v)
                .and("pooling", FeaturePooling.class, pooling, v -> pooling = v)
                .and("classes", int.class, classes, v -> classes = v)
                .and(
                        "classifier_activation",
                        Activation.class,
                        classifierActivation,
                        v -> classifierActivation = v)
                .and("name", String.class, name, v -> name = v);
    }
}
