package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.check.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Numbers for tokens: first the mask token if there is one, then those for unknown tokens, then
/// the vocabulary in order.
///
/// @param <T> what a token is
/// @param <S> the class itself
public abstract sealed class IndexLookup<T, S extends IndexLookup<T, S>> extends Layer<S>
        implements VocabularyFile permits StringLookup, IntegerLookup {
    private Optional<Integer> maxTokens = Optional.empty();
    private int numOovIndices = 1;
    private Optional<T> maskToken = Optional.empty();
    private Optional<T> oovToken;
    private Optional<Vocabulary<T>> vocabulary = Optional.empty();
    private boolean learned;
    private Optional<List<Double>> idfWeights = Optional.empty();
    private boolean invert;
    private OutputMode outputMode = OutputMode.INT;
    private boolean sparse;
    private boolean padToMaxTokens;
    private String oovMethod = "floormod";
    private Optional<List<Long>> salt = Optional.empty();
    private Optional<Integer> vocabularySize = Optional.empty();

    IndexLookup(T oovToken) {
        this.oovToken = Optional.of(oovToken);
    }

    // ---- options

    /// The vocabulary, with the special tokens at its beginning or without them.
    public final S vocabulary(List<T> vocabulary) {
        return with(l -> {
            own(l).vocabulary = Optional.of(Vocabulary.of(vocabulary));
            own(l).learned = false;
            var _ = l.known();
        });
    }

    /// How many numbers there are at most, special ones included. Default: as many as needed.
    public final S maxTokens(int maxTokens) {
        return with(l ->
                own(l).maxTokens =
                        Optional.of(Require.atLeast(className(), "max_tokens", 2, maxTokens)));
    }

    /// How many numbers unknown tokens have; several are dealt out by a hash. With none, they are
    /// an error. Default: 1.
    public final S numOovIndices(int numOovIndices) {
        return with(l ->
                own(l).numOovIndices =
                        Require.atLeast(className(), "num_oov_indices", 0, numOovIndices));
    }

    /// The token that stands for no token: 0 among numbers, nothing in rows. Default: none.
    public final S maskToken(T maskToken) {
        return with(l -> own(l).maskToken = Optional.of(maskToken));
    }

    /// The token that numbers of unknown ones turn back into.
    public final S oovToken(T oovToken) {
        return with(l -> own(l).oovToken = Optional.of(oovToken));
    }

    /// How much each token of the vocabulary weighs, for TF_IDF.
    public final S idfWeights(double... idfWeights) {
        var weights = Arrays.stream(idfWeights).boxed().toList();
        return with(l -> own(l).idfWeights = Optional.of(weights));
    }

    /// The other way round: tokens for numbers. Default: no.
    public final S invert(boolean invert) {
        return with(l -> own(l).invert = invert);
    }

    /// What is made of the numbers. Default: INT.
    public final S outputMode(OutputMode outputMode) {
        return with(l -> own(l).outputMode = outputMode);
    }

    /// Whether rows are as long as `max_tokens` says, whatever the vocabulary is. Default: no.
    public final S padToMaxTokens(boolean padToMaxTokens) {
        return with(l -> own(l).padToMaxTokens = padToMaxTokens);
    }

    /// Deals unknown tokens out by SipHash with this key, instead of FarmHash.
    public final S salt(long first, long second) {
        return with(l -> {
            own(l).salt = Optional.of(List.of(first, second));
            own(l).oovMethod = "farmhash";
        });
    }

    final S oovByHash() {
        return with(l -> own(l).oovMethod = "farmhash");
    }

    /// This layer with another value of one of its options.
    final S assigned(String option, Object value) {
        return with(l -> l.options().assign(option, value));
    }

    private IndexLookup<T, S> own(S layer) {
        return layer;
    }

    // ---- learning

    /// This layer with the vocabulary of documents, the commonest tokens first.
    final S learned(List<List<T>> documents, Comparator<T> order) {
        if (vocabulary.isPresent() && !learned) {
            throw HebbException.of(className(), "the vocabulary is given already")
                    .fix("adapt a layer without a vocabulary");
        }
        var counts = new Vocabulary.Counts<T>();
        documents.forEach(counts::add);
        var special = new ArrayList<T>();
        maskToken.ifPresent(special::add);
        oovToken.ifPresent(special::add);
        int most = maxTokens.map(m -> m - tokenStart()).orElse(Integer.MAX_VALUE);
        var tokens = counts.commonest(most, special, order);
        return with(l -> {
            own(l).vocabulary = Optional.of(tokens);
            own(l).learned = true;
            own(l).vocabularySize = Optional.of(tokenStart() + tokens.size());
            if (outputMode == OutputMode.TF_IDF) {
                own(l).idfWeights = Optional.of(counts.idfWeights(tokens));
            }
        });
    }

    // ---- what it knows

    /// All tokens in the order of their numbers, special ones included.
    public final List<T> vocabulary() {
        var all = new ArrayList<T>();
        if (oovStart() == 1) {
            maskToken.ifPresent(all::add);
        }
        oovToken.ifPresent(t -> all.addAll(Collections.nCopies(numOovIndices, t)));
        all.addAll(known().tokens());
        return all;
    }

    /// How many numbers there are.
    public final int vocabularySize() {
        return tokenStart() + known().size();
    }

    final OutputMode outputMode() {
        return outputMode;
    }

    final boolean invert() {
        return invert;
    }

    final Optional<T> maskToken() {
        return maskToken;
    }

    final Optional<T> oovToken() {
        return oovToken;
    }

    final int numOovIndices() {
        return numOovIndices;
    }

    final String oovMethod() {
        return oovMethod;
    }

    final Optional<List<Long>> salt() {
        return salt;
    }

    /// The number of the first unknown token.
    final int oovStart() {
        return maskToken.isPresent() && outputMode == OutputMode.INT ? 1 : 0;
    }

    /// The number of the first token of the vocabulary.
    final int tokenStart() {
        return oovStart() + numOovIndices;
    }

    /// The tokens that are not special.
    final Vocabulary<T> known() {
        var given =
                vocabulary.orElseThrow(() ->
                        HebbException.of(className(), "the vocabulary is not known yet")
                                .fix("layer.adapt(data), or layer.vocabulary(tokens)"));
        if (learned) {
            return given;
        }
        var special = special();
        var inner = maskToken.<List<T>>map(List::of).orElse(List.of());
        var tokens = given.without(special).checked(className(), inner);
        if (maxTokens.isPresent() && tokenStart() + tokens.size() > maxTokens.get()) {
            throw HebbException.of(className(), "the vocabulary is larger than max_tokens")
                    .received(tokenStart() + tokens.size() + ", special tokens included")
                    .expected(maxTokens.get() + " or fewer");
        }
        return tokens;
    }

    private List<T> special() {
        var special = new ArrayList<T>();
        if (oovStart() == 1) {
            maskToken.ifPresent(special::add);
        }
        oovToken.ifPresent(t -> special.addAll(Collections.nCopies(numOovIndices, t)));
        return special;
    }

    // ---- numbers and rows

    /// The number of a token; -1 for one that does not count.
    final long number(Vocabulary<T> known, T token) {
        if (maskToken.isPresent() && maskToken.get().equals(token)) {
            return outputMode == OutputMode.INT ? 0 : -1;
        }
        int place = known.place(token);
        if (place >= 0) {
            return (long) tokenStart() + place;
        }
        return switch (numOovIndices) {
            case 0 ->
                    throw HebbException.of(className(), "a token is not in the vocabulary")
                            .received("'" + token + "'")
                            .expected("known tokens only, as num_oov_indices is 0")
                            .fix("numOovIndices(1)");
            case 1 -> oovStart();
            default -> oovStart() + bucket(token);
        };
    }

    /// Which of the numbers for unknown tokens this one has.
    abstract long bucket(T token);

    /// The hash by which texts are dealt out.
    final long bucketByHash(String text) {
        return HashBuckets.of(text, numOovIndices, salt);
    }

    /// Numbers in the form that is asked for.
    final Tensor encoded(Tensor numbers, DType type) {
        int depth = padToMaxTokens ? maxTokens.orElse(vocabularySize()) : vocabularySize();
        var rows = outputMode.encoded(numbers, depth, type, Optional.empty());
        return outputMode == OutputMode.TF_IDF ? rows.mul(weights(depth).cast(type)) : rows;
    }

    /// How much each number weighs: unknown tokens as the mean of the others.
    private Tensor weights(int depth) {
        var given =
                idfWeights.orElseThrow(() ->
                        HebbException.of(className(), "the weights of tokens are missing")
                                .fix("layer.idfWeights(…), or layer.adapt(texts)"));
        boolean whole = !learned && vocabulary.orElseThrow().beginsWith(special());
        int front = whole ? 0 : tokenStart();
        var weights = new double[depth];
        double mean = given.stream().mapToDouble(w -> w).average().orElse(0);
        Arrays.fill(weights, 0, front, mean);
        if (front + given.size() > depth) {
            throw HebbException.of(className(), "there are more weights than tokens")
                    .received(given.size())
                    .expected(depth - front);
        }
        for (int i = 0; i < given.size(); i++) {
            weights[front + i] = given.get(i);
        }
        return Tensor.of(weights);
    }

    // ---- files

    /// A token as a line of a file, and back.
    abstract T parsed(Object token);

    @Override
    public final Optional<List<String>> vocabularyLines() {
        return learned
                ? Optional.of(vocabulary().stream().map(String::valueOf).toList())
                : Optional.empty();
    }

    @Override
    public final S vocabularyLines(List<String> lines) {
        var tokens = Vocabulary.of(lines.stream().map(this::parsed).toList());
        return with(l -> {
            own(l).vocabulary = Optional.of(tokens.without(special()));
            own(l).learned = true;
        });
    }

    @Override
    public final Optional<Tensor> tokenWeights() {
        return outputMode == OutputMode.TF_IDF && vocabulary.isPresent()
                ? Optional.of(encodedWeights())
                : Optional.empty();
    }

    private Tensor encodedWeights() {
        int depth = padToMaxTokens ? maxTokens.orElse(vocabularySize()) : vocabularySize();
        return weights(depth).cast(DType.FLOAT32);
    }

    @Override
    public final S tokenWeights(Tensor weights) {
        int front = learned ? tokenStart() : 0;
        var own = Arrays.stream(weights.toDoubles()).skip(front).boxed().toList();
        int size = learned ? known().size() : own.size();
        return with(
                l -> own(l).idfWeights = Optional.of(own.subList(0, Math.min(size, own.size()))));
    }

    final Options lookupOptions(Options type) {
        Class<Object> any = Object.class;
        return Options.of("invert", boolean.class, invert, v -> invert = v)
                .optional("max_tokens", Integer.class, maxTokens, v -> maxTokens = v)
                .and("num_oov_indices", int.class, numOovIndices, v -> numOovIndices = v)
                .optional("oov_token", any, cast(oovToken), v -> oovToken = v.map(this::parsed))
                .optional("mask_token", any, cast(maskToken), v -> maskToken = v.map(this::parsed))
                .and("output_mode", OutputMode.class, outputMode, v -> outputMode = v)
                .and("sparse", boolean.class, sparse, v -> sparse = v)
                .and("pad_to_max_tokens", boolean.class, padToMaxTokens, v -> padToMaxTokens = v)
                .and(type)
                .optional(
                        "idf_weights",
                        any,
                        learned ? Optional.empty() : cast(idfWeights),
                        v -> idfWeights = v.map(IndexLookup::numbers))
                .optional(
                        "vocabulary",
                        any,
                        learned ? Optional.empty() : vocabulary.map(Vocabulary::tokens),
                        v -> {
                            vocabulary = v.map(tokens -> Vocabulary.of(list(tokens)));
                            learned = false;
                        })
                .optional("vocabulary_size", Integer.class, vocabularySize, v -> vocabularySize = v)
                .and("oov_method", String.class, oovMethod, v -> oovMethod = v)
                .optional("salt", any, cast(salt), v -> salt = v.map(HashBuckets::salt));
    }

    private static Optional<Object> cast(Optional<?> value) {
        return value.map(v -> v);
    }

    private List<T> list(Object tokens) {
        return ((List<?>) tokens).stream().map(t -> parsed(t)).toList();
    }

    private static List<Double> numbers(Object weights) {
        return ((List<?>) weights).stream().map(w -> ((Number) w).doubleValue()).toList();
    }
}
