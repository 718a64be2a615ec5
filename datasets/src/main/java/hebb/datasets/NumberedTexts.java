package hebb.datasets;

import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.data.text.Sequences;
import java.util.List;

/// Texts as numbers of their words, of unequal lengths, and the class of each.
///
/// @param x the numbers of each text
/// @param y the classes, int64 `(count)`
public record NumberedTexts(List<List<Integer>> x, Tensor y) {
    /// How many texts there are.
    public int size() {
        return x.size();
    }

    /// All texts in rows of this length: int32 `(count, maxlen)`, with zeros in front of short ones
    /// and without the beginning of long ones. Keras: `pad_sequences(x, maxlen)`.
    public Dataset padded(int maxlen) {
        return padded(Sequences.padding().maxlen(maxlen));
    }

    /// All texts in rows of one length.
    public Dataset padded(Sequences padding) {
        return Dataset.of(padding.of(x), y);
    }
}
