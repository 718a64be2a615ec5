import static hebb.nn.layers.Activation.*;

import module hebb;

/// Two dense layers learn to read digits: 97 of 100 new ones after 5 epochs.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);

    var mnist = Mnist.load();
    var train = mnist.train().take(quick ? 6000 : 60_000).map(Images::scaled);
    var test = mnist.test().take(quick ? 1000 : 10_000).map(Images::scaled);
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Flatten.of(),
                    Dense.of(128).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.seed(seed);
    model.summary();
    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    model.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed).validation(test));
    IO.println(model.evaluate(test));

    var digits = test.take(10).all();
    var predicted = model.predict(digits.x()).argMax(-1).toInts();
    var truth = digits.y().toInts();
    IO.println("predicted " + Arrays.toString(predicted));
    IO.println("actually  " + Arrays.toString(truth));
    var captions =
            IntStream.range(0, 10)
                    .mapToObj(i -> "%d, true: %d".formatted(predicted[i], truth[i]))
                    .toList();
    Plot.images(digits.x()).captions(captions).columns(5).save("mnist-mlp.png");
}
