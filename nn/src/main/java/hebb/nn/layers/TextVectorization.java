package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows of numbers for texts: cleaned, cut into words, and looked up.
///
/// Tensors hold no texts, so it stands at the entrance of a model, behind an Input of texts, or
/// before it: its [#apply(Strings)] makes the tensor that a model is given. Number 0 pads, 1 is for
/// unknown words, then come the words, the commonest first.
///
/// Defaults: lower case without punctuation, cut at white space, single words, INT (int64) as long
/// as the longest text.
public final class TextVectorization extends Layer<TextVectorization>
        implements VocabularyFile, TextLayer {
    private Standardize standardize = Standardize.LOWER_AND_STRIP_PUNCTUATION;
    private Split split = Split.WHITESPACE;
    private Optional<UnaryOperator<String>> ownStandardize = Optional.empty();
    private Optional<Function<String, List<String>>> ownSplit = Optional.empty();
    private Optional<Object> ngrams = Optional.empty();
    private Optional<Integer> outputSequenceLength = Optional.empty();
    private boolean sparse;
    private boolean ragged;
    private String encoding = "utf-8";
    private StringLookup lookup = StringLookup.of().maskToken("");

    private TextVectorization() {}

    /// Without a vocabulary until it is adapted.
    public static TextVectorization of() {
        return new TextVectorization();
    }

    /// How texts are cleaned. Default: LOWER_AND_STRIP_PUNCTUATION.
    public enum Standardize {
        /// As they are.
        NONE,
        /// In lower case: of A to Z, as TensorFlow does.
        LOWER,
        /// Without punctuation.
        STRIP_PUNCTUATION,
        /// Both.
        LOWER_AND_STRIP_PUNCTUATION;

        private String of(String text) {
            var cased = this == LOWER || this == LOWER_AND_STRIP_PUNCTUATION ? lower(text) : text;
            return this == STRIP_PUNCTUATION || this == LOWER_AND_STRIP_PUNCTUATION
                    ? cased.replaceAll("[!\"#$%&()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~']", "")
                    : cased;
        }

        private static String lower(String text) {
            var lower = new StringBuilder(text);
            for (int i = 0; i < lower.length(); i++) {
                char c = lower.charAt(i);
                lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            }
            return lower.toString();
        }

        /// Keras's name: `lower`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where texts are cut. Default: WHITESPACE.
    public enum Split {
        /// Nowhere: a text is a word.
        NONE,
        /// At white space.
        WHITESPACE,
        /// Between all characters.
        CHARACTER;

        private List<String> of(String text) {
            return switch (this) {
                case NONE -> List.of(text);
                case WHITESPACE ->
                        Arrays.stream(text.split("[ \\t\\n\\x0B\\f\\r]+"))
                                .filter(w -> !w.isEmpty())
                                .toList();
                case CHARACTER -> text.codePoints().mapToObj(Character::toString).toList();
            };
        }

        /// Keras's name: `whitespace`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // ---- options

    /// How many numbers there are at most. Default: as many as needed.
    public TextVectorization maxTokens(int maxTokens) {
        return with(l -> l.lookup = lookup.maxTokens(maxTokens));
    }

    /// How texts are cleaned.
    public TextVectorization standardize(Standardize standardize) {
        return with(l -> {
            l.standardize = standardize;
            l.ownStandardize = Optional.empty();
        });
    }

    /// Cleans texts by a function of your own, which files do not hold.
    public TextVectorization standardize(UnaryOperator<String> standardize) {
        return with(l -> l.ownStandardize = Optional.of(standardize));
    }

    /// Where texts are cut.
    public TextVectorization split(Split split) {
        return with(l -> {
            l.split = split;
            l.ownSplit = Optional.empty();
        });
    }

    /// Cuts texts by a function of your own, which files do not hold.
    public TextVectorization split(Function<String, List<String>> split) {
        return with(l -> l.ownSplit = Optional.of(split));
    }

    /// Takes not only words but also all groups of neighbours up to this many as words.
    public TextVectorization ngrams(int ngrams) {
        int most = Require.positive("TextVectorization", "ngrams", ngrams);
        return with(l -> l.ngrams = Optional.of(most));
    }

    /// Takes groups of these many neighbours as words.
    public TextVectorization ngrams(int... ngrams) {
        return with(l -> l.ngrams = Optional.of(Arrays.stream(ngrams).boxed().toList()));
    }

    /// What is made of the numbers. ONE_HOT needs texts that are not cut. Default: INT.
    public TextVectorization outputMode(OutputMode outputMode) {
        return with(l -> l.lookup = lookup.outputMode(outputMode));
    }

    /// The length of the rows of INT: longer texts are cut off. Default: the longest one's.
    public TextVectorization outputSequenceLength(int length) {
        int checked = Require.positive("TextVectorization", "output_sequence_length", length);
        return with(l -> l.outputSequenceLength = Optional.of(checked));
    }

    /// Whether rows are as long as `max_tokens` says, whatever the vocabulary is. Default: no.
    public TextVectorization padToMaxTokens(boolean padToMaxTokens) {
        return with(l -> l.lookup = lookup.padToMaxTokens(padToMaxTokens));
    }

    /// The words, with or without `""` and `[UNK]` at the beginning.
    public TextVectorization vocabulary(List<String> vocabulary) {
        return with(l -> l.lookup = lookup.vocabulary(vocabulary));
    }

    /// How much each word weighs, for TF_IDF.
    public TextVectorization idfWeights(double... idfWeights) {
        return with(l -> l.lookup = lookup.idfWeights(idfWeights));
    }

    // ---- what it does

    /// This layer with the words of texts, the commonest first.
    public TextVectorization adapt(Strings texts) {
        var learned = lookup.learned(rows(texts), StringLookup.BYTES);
        return with(l -> l.lookup = learned);
    }

    /// All words in the order of their numbers.
    public List<String> vocabulary() {
        return lookup.vocabulary();
    }

    /// The rows of texts.
    @Override
    public Tensor apply(Strings texts) {
        var rows = rows(texts);
        var known = lookup.known();
        boolean whole = lookup.outputMode() == OutputMode.INT;
        if (lookup.outputMode() == OutputMode.ONE_HOT && cuts()) {
            throw HebbException.of("TextVectorization", "texts of several words are not one hot")
                    .expected("multi_hot, or texts that are not cut")
                    .fix("outputMode(OutputMode.MULTI_HOT), or split(Split.NONE)");
        }
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        int width = whole ? outputSequenceLength.orElse(longest) : longest;
        var numbers = new long[rows.size() * width];
        Arrays.fill(numbers, whole ? 0 : -1);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (int j = 0; j < Math.min(width, row.size()); j++) {
                numbers[i * width + j] = lookup.number(known, row.get(j));
            }
        }
        var shape = isFlat(texts.shape()) ? texts.shape() : Shape.of(rows.size(), width);
        return lookup.encoded(Tensor.of(numbers, new Spec(shape, DType.INT64)), DType.FLOAT32);
    }

    @Override
    public Spec results(Shape texts) {
        boolean whole = lookup.outputMode() == OutputMode.INT;
        int width = whole ? outputSequenceLength.orElse(Shape.UNKNOWN) : Shape.UNKNOWN;
        var numbers = isFlat(texts) ? texts : Shape.of(texts.dim(0), width);
        return TextLayer.results(numbers, n -> lookup.encoded(n, DType.FLOAT32));
    }

    private boolean isFlat(Shape texts) {
        return !cuts() && texts.rank() == 1 && outputSequenceLength.isEmpty();
    }

    private boolean cuts() {
        return split != Split.NONE || ownSplit.isPresent();
    }

    private List<List<String>> rows(Strings texts) {
        if (cuts() && texts.shape().rank() > 1 && texts.shape().dim(-1) != 1) {
            throw HebbException.of("TextVectorization", "texts that are to be cut stand in rows")
                    .received(texts.shape())
                    .expected("(count) or (count, 1)");
        }
        return texts.rows().stream().map(this::words).map(this::grams).toList();
    }

    private List<String> words(List<String> row) {
        return row.stream()
                .map(t -> ownStandardize.map(f -> f.apply(t)).orElseGet(() -> standardize.of(t)))
                .flatMap(t -> ownSplit.map(f -> f.apply(t)).orElseGet(() -> split.of(t)).stream())
                .toList();
    }

    private List<String> grams(List<String> words) {
        return ngrams.map(n -> widths(n).stream().flatMap(width -> grams(words, width)).toList())
                .orElse(words);
    }

    private static Stream<String> grams(List<String> words, int width) {
        return IntStream.rangeClosed(0, words.size() - width)
                .mapToObj(i -> String.join(" ", words.subList(i, i + width)));
    }

    private static List<Integer> widths(Object ngrams) {
        return ngrams instanceof List<?> list
                ? list.stream().map(n -> ((Number) n).intValue()).toList()
                : IntStream.rangeClosed(1, ((Number) ngrams).intValue()).boxed().toList();
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        throw s.wrong("a model cannot hold texts")
                .received("a tensor " + x.spec())
                .fix("make numbers of them before: layer.apply(Strings.of(…))");
    }

    // ---- files

    @Override
    public Optional<List<String>> vocabularyLines() {
        return lookup.vocabularyLines();
    }

    @Override
    public TextVectorization vocabularyLines(List<String> lines) {
        return with(l -> l.lookup = lookup.vocabularyLines(lines));
    }

    @Override
    public Optional<Tensor> tokenWeights() {
        return lookup.tokenWeights();
    }

    @Override
    public TextVectorization tokenWeights(Tensor weights) {
        return with(l -> l.lookup = lookup.tokenWeights(weights));
    }

    @Override
    public Options options() {
        return Options.none()
                .and(lookedUp("max_tokens"))
                .optional(
                        "standardize",
                        Standardize.class,
                        Optional.of(standardize).filter(v -> v != Standardize.NONE),
                        v -> standardize = v.orElse(Standardize.NONE))
                .optional(
                        "split",
                        Split.class,
                        Optional.of(split).filter(v -> v != Split.NONE),
                        v -> split = v.orElse(Split.NONE))
                .optional("ngrams", Object.class, ngrams, v -> ngrams = v)
                .and(lookedUp("output_mode"))
                .optional(
                        "output_sequence_length",
                        Integer.class,
                        outputSequenceLength,
                        v -> outputSequenceLength = v)
                .and(lookedUp("pad_to_max_tokens"))
                .and("sparse", boolean.class, sparse, v -> sparse = v)
                .and("ragged", boolean.class, ragged, v -> ragged = v)
                .and(lookedUp("vocabulary"))
                .and(lookedUp("idf_weights"))
                .and("encoding", String.class, encoding, v -> encoding = v)
                .and(lookedUp("vocabulary_size"));
    }

    /// An option that it shares with the layer inside.
    @SuppressWarnings("unchecked") // the type is that of the value
    private Options lookedUp(String name) {
        var option =
                lookup.options().all().stream()
                        .filter(o -> o.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var type = (Class<Object>) option.type();
        if (!option.optional()) {
            return Options.of(name, type, option.value(), v -> lookup = lookup.assigned(name, v));
        }
        var value = Optional.of(option.value()).filter(v -> !v.equals(Optional.empty()));
        return Options.none()
                .optional(
                        name,
                        type,
                        value,
                        v -> lookup = lookup.assigned(name, v.isPresent() ? v.get() : v));
    }
}
