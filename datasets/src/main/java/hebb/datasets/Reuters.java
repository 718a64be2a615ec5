package hebb.datasets;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.data.format.Npz;
import hebb.data.text.WordIndex;
import java.util.List;
import java.util.Map;

/// 11,228 newswires of Reuters as numbers of their words, the commonest first, and which of 46
/// topics each is about: y int64 `(count)`, the places in [#TOPICS]. Keras: `datasets.reuters`.
public final class Reuters {
    /// What the classes from 0 to 45 stand for. Keras: `get_label_names`.
    public static final List<String> TOPICS =
            List.of(
                    "cocoa",
                    "grain",
                    "veg-oil",
                    "earn",
                    "acq",
                    "wheat",
                    "copper",
                    "housing",
                    "money-supply",
                    "coffee",
                    "sugar",
                    "trade",
                    "reserves",
                    "ship",
                    "cotton",
                    "carcass",
                    "crude",
                    "nat-gas",
                    "cpi",
                    "money-fx",
                    "interest",
                    "gnp",
                    "meal-feed",
                    "alum",
                    "oilseed",
                    "gold",
                    "tin",
                    "strategic-metal",
                    "livestock",
                    "retail",
                    "ipi",
                    "iron-steel",
                    "rubber",
                    "heat",
                    "jobs",
                    "lei",
                    "bop",
                    "zinc",
                    "orange",
                    "pet-chem",
                    "dlr",
                    "gas",
                    "silver",
                    "wpi",
                    "hog",
                    "lead");

    private static final RemoteFile FILE =
            KerasStorage.file(
                    "reuters.npz",
                    2_110_848,
                    "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916");
    private static final RemoteFile WORD_INDEX =
            KerasStorage.file(
                    "reuters_word_index.json", 550_378, "4d44cc38712099c9e383dc6e5f11a921");

    private final NumberedTexts train;
    private final NumberedTexts test;
    private final WordNumbers numbers;

    private Reuters(RawTexts all, double testSplit, WordNumbers numbers) {
        this.numbers = numbers;
        var options = numbers.options();
        var begun = all.shuffled(NumpyRandom.of(options.seed())).begun(options);
        int end = begun.end(options);
        int border = TestSplit.border(begun.size(), testSplit);
        train = begun.slice(0, border).kept(options, end);
        test = begun.slice(border, begun.size()).kept(options, end);
    }

    /// With all words; a fifth of the newswires is to test with.
    public static Reuters load() {
        return load(WordOptions.of());
    }

    /// With the numbers below `numWords`.
    public static Reuters load(int numWords) {
        return load(WordOptions.of().numWords(numWords));
    }

    /// With the words that these options keep; a fifth of the newswires is to test with.
    public static Reuters load(WordOptions options) {
        return load(options, TestSplit.FIFTH);
    }

    /// Reads Keras's `reuters.npz` from `$HEBB_DATASETS` or `~/.hebb/datasets`; it is downloaded if
    /// it is missing.
    ///
    /// @param testSplit which part of the newswires is to test with
    /// @throws HebbException if it is nowhere and cannot be downloaded, or is damaged
    public static Reuters load(WordOptions options, double testSplit) {
        return load(options, testSplit, Shelves.standard());
    }

    static Reuters load(WordOptions options, double testSplit, Shelves shelves) {
        var part = TestSplit.checked("Reuters.load", testSplit);
        var file = FILE.find(shelves);
        var all =
                new RawTexts(
                        Npz.readLists(file, "x"),
                        (long[]) Npz.read(file, "y").cast(DType.INT64).toArray());
        return new Reuters(
                all,
                part,
                new WordNumbers(options, () -> WordIndex.read(WORD_INDEX.find(shelves))));
    }

    /// Newswires to train with.
    public NumberedTexts train() {
        return train;
    }

    /// Further newswires.
    public NumberedTexts test() {
        return test;
    }

    /// The number of each word, from 1, before `indexFrom` is added. Keras: `get_word_index`.
    public Map<String, Integer> wordIndex() {
        return numbers.wordIndex();
    }

    /// The words of a newswire, with `[START]` and `[OOV]` where these stand.
    public String text(List<Integer> newswire) {
        return numbers.text(newswire);
    }
}
