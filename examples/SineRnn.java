import module hebb;

/// A recurrent network learns to go on with a sine wave, step by step.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the wave.
void main(String[] args) {
    boolean quick = List.of(args).contains("--quick");
    int epochs = option(args, "--epochs", quick ? 2 : 10);
    int seed = option(args, "--seed", 0);

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

    // Steps of 0.33, where those of the training were 0.005: the network has learned "nearly what
    // came last", and that is what it says. A sequence like those it knows is another matter.
    forecast(model, "a whole wave in 20 steps", Tensor.linspace(0, 2 * Math.PI, 20));
    forecast(model, "steps as in the training", Tensor.linspace(40, 40 + 19 * 0.005, 20));
}

void forecast(Model model, String what, Tensor time) {
    double step = time.at(1) - time.at(0);
    var predicted = model.predict(time.sin().reshape(1, 20, 1));
    IO.println(
            "Next value prediction, %s: %.4f (right: %.4f)"
                    .formatted(what, predicted.at(0, 19, 0), Math.sin(time.at(19) + step)));
}

/// The number behind an option of the command line, or the usual one.
int option(String[] args, String name, int usual) {
    int at = List.of(args).indexOf(name);
    return at < 0 ? usual : Integer.parseInt(args[at + 1]);
}
