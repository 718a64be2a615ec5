import static hebb.nn.layers.Activation.*;

import module hebb;

/// Two convolutions look at photographs: about 7 of 10 new ones are told right, where dense layers
/// do not get to 5.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the photographs once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 10);
    int seed = given.number("--seed", 0);

    var cifar = Cifar10.load();
    IO.println("train " + cifar.train().all().x().shape()); // (50000, 32, 32, 3)
    IO.println("test  " + cifar.test().all().x().shape());
    var samples = cifar.train().take(15).all();
    Plot.images(samples.x()).captions(names(samples.y())).columns(5).save("cifar10-samples.png");

    var train = cifar.train().take(quick ? 2000 : 50_000).map(Images::scaled);
    var test = cifar.test().take(quick ? 500 : 10_000).map(Images::scaled);
    var cnn =
            Sequential.of(
                    Input.of(32, 32, 3),
                    Conv2D.of(32, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Conv2D.of(64, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Flatten.of(),
                    Dense.of(64).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    cnn.seed(seed);
    cnn.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    var history = cnn.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed).validation(test));
    Plot.history(history).save("cifar10-history.png");
    IO.println(cnn.evaluate(test));

    var truth = test.all().y();
    var predicted = cnn.predict(test).argMax(-1);
    IO.println("predicted " + names(predicted.slice(0, 0, 5)));
    IO.println("actually  " + names(truth.slice(0, 0, 5)));

    // what the network looks at: "it's hard to understand what it has learned" is not the last word
    var some = test.take(5).all();
    var reasons = GradCam.of(cnn, "conv2d_1").map(some.x());
    Plot.panels(
                    Plot.images(some.x()).captions(names(some.y())).columns(5),
                    Plot.images(some.x())
                            .heat(reasons)
                            .captions(names(predicted.slice(0, 0, 5)))
                            .columns(5))
            .columns(1)
            .save("cifar10-grad-cam.png");

    var confusion = ConfusionMatrix.of(truth, predicted).names(Cifar10.CLASSES);
    Plot.confusionMatrix(confusion).save("cifar10-confusion.png");
    IO.println(confusion);
    IO.println(ClassificationReport.of(truth, predicted).names(Cifar10.CLASSES));
}

List<String> names(Tensor classes) {
    return Arrays.stream(classes.toInts()).mapToObj(Cifar10.CLASSES::get).toList();
}
