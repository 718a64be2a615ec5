import static hebb.nn.layers.Activation.*;

import module hebb;

/// The same network from the same first weights, trained four ways: plain gradient descent, with
/// momentum, RMSprop, Adam; their losses on one plot.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 10);
    int seed = given.number("--seed", 0);

    var train = Mnist.load().train().take(quick ? 2000 : 10_000).map(Images::scaled);
    var test = Mnist.load().test().take(quick ? 500 : 10_000).map(Images::scaled);
    var optimizers = new LinkedHashMap<String, Optimizer<?>>();
    optimizers.put("SGD", SGD.of(0.01));
    optimizers.put("SGD with momentum", SGD.of(0.01).momentum(0.9));
    optimizers.put("RMSprop", RMSprop.of(0.001));
    optimizers.put("Adam", Adam.of(0.001));

    var counted = Tensor.linspace(1, epochs, epochs);
    var chart = Plot.lines().title("Training loss").xLabel("epoch").yLabel("loss").logY(true);
    for (var entry : optimizers.entrySet()) {
        var model =
                Sequential.of(
                        Input.of(28, 28, 1),
                        Flatten.of(),
                        Dense.of(128).activation(RELU),
                        Dense.of(10).activation(SOFTMAX));
        model.seed(seed);
        model.compile(entry.getValue(), SparseCategoricalCrossentropy.of(), Metric.accuracy());
        var history = model.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed).verbose(0));
        var losses = history.values("loss").stream().mapToDouble(loss -> loss).toArray();
        chart = chart.line(entry.getKey(), counted, Tensor.of(losses));
        IO.println("%-18s %s".formatted(entry.getKey(), model.evaluate(test)));
    }
    chart.save("optimizers.png");
}
