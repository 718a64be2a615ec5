import static hebb.nn.layers.Activation.*;

import module hebb;

static final int SIZE = 96; // MobileNet saw photographs of 224 pixels; these are enough for 32

/// Cats against dogs, by a network that has seen a million photographs, but few of these.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the images.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 3 : 5);
    int seed = given.number("--seed", 0);

    var base = MobileNet.of().alpha(0.25).includeTop(false).pooling(FeaturePooling.AVG);
    var mobileNet = base.inputShape(SIZE, SIZE, 3).model(); // first: it needs a file of weights
    var cifar = Cifar10.load();
    var train = catsAndDogs(cifar.train(), quick ? 400 : 10_000);
    var test = catsAndDogs(cifar.test(), quick ? 200 : 2_000);

    // the same head on the pixels themselves
    var pixels = Sequential.of(Input.of(32, 32, 3), Flatten.of(), head());
    pixels.seed(seed);
    pixels.compile("adam", "binary_crossentropy", "accuracy");
    pixels.fit(train.map(Images::scaled), Fit.epochs(epochs).batchSize(64).seed(seed));
    var onPixels = pixels.evaluate(test.map(Images::scaled));

    // on what MobileNet finds in them; it stays as it is, so once is enough
    var head = head();
    head.seed(seed);
    head.compile("adam", "binary_crossentropy", "accuracy");
    head.fit(features(mobileNet, train), Fit.epochs(epochs).batchSize(64).seed(seed));
    var onFeatures = head.evaluate(features(mobileNet, test));

    // fine-tuned: both together; the last blocks of MobileNet learn too, slowly
    mobileNet.freeze("*").thaw("conv_*_11", "conv_*_12", "conv_*_13");
    var model = Sequential.of(mobileNet, head);
    model.compile(Adam.of(1e-4), BinaryCrossentropy.of(), Metric.accuracy());
    model.fit(train.map(this::prepared), Fit.epochs(quick ? 1 : 3).batchSize(64).seed(seed));
    var fineTuned = model.evaluate(test.map(this::prepared));

    IO.println("raw pixels  " + onPixels);
    IO.println("frozen base " + onFeatures);
    IO.println("fine-tuned  " + fineTuned);
}

/// Images with the label 0 for a cat, 1 for a dog.
Dataset catsAndDogs(Dataset images, int count) {
    int cat = Cifar10.CLASSES.indexOf("cat");
    int dog = Cifar10.CLASSES.indexOf("dog");
    var labels = images.all().y().toInts();
    var both = IntStream.range(0, labels.length).filter(i -> labels[i] == cat || labels[i] == dog);
    return images.select(both.limit(count).toArray())
            .mapBoth(x -> x, y -> y.equal(dog).cast(DType.FLOAT32));
}

Sequential head() {
    return Sequential.of(Dense.of(256).activation(RELU), Dense.of(1).activation(SIGMOID));
}

Dataset features(Model base, Dataset images) {
    return Dataset.of(base.predict(images.map(this::prepared)), images.all().y());
}

/// As large as MobileNet was made for, or nearly, and from -1 to 1.
Tensor prepared(Tensor images) {
    var large = Images.resized(images, SIZE, SIZE, Interpolation.BILINEAR, false);
    return MobileNet.preprocessInput(large);
}
