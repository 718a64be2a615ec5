import static hebb.nn.layers.Activation.*;

import module hebb;

/// Two dense layers learn to read digits: 97 of 100 new ones after 5 epochs.
///
/// `--epochs N` trains longer or shorter, `--quick` once on a part of the digits.
void main(String[] args) {
    var options = List.of(args);
    boolean quick = options.contains("--quick");
    int at = options.indexOf("--epochs");
    int epochs = quick ? 1 : at < 0 ? 5 : Integer.parseInt(args[at + 1]);

    var mnist = Mnist.load();
    var train = mnist.train().take(quick ? 6000 : 60_000).map(Images::scaled);
    var test = mnist.test().take(quick ? 1000 : 10_000).map(Images::scaled);
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Flatten.of(),
                    Dense.of(128).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.summary();
    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    model.fit(train, Fit.epochs(epochs).batchSize(32).validation(test));
    IO.println(model.evaluate(test));

    var digits = mnist.test().take(5).map(Images::scaled);
    IO.println("predicted " + model.predict(digits).argMax(-1));
    IO.println("actually  " + digits.all().y().cast(DType.INT32));
}
