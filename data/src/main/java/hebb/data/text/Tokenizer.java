package hebb.data.text;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers for words, from 1 on, the commonest first; 0 is left for padding. Keras's `Tokenizer` of
/// old, `keras.preprocessing.text.Tokenizer`.
///
/// It is filled by [#fitOnTexts], which may be called again. Defaults: all words, cut as by
/// [WordSplitter], unknown ones left out.
public final class Tokenizer {
    private final Map<String, Integer> wordCounts = new LinkedHashMap<>();
    private final Map<String, Integer> wordDocs = new LinkedHashMap<>();
    private final Map<String, Integer> wordIndex = new LinkedHashMap<>();
    private final Map<Integer, String> indexWord = new LinkedHashMap<>();
    private final Map<Integer, Integer> indexDocs = new LinkedHashMap<>();
    private final TokenizerOptions options;
    private int documentCount;

    private Tokenizer(TokenizerOptions options) {
        this.options = options;
    }

    /// Of all words.
    public static Tokenizer of() {
        return of(TokenizerOptions.of());
    }

    /// Of the `numWords` - 1 commonest words; the others count as unknown.
    public static Tokenizer of(int numWords) {
        return of(TokenizerOptions.of().numWords(numWords));
    }

    /// With these options.
    public static Tokenizer of(TokenizerOptions options) {
        return new Tokenizer(options);
    }

    // ---- learning words

    /// Counts the words of texts, and numbers all words counted so far.
    public void fitOnTexts(String... texts) {
        fitOnTexts(List.of(texts));
    }

    /// Counts the words of texts, and numbers all words counted so far.
    public void fitOnTexts(List<String> texts) {
        fitOnWords(texts.stream().map(options::words).toList());
    }

    /// Counts words that are cut already, and numbers all words counted so far.
    public void fitOnWords(List<List<String>> texts) {
        for (var words : texts) {
            documentCount++;
            words.forEach(w -> wordCounts.merge(w, 1, Integer::sum));
            new LinkedHashSet<>(words).forEach(w -> wordDocs.merge(w, 1, Integer::sum));
        }
        var order = new ArrayList<String>();
        options.oovToken().ifPresent(order::add);
        var counted = new ArrayList<>(wordCounts.entrySet());
        counted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        counted.forEach(e -> order.add(e.getKey()));
        wordIndex.clear();
        for (int i = 0; i < order.size(); i++) {
            wordIndex.put(order.get(i), i + 1);
        }
        indexWord.clear();
        wordIndex.forEach((word, number) -> indexWord.put(number, word));
        wordDocs.forEach((word, count) -> indexDocs.put(number(word), count));
    }

    private int number(String word) {
        return wordIndex.getOrDefault(word, 0);
    }

    /// Counts in how many sequences each number occurs, for TFIDF.
    public void fitOnSequences(List<List<Integer>> sequences) {
        documentCount += sequences.size();
        for (var sequence : sequences) {
            new LinkedHashSet<>(sequence).forEach(i -> indexDocs.merge(i, 1, Integer::sum));
        }
    }

    // ---- what it knows

    /// The number of each word, the commonest first, whatever `numWords` says.
    public Map<String, Integer> wordIndex() {
        return Collections.unmodifiableMap(wordIndex);
    }

    /// How often each word was seen, in the order in which they were.
    public Map<String, Integer> wordCounts() {
        return Collections.unmodifiableMap(wordCounts);
    }

    /// In how many texts each word was seen.
    public Map<String, Integer> wordDocs() {
        return Collections.unmodifiableMap(wordDocs);
    }

    /// How many texts were seen.
    public int documentCount() {
        return documentCount;
    }

    // ---- numbers and words

    /// The numbers of the words of texts.
    public List<List<Integer>> textsToSequences(String... texts) {
        return textsToSequences(List.of(texts));
    }

    /// The numbers of the words of texts. Unknown words have that of `oovToken`, or are left out.
    public List<List<Integer>> textsToSequences(List<String> texts) {
        return wordsToSequences(texts.stream().map(options::words).toList());
    }

    /// The numbers of words that are cut already.
    public List<List<Integer>> wordsToSequences(List<List<String>> texts) {
        var unknown = options.oovToken().map(this::number);
        return texts.stream()
                .map(words ->
                        words.stream()
                                .map(w -> known(number(w)).or(() -> unknown))
                                .flatMap(Optional::stream)
                                .toList())
                .toList();
    }

    private Optional<Integer> known(int number) {
        boolean common = options.numWords().isEmpty() || number < options.numWords().get();
        return number > 0 && common ? Optional.of(number) : Optional.empty();
    }

    /// Texts of the words with these numbers, with spaces between.
    public List<String> sequencesToTexts(List<List<Integer>> sequences) {
        return sequences.stream()
                .map(numbers ->
                        String.join(
                                " ",
                                numbers.stream()
                                        .map(this::word)
                                        .flatMap(Optional::stream)
                                        .toList()))
                .toList();
    }

    private Optional<String> word(int number) {
        var word = known(number).map(indexWord::get);
        return word.isPresent() ? word : options.oovToken();
    }

    // ---- one row a text

    /// What stands in a text's row at a word's number.
    public enum Mode {
        /// 1 where the word occurs.
        BINARY,
        /// How often it occurs.
        COUNT,
        /// How often it occurs, by the number of words.
        FREQ,
        /// `(1 + ln count) · ln(1 + texts / (1 + texts with the word))`.
        TFIDF;

        /// Keras's name: `binary`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A row for each text, as wide as there are numbers; float64, as in Keras.
    public Tensor textsToMatrix(List<String> texts, Mode mode) {
        return sequencesToMatrix(textsToSequences(texts), mode);
    }

    /// A row for each sequence, as wide as there are numbers; float64, as in Keras.
    ///
    /// @throws HebbException if nothing was learned, and `numWords` is not given
    public Tensor sequencesToMatrix(List<List<Integer>> sequences, Mode mode) {
        if (options.numWords().isEmpty() && wordIndex.isEmpty()) {
            throw HebbException.of("Tokenizer", "the number of words is not known")
                    .fix("tokenizer.fitOnTexts(texts), or Tokenizer.of(numWords)");
        }
        if (mode == Mode.TFIDF && documentCount == 0) {
            throw HebbException.of("Tokenizer", "the words of no text were counted for tfidf")
                    .fix("tokenizer.fitOnTexts(texts) before");
        }
        int width = options.numWords().orElse(wordIndex.size() + 1);
        var values = new double[sequences.size() * width];
        for (int row = 0; row < sequences.size(); row++) {
            var numbers = sequences.get(row);
            var counts = new HashMap<Integer, Integer>();
            numbers.stream().filter(n -> n < width).forEach(n -> counts.merge(n, 1, Integer::sum));
            int start = row * width;
            counts.forEach((n, c) -> values[start + n] = value(mode, n, c, numbers.size()));
        }
        return Tensor.of(values, new Spec(Shape.of(sequences.size(), width), DType.FLOAT64));
    }

    private double value(Mode mode, int number, int count, int length) {
        return switch (mode) {
            case BINARY -> 1;
            case COUNT -> count;
            case FREQ -> (double) count / length;
            case TFIDF -> {
                int texts = indexDocs.getOrDefault(number, 0);
                yield (1 + Math.log(count)) * Math.log(1 + documentCount / (1.0 + texts));
            }
        };
    }

    // ---- files

    /// All of it as JSON, which Keras's `tokenizer_from_json` reads.
    public String toJson() {
        var config = new LinkedHashMap<String, Object>();
        config.put("num_words", options.numWords().<Object>map(n -> n).orElse(Json.NULL));
        config.put("filters", options.splitter().filters());
        config.put("lower", options.splitter().lower());
        config.put("split", options.splitter().split());
        config.put("char_level", options.charLevel());
        config.put("oov_token", options.oovToken().<Object>map(t -> t).orElse(Json.NULL));
        config.put("document_count", documentCount);
        config.put("word_counts", Json.text(wordCounts));
        config.put("word_docs", Json.text(wordDocs));
        config.put("index_docs", Json.text(indexDocs));
        config.put("index_word", Json.text(indexWord));
        config.put("word_index", Json.text(wordIndex));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("class_name", "Tokenizer");
        whole.put("config", config);
        return Json.text(whole);
    }

    /// A tokenizer from JSON that Keras's `tokenizer.to_json()` or [#toJson] wrote.
    ///
    /// @throws HebbException if it is no such JSON
    public static Tokenizer fromJson(String json) {
        var config = Json.object(Json.object(Json.parse(json)).get("config"));
        var options =
                TokenizerOptions.of()
                        .splitter(
                                WordSplitter.of()
                                        .filters(Json.string(config.get("filters")))
                                        .lower(Json.bool(config.get("lower")))
                                        .split(Json.string(config.get("split"))))
                        .charLevel(Json.bool(config.get("char_level")));
        if (config.get("num_words") instanceof Number n) {
            options = options.numWords(n.intValue());
        }
        if (config.get("oov_token") instanceof String token) {
            options = options.oovToken(token);
        }
        var tokenizer = new Tokenizer(options);
        tokenizer.documentCount = Json.integer(config.get("document_count"));
        inner(config, "word_counts")
                .forEach((k, v) -> tokenizer.wordCounts.put(k, Json.integer(v)));
        inner(config, "word_docs").forEach((k, v) -> tokenizer.wordDocs.put(k, Json.integer(v)));
        inner(config, "word_index").forEach((k, v) -> tokenizer.wordIndex.put(k, Json.integer(v)));
        inner(config, "index_docs")
                .forEach((k, v) -> tokenizer.indexDocs.put(Json.key(k), Json.integer(v)));
        inner(config, "index_word")
                .forEach((k, v) -> tokenizer.indexWord.put(Json.key(k), Json.string(v)));
        return tokenizer;
    }

    /// Keras writes tables as texts of JSON inside of the JSON.
    private static Map<String, Object> inner(Map<String, Object> config, String name) {
        return Json.object(Json.parse(Json.string(config.get(name))));
    }
}
