import static hebb.nn.layers.Activation.*;

import module hebb;

/// How many units, and which learning rate? Each pair is tried by cross-validation; the best is
/// trained on all digits and measured on new ones, which took no part in the choice.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` tries less.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);

    var train = Mnist.load().train().take(quick ? 600 : 6000).map(Images::scaled).all();
    var test = Mnist.load().test().take(quick ? 500 : 10_000).map(Images::scaled);
    var how = Fit.epochs(epochs).batchSize(32).seed(seed).verbose(0);

    IO.println("units  learning rate  accuracy of 3 folds");
    var best = new Trial(0, 0, 0);
    for (int units : quick ? List.of(16, 64) : List.of(16, 64, 256)) {
        for (double rate : quick ? List.of(0.001, 0.01) : List.of(0.0003, 0.001, 0.003, 0.01)) {
            var scores =
                    StratifiedKFold.of(3)
                            .crossValidate(
                                    () -> model(units, rate, seed), train.x(), train.y(), how);
            var trial = new Trial(units, rate, scores.mean("accuracy"));
            IO.println(
                    "%5d  %13.4f  %.4f (+/- %.4f)"
                            .formatted(units, rate, trial.accuracy, scores.std("accuracy")));
            best = trial.accuracy > best.accuracy ? trial : best;
        }
    }
    IO.println("best: %d units, learning rate %.4f".formatted(best.units, best.rate));
    var model = model(best.units, best.rate, seed);
    model.fit(train.x(), train.y(), how);
    IO.println(model.evaluate(test));
}

record Trial(int units, double rate, double accuracy) {}

Model model(int units, double rate, int seed) {
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Flatten.of(),
                    Dense.of(units).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.seed(seed);
    model.compile(Adam.of(rate), SparseCategoricalCrossentropy.of(), Metric.accuracy());
    return model;
}
