import static hebb.nn.layers.Activation.*;

import module hebb;

/// Words become numbers, numbers become vectors, and a small network learns which are kind.
void main() {
    var texts =
            List.of(
                    "I love this movie",
                    "This movie is terrible",
                    "This was a great film",
                    "This was the worst film",
                    "What a great story",
                    "What a terrible story");
    var labels = Tensor.of(1, 0, 1, 0, 1, 0);

    var tokenizer = Tokenizer.of(100); // the 99 commonest words
    tokenizer.fitOnTexts(texts);
    var sequences = tokenizer.textsToSequences(texts);
    var padded = Sequences.pad(sequences, 5);
    IO.println(tokenizer.wordIndex());
    IO.println(padded);

    var model =
            Sequential.of(
                    Input.of(5),
                    Embedding.of(100, 8),
                    GlobalAveragePooling1D.of(), // wherever in the text a word stands
                    Dense.of(1).activation(SIGMOID));
    model.compile(Adam.of(0.05), BinaryCrossentropy.of(), Metric.accuracy());
    model.fit(padded, labels, Fit.epochs(30).verbose(0));
    IO.println(model.evaluate(padded, labels));

    for (var text : List.of("This was great", "A terrible story")) {
        var sequence = Sequences.pad(tokenizer.textsToSequences(text), 5);
        IO.println("%s -> %.2f".formatted(text, model.predict(sequence).item()));
    }
}
