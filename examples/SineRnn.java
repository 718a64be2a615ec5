import module hebb;

/// A recurrent network learns to go on with a sine wave, step by step.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the wave.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 2 : 10);
    int seed = given.number("--seed", 0);

    // 1000 pieces of 20 steps: the first 19 are what the network sees, the last 19 what it answers
    var wave = Tensor.linspace(0, 100, 20 * 1000).sin().reshape(1000, 20, 1);
    var x = wave.slice(1, 0, 19);
    var y = wave.slice(1, 1, 20);

    var model =
            Sequential.of(
                    Input.of(-1, 1), // as many steps as there are
                    SimpleRNN.of(32).returnSequences(true),
                    Dense.of(1));
    model.seed(seed);
    model.compile("adam", "mse");
    model.fit(x, y, Fit.epochs(epochs).seed(seed));
    IO.println(model.evaluate(x, y));

    // Steps of 0.33, where those of the training were 0.005: the network has learned "about what
    // came last", and says it here too.
    Plot.panels(
                    forecast(model, "a whole wave in 20 steps", 0, 2 * Math.PI / 19),
                    forecast(model, "steps as in the training", 40, 0.005))
            .save("sine-rnn.png");
}

Chart forecast(Model model, String what, double from, double step) {
    var time = Tensor.linspace(from, from + 20 * step, 21);
    var seen = time.slice(0, 0, 20).sin();
    var next = time.slice(0, 1, 21);
    var predicted = model.predict(seen.reshape(1, 20, 1)).reshape(-1);
    IO.println(
            "Next value prediction, %s: %.4f (right: %.4f, the last one: %.4f)"
                    .formatted(what, predicted.at(19), next.sin().at(19), seen.at(19)));
    return Plot.lines()
            .line("right", next, next.sin())
            .line("network", next, predicted)
            .line("the last value again", next, seen)
            .title(what)
            .size(480, 360);
}
