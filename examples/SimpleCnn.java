import static hebb.nn.layers.Activation.*;

import module hebb;

/// The smallest convolutional network for digits: one convolution, one pooling, 98 of 100 right.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 2);
    int seed = given.number("--seed", 0);

    var mnist = Mnist.load();
    var train = mnist.train().take(quick ? 3000 : 60_000).map(Images::scaled);
    var test = mnist.test().take(quick ? 1000 : 10_000).map(Images::scaled);

    var model = cnn();
    model.seed(seed);
    model.fit(train, Fit.epochs(epochs).batchSize(64).seed(seed).validation(test));
    IO.println(model.evaluate(test));

    var digit = test.take(1).all().x();
    Plot.panels(
                    Plot.filters(model, "conv2d").title("What the 32 filters look for"),
                    Plot.activations(model, "conv2d", digit).title("And what they find in a digit"))
            .columns(1)
            .save("simple-cnn.png");
}

Model cnn() {
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Conv2D.of(32, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Flatten.of(),
                    Dense.of(10).activation(SOFTMAX));
    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    return model;
}
