package hebb.datasets;

import hebb.core.shape.HebbException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Which words of a data set of texts are kept, and which numbers they have. Keras: the arguments
/// of `imdb.load_data` and `reuters.load_data`.
///
/// Defaults: all words; 1 begins a text, 2 stands for words left out, and the commonest word is 4.
public final class WordOptions implements Cloneable {
    private OptionalInt numWords = OptionalInt.empty();
    private int skipTop;
    private OptionalInt maxlen = OptionalInt.empty();
    private long seed = 113;
    private OptionalInt startChar = OptionalInt.of(1);
    private OptionalInt oovChar = OptionalInt.of(2);
    private int indexFrom = 3;

    private WordOptions() {}

    /// With the defaults.
    public static WordOptions of() {
        return new WordOptions();
    }

    private WordOptions with(Consumer<WordOptions> change) {
        try {
            var copy = (WordOptions) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    /// Keeps numbers below this one: the commonest words. Default: all but the largest number.
    public WordOptions numWords(int numWords) {
        int checked = atLeast(1, "numWords", numWords);
        return with(o -> o.numWords = OptionalInt.of(checked));
    }

    private static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw HebbException.of("WordOptions", option + " is too small")
                    .received(value)
                    .expected(least + " or more");
        }
        return value;
    }

    /// Leaves out numbers below this one: the very commonest words. Default: 0.
    public WordOptions skipTop(int skipTop) {
        int checked = atLeast(0, "skipTop", skipTop);
        return with(o -> o.skipTop = checked);
    }

    /// Leaves out texts of this many words or more. Default: none.
    public WordOptions maxlen(int maxlen) {
        int checked = atLeast(1, "maxlen", maxlen);
        return with(o -> o.maxlen = OptionalInt.of(checked));
    }

    /// Where the order of the texts starts. Default: 113.
    public WordOptions seed(long seed) {
        return with(o -> o.seed = seed);
    }

    /// The number that begins a text. Default: 1.
    public WordOptions startChar(int startChar) {
        return with(o -> o.startChar = OptionalInt.of(startChar));
    }

    /// Without a number that begins a text. Keras: `start_char=None`.
    public WordOptions noStartChar() {
        return with(o -> o.startChar = OptionalInt.empty());
    }

    /// The number that stands for words left out. Default: 2.
    public WordOptions oovChar(int oovChar) {
        return with(o -> o.oovChar = OptionalInt.of(oovChar));
    }

    /// Without the words left out. Keras: `oov_char=None`.
    public WordOptions noOovChar() {
        return with(o -> o.oovChar = OptionalInt.empty());
    }

    /// What is added to the number of each word. Default: 3.
    public WordOptions indexFrom(int indexFrom) {
        int checked = atLeast(0, "indexFrom", indexFrom);
        return with(o -> o.indexFrom = checked);
    }

    long seed() {
        return seed;
    }

    /// Words for the numbers, besides those of the word index.
    Optional<String> special(int number) {
        if (startChar.equals(OptionalInt.of(number))) {
            return Optional.of("[START]");
        }
        return oovChar.equals(OptionalInt.of(number)) ? Optional.of("[OOV]") : Optional.empty();
    }

    int indexFrom() {
        return indexFrom;
    }

    /// A text begun, and its words numbered from `indexFrom` on.
    int[] begun(int[] words) {
        var numbers = Arrays.stream(words).map(w -> w + indexFrom);
        return startChar.isPresent()
                ? IntStream.concat(IntStream.of(startChar.getAsInt()), numbers).toArray()
                : numbers.toArray();
    }

    boolean isShortEnough(int[] numbers) {
        return maxlen.isEmpty() || numbers.length < maxlen.getAsInt();
    }

    /// The first number that is not kept, as Keras has it: without `numWords`, the largest one.
    int end(List<int[]> texts) {
        return numWords.orElseGet(
                () -> texts.stream().flatMapToInt(Arrays::stream).max().orElse(0));
    }

    /// A text with only the numbers that are kept, all below `end`.
    int[] kept(int[] numbers, int end) {
        return oovChar.isPresent()
                ? Arrays.stream(numbers)
                        .map(w -> skipTop <= w && w < end ? w : oovChar.getAsInt())
                        .toArray()
                : Arrays.stream(numbers).filter(w -> skipTop <= w && w < end).toArray();
    }
}
