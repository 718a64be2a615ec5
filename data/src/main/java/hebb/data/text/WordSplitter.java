package hebb.data.text;

import hebb.core.shape.HebbException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Cuts texts into words: characters that separate become the split, and what lies between two of
/// them is a word. Keras: `text_to_word_sequence`, `hashing_trick`.
///
/// Defaults: punctuation, tabs and line ends separate, in lower case, at spaces.
public final class WordSplitter {
    private static final String PUNCTUATION = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

    private final String filters;
    private final boolean lower;
    private final String split;

    private WordSplitter(String filters, boolean lower, String split) {
        this.filters = filters;
        this.lower = lower;
        this.split = split;
    }

    /// With the defaults.
    public static WordSplitter of() {
        return new WordSplitter(PUNCTUATION, true, " ");
    }

    /// The characters that separate words, besides the split. Default: punctuation, tab, line end.
    public WordSplitter filters(String filters) {
        return new WordSplitter(filters, lower, split);
    }

    /// Whether words are turned to lower case. Default: they are.
    public WordSplitter lower(boolean lower) {
        return new WordSplitter(filters, lower, split);
    }

    /// What lies between words. Default: a space.
    public WordSplitter split(String split) {
        if (split.isEmpty()) {
            throw HebbException.of("WordSplitter", "split is empty")
                    .expected("one character or more");
        }
        return new WordSplitter(filters, lower, split);
    }

    String filters() {
        return filters;
    }

    boolean lower() {
        return lower;
    }

    String split() {
        return split;
    }

    /// The words of a text, in order.
    public List<String> words(String text) {
        var separated = new StringBuilder(text.length());
        cased(text)
                .codePoints()
                .forEach(c -> {
                    if (filters.indexOf(c) >= 0) {
                        separated.append(split);
                    } else {
                        separated.appendCodePoint(c);
                    }
                });
        var words = new ArrayList<String>();
        for (int from = 0, to; from <= separated.length(); from = to + split.length()) {
            to = separated.indexOf(split, from);
            to = to < 0 ? separated.length() : to;
            if (to > from) {
                words.add(separated.substring(from, to));
            }
        }
        return words;
    }

    /// In lower case, if that is asked for.
    String cased(String text) {
        return lower ? text.toLowerCase(Locale.ROOT) : text;
    }

    /// A number from 1 to `n` - 1 for each word of a text, by this hash: words may share one.
    public List<Integer> hashed(String text, int n, ToLongFunction<String> hash) {
        if (n < 2) {
            throw HebbException.of("WordSplitter.hashed", "n is too small")
                    .received(n)
                    .expected("2 or more");
        }
        return words(text).stream()
                .map(w -> (int) Math.floorMod(hash.applyAsLong(w), n - 1L) + 1)
                .toList();
    }

    /// The same by MD5, which gives the same numbers in every program. Keras: `hashing_trick(…,
    /// hash_function="md5")`.
    public List<Integer> hashed(String text, int n) {
        var numbers = BigInteger.valueOf(n - 1L);
        return hashed(text, n, w -> md5(w).mod(numbers).longValue());
    }

    private static BigInteger md5(String word) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return new BigInteger(1, digest.digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every JDK has it
        }
    }
}
