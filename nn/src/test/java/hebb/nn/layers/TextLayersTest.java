package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.Wrong;
import hebb.nn.layers.TextVectorization.Split;
import hebb.nn.layers.TextVectorization.Standardize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers for words and for numbers that name things, against Keras's numbers.
class TextLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();
    private static final Golden KERAS = Golden.of("text");
    private static final List<String> WORDS = List.of("cat", "dog", "emu", "fox");
    private static final Strings SOME =
            Strings.of(new String[][] {{"fox", "cat", "yak"}, {"", "gnu", "dog"}});
    private static final Strings TEXTS =
            Strings.of(
                    "The cat, the dog & the EMU!",
                    "A fox... a dog\tand a fox;",
                    "",
                    "Ünder den Linden — the cat's \"fox\"");
    private static final Strings COLUMN =
            Strings.of("cat", "dog", "a much longer text of more than thirty-two letters", "")
                    .reshape(4, 1);
    private static final Tensor IDS = Tensor.of(new int[][] {{1}, {22}, {-333}, {0}});

    private static final Map<String, Tensor> RESULTS = new LinkedHashMap<>();
    private static final Map<String, IntegerLookup> INTEGERS = new LinkedHashMap<>();

    static {
        strings();
        integers();
        vectors();
        hashes();
        contracts();
    }

    TextLayersTest() {
        super(ROWS);
    }

    private static StringLookup words() {
        return StringLookup.of().vocabulary(WORDS);
    }

    private static void strings() {
        RESULTS.put("string_int", words().apply(SOME));
        RESULTS.put("string_masked", words().maskToken("").apply(SOME));
        RESULTS.put(
                "string_special",
                StringLookup.of()
                        .maskToken("")
                        .vocabulary(List.of("", "[UNK]", "cat", "dog", "emu", "fox"))
                        .apply(SOME));
        RESULTS.put("string_oov", words().numOovIndices(3).apply(SOME));
        RESULTS.put("string_salted", words().numOovIndices(3).salt(7, 9).apply(SOME));
        RESULTS.put(
                "string_one_hot",
                words().outputMode(OutputMode.ONE_HOT).apply(Strings.of("fox", "yak")));
        RESULTS.put(
                "string_multi_hot",
                words().outputMode(OutputMode.MULTI_HOT).maskToken("").apply(SOME));
        RESULTS.put(
                "string_count", words().outputMode(OutputMode.COUNT).numOovIndices(2).apply(SOME));
        RESULTS.put(
                "string_padded",
                words().outputMode(OutputMode.COUNT).maxTokens(8).padToMaxTokens(true).apply(SOME));
        RESULTS.put(
                "string_tf_idf",
                words().outputMode(OutputMode.TF_IDF).idfWeights(0.1, 0.2, 0.3, 0.4).apply(SOME));
    }

    private static Tensor x(String name) {
        return KERAS.tensor(name, "x").cast(DType.INT64);
    }

    private static IntegerLookup ids() {
        return IntegerLookup.of(3, 7, 100);
    }

    private static void integers() {
        INTEGERS.put("integer_int", ids());
        INTEGERS.put("integer_masked", ids().maskToken(0L));
        INTEGERS.put("integer_oov", ids().numOovIndices(3));
        INTEGERS.put("integer_inverted", ids().invert(true));
        INTEGERS.put("integer_inverted_masked", ids().invert(true).maskToken(0L));
        INTEGERS.put("integer_multi_hot", ids().outputMode(OutputMode.MULTI_HOT).maskToken(0L));
        INTEGERS.put("integer_count", ids().outputMode(OutputMode.COUNT).numOovIndices(2));
        INTEGERS.put("integer_one_hot", ids().outputMode(OutputMode.ONE_HOT));
        INTEGERS.put(
                "integer_tf_idf", ids().outputMode(OutputMode.TF_IDF).idfWeights(0.5, 0.25, 2));
        INTEGERS.forEach((name, layer) -> RESULTS.put(name, layer.apply(x(name))));
        RESULTS.put(
                "integer_hashed",
                ids().numOovIndices(4).oovByFarmHash().apply(x("integer_hashed")));
        var data = KERAS.tensor("integer_adapted", "data").cast(DType.INT64);
        var adapted = IntegerLookup.of().outputMode(OutputMode.TF_IDF).adapt(data);
        RESULTS.put("integer_adapted", adapted.apply(data));
        RESULTS.put("integer_limited", IntegerLookup.of().maxTokens(3).adapt(data).apply(data));
    }

    private static void vectors() {
        vector("vector_int", TextVectorization.of());
        vector("vector_length", TextVectorization.of().outputSequenceLength(4).maxTokens(6));
        vector("vector_longer", TextVectorization.of().outputSequenceLength(10));
        vector("vector_lower", TextVectorization.of().standardize(Standardize.LOWER));
        vector("vector_strip", TextVectorization.of().standardize(Standardize.STRIP_PUNCTUATION));
        vector("vector_as_is", TextVectorization.of().standardize(Standardize.NONE));
        vector(
                "vector_characters",
                TextVectorization.of().split(Split.CHARACTER).outputSequenceLength(9));
        vector("vector_bigrams", TextVectorization.of().ngrams(2));
        vector("vector_trigrams_only", TextVectorization.of().ngrams(new int[] {3}));
        vector("vector_multi_hot", TextVectorization.of().outputMode(OutputMode.MULTI_HOT));
        vector(
                "vector_count",
                TextVectorization.of()
                        .outputMode(OutputMode.COUNT)
                        .maxTokens(20)
                        .padToMaxTokens(true));
        vector("vector_tf_idf", TextVectorization.of().outputMode(OutputMode.TF_IDF));
        vector(
                "vector_whole",
                TextVectorization.of().split(Split.NONE).standardize(Standardize.LOWER));
        RESULTS.put("vector_given", TextVectorization.of().vocabulary(WORDS).apply(TEXTS));
    }

    private static void vector(String name, TextVectorization layer) {
        var adapted = layer.adapt(TEXTS);
        assertThat(adapted.vocabulary()).as(name).hasSize((int) KERAS.tensor(name, "size").item());
        RESULTS.put(name, adapted.apply(TEXTS));
    }

    private static void hashes() {
        RESULTS.put("hash_words", Hashing.of(7).apply(COLUMN));
        RESULTS.put("hash_salted", Hashing.of(7).salt(133, 137).apply(COLUMN));
        RESULTS.put("hash_masked", Hashing.of(7).maskValue("").apply(COLUMN));
        RESULTS.put("hash_numbers", Hashing.of(7).apply(IDS));
        RESULTS.put("hash_numbers_masked", Hashing.of(7).maskValue(22).salt(5, 5).apply(IDS));
        RESULTS.put("hash_one_hot", Hashing.of(7).outputMode(OutputMode.ONE_HOT).apply(COLUMN));
        RESULTS.put(
                "hash_count",
                Hashing.of(5)
                        .outputMode(OutputMode.COUNT)
                        .apply(Strings.of(new String[][] {{"cat", "dog"}, {"emu", "cat"}})));
        RESULTS.put("cross", HashedCrossing.of(1000).cross(COLUMN, IDS));
        var flat = IDS.reshape(4);
        RESULTS.put(
                "cross_flat",
                HashedCrossing.of(9)
                        .outputMode(OutputMode.ONE_HOT)
                        .cross(COLUMN.reshape(4), flat, flat));
    }

    private static void contracts() {
        ROWS.alone(
                "string_lookup",
                words().numOovIndices(2).maskToken("").outputMode(OutputMode.COUNT),
                StringLookup.of("gnu"),
                layer -> layer.apply(SOME));
        ROWS.alone(
                "text_vectorization",
                TextVectorization.of().ngrams(2).outputSequenceLength(3).vocabulary(WORDS),
                TextVectorization.of().split(Split.CHARACTER).vocabulary(WORDS),
                layer -> layer.apply(TEXTS));
        ROWS.alone(
                "hashing",
                Hashing.of(7).salt(1, 2).maskValue(22),
                Hashing.of(3).outputMode(OutputMode.ONE_HOT),
                layer -> layer.apply(IDS));
        ROWS.alone(
                "hashed_crossing",
                HashedCrossing.of(9).outputMode(OutputMode.ONE_HOT),
                HashedCrossing.of(2),
                layer -> layer.cross(COLUMN, IDS));
    }

    static Stream<String> cases() {
        return KERAS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatKerasComputes(String name) {
        var y = Objects.requireNonNull(RESULTS.get(name), name);
        assertClose(y.cast(DType.FLOAT32), KERAS.tensor(name, "y"));
    }

    private static Tensor run(Layer<?> layer, Tensor x) {
        return Scope.of(Weights.of(0), Pass.inference()).call(layer, x);
    }

    static Stream<String> integerCases() {
        return INTEGERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("integerCases")
    void numbersAreLookedUpInModelsToo(String name) {
        var layer = Objects.requireNonNull(INTEGERS.get(name));
        assertClose(run(layer, x(name)).cast(DType.FLOAT32), KERAS.tensor(name, "y"));
    }

    @Test
    void wordsComeBack() {
        var layer = words().maskToken("").invert(true);
        var words = layer.words(Tensor.of(new int[][] {{2, 5, 0}, {1, 99, 3}}));
        assertThat(words)
                .isEqualTo(
                        Strings.of(new String[][] {{"cat", "fox", ""}, {"[UNK]", "[UNK]", "dog"}}));
    }

    @Test
    void theCommonestWordsComeFirst() {
        var layer = StringLookup.of().maxTokens(3).adapt(Strings.of("b", "a", "c", "b", "c", "d"));
        assertThat(layer.vocabulary()).containsExactly("[UNK]", "c", "b");
        assertThat(layer.vocabularySize()).isEqualTo(3);
    }

    @Test
    void learnedWordsGoThroughAFile() {
        var learned = TextVectorization.of().outputMode(OutputMode.TF_IDF).adapt(TEXTS);
        assertThat(learned.options().values().get("vocabulary")).isEqualTo(Optional.empty());
        var lines = learned.vocabularyLines().orElseThrow();
        assertThat(lines).startsWith("[UNK]", "the", "fox");
        var read =
                TextVectorization.of()
                        .outputMode(OutputMode.TF_IDF)
                        .vocabularyLines(lines)
                        .tokenWeights(learned.tokenWeights().orElseThrow());
        assertClose(read.apply(TEXTS), learned.apply(TEXTS), 0);
        assertThat(words().vocabularyLines()).isEmpty();
    }

    @Test
    void optionsMakeAnEqualLayer() {
        var layer =
                TextVectorization.of()
                        .vocabulary(WORDS)
                        .ngrams(2)
                        .maxTokens(9)
                        .outputMode(OutputMode.COUNT)
                        .split(Split.CHARACTER)
                        .standardize(Standardize.NONE)
                        .padToMaxTokens(true);
        var copy = TextVectorization.of().name("copy").name("other");
        for (var option : layer.options().all()) {
            copy.options().assign(option.name(), option.value());
        }
        assertThat(copy.options()).hasToString(layer.options().toString());
        assertClose(copy.apply(TEXTS), layer.apply(TEXTS), 0);
        assertThat(TextVectorization.of())
                .hasToString(
                        "TextVectorization(max_tokens=None,"
                                + " standardize=lower_and_strip_punctuation, split=whitespace,"
                                + " ngrams=None, output_mode=int, output_sequence_length=None,"
                                + " pad_to_max_tokens=false, sparse=false, ragged=false,"
                                + " vocabulary=None, idf_weights=None, encoding='utf-8',"
                                + " vocabulary_size=None)");
        assertThat(IntegerLookup.of(3, 4))
                .hasToString(
                        "IntegerLookup(invert=false, max_tokens=None, num_oov_indices=1,"
                                + " oov_token=-1, mask_token=None, output_mode=int, sparse=false,"
                                + " pad_to_max_tokens=false, vocabulary_dtype='int64',"
                                + " idf_weights=None, vocabulary=[3, 4], vocabulary_size=None,"
                                + " oov_method='floormod', salt=None)");
    }

    @Test
    void ownFunctionsCleanAndCut() {
        var layer =
                TextVectorization.of()
                        .standardize(t -> t.replace("x", "y"))
                        .split(t -> List.of(t.split("-")))
                        .vocabulary(List.of("a", "y"));
        assertThat(layer.apply(Strings.of("a-x-b")).toInts()).containsExactly(2, 3, 1);
    }

    @Test
    void mistakesAreNamed() {
        Wrong.says(
                """
                StringLookup: the vocabulary is not known yet
                  fix: layer.adapt(data), or layer.vocabulary(tokens)
                """,
                () -> StringLookup.of().apply(SOME));
        Wrong.says(
                """
                StringLookup: the vocabulary has tokens twice
                  received: [a]      expected: each token once
                """,
                () -> StringLookup.of("a", "b", "a"));
        Wrong.says(
                """
                StringLookup: a special token stands inside of the vocabulary
                  received: '' at place 1      expected: no special tokens, or [] at the beginning
                """,
                () -> StringLookup.of().maskToken("").vocabulary(List.of("a", "")));
        Wrong.says(
                """
                StringLookup: the vocabulary is larger than max_tokens
                  received: 3, special tokens included      expected: 2 or fewer
                """,
                () -> StringLookup.of().maxTokens(2).vocabulary(List.of("a", "b")));
        Wrong.says(
                """
                StringLookup: a token is not in the vocabulary
                  received: 'yak'      expected: known tokens only, as num_oov_indices is 0
                  fix: numOovIndices(1)
                """,
                () -> words().numOovIndices(0).apply(SOME));
        Wrong.says(
                """
                StringLookup 'string_lookup': a model cannot hold words
                  received: a tensor float32(2,)
                  fix: make numbers of them before: layer.apply(Strings.of(…))
                """,
                () -> run(words(), Tensor.zeros(2)));
        Wrong.says(
                """
                StringLookup: the weights of tokens are missing
                  fix: layer.idfWeights(…), or layer.adapt(texts)
                """,
                () -> words().outputMode(OutputMode.TF_IDF).apply(SOME));
        Wrong.says(
                """
                StringLookup: the vocabulary is given already
                  fix: adapt a layer without a vocabulary
                """,
                () -> words().adapt(SOME));
        Wrong.says(
                """
                Hashing 'hashing': a model cannot compute hashes
                  received: a tensor float32(2,)
                  fix: make the bins before: layer.apply(tensor)
                """,
                () -> run(Hashing.of(3), Tensor.zeros(2)));
        Wrong.says(
                """
                TextVectorization: texts of several words are not one hot
                  expected: multi_hot, or texts that are not cut
                  fix: outputMode(OutputMode.MULTI_HOT), or split(Split.NONE)
                """,
                () ->
                        TextVectorization.of()
                                .vocabulary(WORDS)
                                .outputMode(OutputMode.ONE_HOT)
                                .apply(TEXTS));
        Wrong.says(
                """
                HashedCrossing: these are no features to be combined
                  received: [(4, 1)]      expected: two or more of one shape
                """,
                () -> HashedCrossing.of(3).cross(IDS));
    }
}
