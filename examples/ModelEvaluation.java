import static hebb.nn.layers.Activation.*;

import module hebb;

/// How good is a model, and how sure is that? Five times trained on four fifths of the digits and
/// measured on the rest, then once on new ones.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);

    var mnist = Mnist.load();
    var train = mnist.train().take(quick ? 2000 : 10_000).map(Images::scaled).all();
    var test = mnist.test().take(quick ? 500 : 10_000).map(Images::scaled).all();
    var how = Fit.epochs(epochs).batchSize(32).seed(seed).verbose(0);

    var scores = StratifiedKFold.of(5).crossValidate(() -> model(seed), train.x(), train.y(), how);
    IO.println(
            "Accuracy: %.2f (+/- %.2f)".formatted(scores.mean("accuracy"), scores.std("accuracy")));
    IO.println(scores);

    var model = model(seed);
    model.fit(train.x(), train.y(), how);
    var probabilities = model.predict(test.x());
    var predicted = probabilities.argMax(-1);
    IO.println(ClassificationReport.of(test.y(), predicted));
    var confusion = ConfusionMatrix.of(test.y(), predicted);
    IO.println(confusion);
    Plot.confusionMatrix(confusion).save("model-evaluation-confusion.png");

    // is it an eight? The whole range of thresholds, not only "most probable"
    var eights = RocCurve.of(test.y().equal(8), probabilities.slice(1, 8, 9).reshape(-1));
    IO.println("area under the ROC curve of the eights: %.4f".formatted(eights.auc()));
    Plot.roc(List.of("eights"), List.of(eights)).save("model-evaluation-roc.png");
}

Model model(int seed) {
    var model =
            Sequential.of(
                    Input.of(28, 28, 1),
                    Flatten.of(),
                    Dense.of(64).activation(RELU),
                    Dense.of(10).activation(SOFTMAX));
    model.seed(seed);
    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
    return model;
}
