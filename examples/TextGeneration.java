import module hebb;

/// An LSTM reads Shakespeare letter by letter and then writes on, colder or hotter.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the text once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);
    int length = 100;

    var text = Shakespeare.load();
    text = text.substring(0, Math.min(text.length(), quick ? 10_000 : 500_000));
    var letters = text.chars().distinct().sorted().toArray();
    var numbers = Tensor.of(text.chars().map(c -> Arrays.binarySearch(letters, c)).toArray());

    // pieces of 101 letters: each letter is asked for the next one
    int pieces = numbers.size() / (length + 1);
    var cut = numbers.slice(0, 0, pieces * (length + 1)).reshape(pieces, length + 1);
    var model =
            Sequential.of(
                    Input.of(-1).dtype(DType.INT32), // as many letters as there are
                    Embedding.of(letters.length, 64),
                    LSTM.of(256).returnSequences(true),
                    Dense.of(letters.length));
    model.seed(seed);
    model.compile(
            Adam.of(0.005), SparseCategoricalCrossentropy.of().fromLogits(true), Metric.accuracy());
    model.fit(
            cut.slice(1, 0, length),
            cut.slice(1, 1, length + 1),
            Fit.epochs(epochs).batchSize(64).seed(seed));

    for (double temperature : List.of(0.3, 0.7, 1.0)) {
        IO.println("\n---- temperature " + temperature);
        IO.println(written(model, letters, temperature, quick ? 50 : 400));
    }
}

/// The model's text: each letter drawn by its probability. Cold, it takes the likeliest; hot, it
/// dares.
String written(Model model, int[] letters, double temperature, int count) {
    var random = new Random(1);
    var text = new StringBuilder("ROMEO:\n");
    while (text.length() < count) {
        var known = text.substring(Math.max(0, text.length() - 100));
        var x = Tensor.of(known.chars().map(c -> Arrays.binarySearch(letters, c)).toArray());
        var scores = model.predict(x.reshape(1, -1)); // for each letter, which comes behind it
        var last = scores.sliceFrom(1, known.length() - 1).reshape(-1);
        var shares = last.div(temperature).softmax();
        double left = random.nextDouble();
        int letter = -1;
        while (left >= 0 && letter < letters.length - 1) {
            left -= shares.at(++letter);
        }
        text.append((char) letters[letter]);
    }
    return text.toString();
}
