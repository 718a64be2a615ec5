import static hebb.nn.layers.Activation.*;

import module hebb;

/// Three convolutions look at photographs; the last picture shows one with what the network says.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the photographs once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 10);
    int seed = given.number("--seed", 0);

    var cifar = Cifar10.load();
    var train = cifar.train().take(quick ? 2000 : 50_000).map(Images::scaled);
    var test = cifar.test().take(quick ? 500 : 10_000).map(Images::scaled);
    var model =
            Sequential.of(
                    Input.of(32, 32, 3),
                    Conv2D.of(32, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Conv2D.of(64, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Conv2D.of(128, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Flatten.of(),
                    Dense.of(128).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.seed(seed);
    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    var history = model.fit(train, Fit.epochs(epochs).batchSize(64).seed(seed).validation(test));
    Plot.history(history).save("cifar10-deep-history.png");
    var measured = model.evaluate(test);
    IO.println(measured);
    IO.println("Test Accuracy: %.4f".formatted(measured.value("accuracy")));

    var first = test.take(1).all();
    var predicted = Cifar10.CLASSES.get((int) model.predict(first.x()).argMax(-1).at(0));
    var truth = Cifar10.CLASSES.get((int) first.y().at(0, 0));
    IO.println("Predicted Label: " + predicted + ", True Label: " + truth);
    Plot.image(first.x())
            .title("Predicted: " + predicted + ", True: " + truth)
            .save("cifar10-deep-prediction.png");
}
