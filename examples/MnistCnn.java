import static hebb.nn.layers.Activation.*;

import module hebb;

/// A convolutional network learns to read digits: 99 of 100 new ones after 5 epochs.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);

    var mnist = Mnist.load(); // as published: uint8 (60000, 28, 28), labels uint8
    var train = mnist.train().take(quick ? 3000 : 60_000).map(Images::scaled); // 0..1, by batch
    var test = mnist.test().take(quick ? 1000 : 10_000).map(Images::scaled);
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Conv2D.of(32, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Conv2D.of(64, 3).activation(RELU),
                    MaxPooling2D.of(2),
                    Flatten.of(),
                    Dense.of(128).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.seed(seed);
    model.summary();
    model.compile(Adam.of(), SparseCategoricalCrossentropy.of(), Metric.accuracy());
    var history = model.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed).validation(test));
    Plot.history(history).save("mnist-cnn-history.png");
    IO.println(model.evaluate(test));
}
