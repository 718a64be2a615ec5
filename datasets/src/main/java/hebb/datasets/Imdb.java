package hebb.datasets;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.data.format.Npz;
import hebb.data.text.WordIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// 50,000 film reviews as numbers of their words, the commonest first, and whether they like the
/// film: y int64 `(count)`, 1 if they do. By Andrew Maas and others. Keras: `datasets.imdb`.
///
/// The last 200 words of each, as a model takes them: `imdb.train().padded(200)`.
public final class Imdb {
    private static final RemoteFile FILE =
            KerasStorage.file(
                    "imdb.npz",
                    17_464_789,
                    "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f");
    private static final RemoteFile WORD_INDEX =
            KerasStorage.file(
                    "imdb_word_index.json", 1_641_221, "bfafd718b763782e994055a2d397834f");
    private static final String RAW_TEXT = "aclImdb";

    private final NumberedTexts train;
    private final NumberedTexts test;
    private final WordNumbers numbers;

    private Imdb(RawTexts train, RawTexts test, WordNumbers numbers) {
        this.numbers = numbers;
        var options = numbers.options();
        var random = NumpyRandom.of(options.seed()); // one for both, as in Keras
        var first = train.shuffled(random).begun(options);
        var second = test.shuffled(random).begun(options);
        if (first.size() == 0 || second.size() == 0) {
            throw HebbException.of("Imdb", "no review is shorter than maxlen")
                    .fix("a larger maxlen");
        }
        int end = RawTexts.end(options, first, second);
        this.train = first.kept(options, end);
        this.test = second.kept(options, end);
    }

    /// With all words.
    public static Imdb load() {
        return load(WordOptions.of());
    }

    /// With the numbers below `numWords`: 10,000 of them in the tutorials.
    public static Imdb load(int numWords) {
        return load(WordOptions.of().numWords(numWords));
    }

    /// Reads Keras's `imdb.npz` from `$HEBB_DATASETS` or `~/.hebb/datasets`; else the raw texts,
    /// `aclImdb` there; else downloads `imdb.npz`.
    ///
    /// Of raw texts, words are cut as by Keras's legacy Tokenizer and numbered by how often they
    /// occur in the training part; words that occur in the test part only are left out.
    ///
    /// @throws HebbException if neither is there and nothing can be downloaded, or a file is
    ///   damaged
    public static Imdb load(WordOptions options) {
        return load(options, Shelves.standard());
    }

    static Imdb load(WordOptions options, Shelves shelves) {
        var raw = shelves.find(RAW_TEXT);
        if (shelves.find(FILE.name()).isEmpty() && raw.isPresent()) {
            return ofTexts(raw.get(), options);
        }
        var file = FILE.find(shelves);
        return new Imdb(
                part(file, "train"),
                part(file, "test"),
                new WordNumbers(options, () -> WordIndex.read(WORD_INDEX.find(shelves))));
    }

    private static RawTexts part(Path file, String name) {
        return new RawTexts(
                Npz.readLists(file, "x_" + name),
                (long[]) Npz.read(file, "y_" + name).cast(DType.INT64).toArray());
    }

    private static Imdb ofTexts(Path folder, WordOptions options) {
        var words = new Vocabulary();
        var train = new ReviewFolder(folder.resolve("train")).read(words::counted);
        var test = new ReviewFolder(folder.resolve("test")).read(words::known);
        var ranks = words.ranks();
        return new Imdb(
                train.numbered(ranks),
                test.numbered(ranks),
                new WordNumbers(options, words::wordIndex));
    }

    /// 25,000 reviews to train with.
    public NumberedTexts train() {
        return train;
    }

    /// 25,000 reviews of other films.
    public NumberedTexts test() {
        return test;
    }

    /// The number of each word, from 1, before `indexFrom` is added. Keras: `get_word_index`.
    public Map<String, Integer> wordIndex() {
        return numbers.wordIndex();
    }

    /// The words of a review, with `[START]` and `[OOV]` where these stand.
    public String text(List<Integer> review) {
        return numbers.text(review);
    }
}
