import static hebb.nn.layers.Activation.*;

import module hebb;

/// Dense layers alone look at photographs: not half of 10,000 new ones are told right.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the photographs once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);

    var cifar = Cifar10.load();
    var train = cifar.train().take(quick ? 500 : 50_000).map(Images::scaled);
    var test = cifar.test().take(quick ? 200 : 10_000).map(Images::scaled);
    var ann =
            Sequential.of(
                    Input.of(32, 32, 3),
                    Flatten.of(),
                    Dense.of(3000).activation(RELU),
                    Dense.of(1000).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    ann.seed(seed);
    ann.compile("SGD", "sparse_categorical_crossentropy", "accuracy");
    ann.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed));

    var predicted = ann.predict(test).argMax(-1);
    IO.println("Classification Report:");
    IO.println(ClassificationReport.of(test.all().y(), predicted));
    IO.println(ann.evaluate(test));
}
