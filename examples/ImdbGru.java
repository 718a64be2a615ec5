import static hebb.nn.layers.Activation.*;

import module hebb;

/// A network with gates, simpler than an LSTM, reads film reviews and says whether they like the
/// film.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the reviews once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 0);
    int words = 10_000; // the commonest
    int length = quick ? 50 : 200; // of a review, from its end

    var imdb = Imdb.load(words);
    var train = imdb.train().padded(length).shuffle(seed).take(quick ? 640 : 25_000);
    var test = imdb.test().padded(length).shuffle(seed).take(quick ? 640 : 25_000);
    var model =
            Sequential.of(
                    Input.of(length),
                    Embedding.of(words, 128),
                    GRU.of(64),
                    Dense.of(1).activation(SIGMOID));
    model.seed(seed);
    model.compile("adam", "binary_crossentropy", "accuracy");
    var history = model.fit(train, Fit.epochs(epochs).batchSize(64).seed(seed).validation(test));
    Plot.history(history).save("imdb-gru.png");
    IO.println(model.evaluate(test));

    var review = imdb.test().x().getFirst();
    IO.println(imdb.text(review));
    var liked = model.predict(Sequences.pad(List.of(review), length)).item();
    IO.println("likes the film: %.0f %%".formatted(100 * liked));
}
