package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import java.util.List;
import java.util.Optional;

/// A layer that learned words, which Keras's files hold beside its options: a line a word in
/// `vocabulary.txt`, and how much words weigh under `idf_weights`.
public sealed interface VocabularyFile permits IndexLookup, TextVectorization {
    /// The lines of its file; empty if it has none, as its options hold the words.
    Optional<List<String>> vocabularyLines();

    /// This layer with the words of a file.
    Layer<?> vocabularyLines(List<String> lines);

    /// How much each number weighs, if it has such weights.
    Optional<Tensor> tokenWeights();

    /// This layer with the weights of a file. To be called after the words are known.
    Layer<?> tokenWeights(Tensor weights);
}
