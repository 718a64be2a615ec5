package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Numbers for words, or with `invert` words for numbers.
///
/// Tensors hold no words, so it stands at the entrance of a model, behind an Input of texts, or
/// before it: its [#apply(Strings)] makes the tensor that a model is given. Defaults: one number
/// for unknown words, no mask token, `oov_token` `[UNK]`, INT (int64).
public final class StringLookup extends IndexLookup<String, StringLookup> implements TextLayer {
    static final Comparator<String> BYTES =
            (a, b) ->
                    Arrays.compareUnsigned(
                            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private String encoding = "utf-8";

    private StringLookup() {
        super("[UNK]");
    }

    /// Without a vocabulary until it is adapted.
    public static StringLookup of() {
        return new StringLookup();
    }

    /// With these words.
    public static StringLookup of(String... vocabulary) {
        return of().vocabulary(List.of(vocabulary));
    }

    /// With the words of a file, one a line.
    public StringLookup vocabulary(Path file) {
        try {
            return vocabulary(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This layer with the words of texts, the commonest first. A row is a document.
    public StringLookup adapt(Strings words) {
        return learned(words.rows(), BYTES);
    }

    /// The numbers of words, or the rows made of them.
    @Override
    public Tensor apply(Strings words) {
        if (invert()) {
            throw HebbException.of("StringLookup", "it turns numbers into words")
                    .received("words")
                    .fix("layer.words(numbers)");
        }
        var known = known();
        return encoded(words.numbers(w -> number(known, w)), DType.FLOAT32);
    }

    @Override
    public Spec results(Shape texts) {
        return TextLayer.results(texts, numbers -> encoded(numbers, DType.FLOAT32));
    }

    /// The words of numbers; `oov_token` for those that no word has.
    public Strings words(Tensor numbers) {
        var all = vocabulary();
        var unknown = oovToken().orElse("");
        var words =
                Arrays.stream(numbers.toInts())
                        .mapToObj(n -> n >= 0 && n < all.size() ? all.get(n) : unknown)
                        .toList();
        return new Strings(numbers.shape(), words);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        throw s.wrong("a model cannot hold words")
                .received("a tensor " + x.spec())
                .fix("make numbers of them before: layer.apply(Strings.of(…))");
    }

    @Override
    long bucket(String token) {
        return bucketByHash(token);
    }

    @Override
    String parsed(Object token) {
        return String.valueOf(token);
    }

    @Override
    public Options options() {
        return lookupOptions(Options.none())
                .and("encoding", String.class, encoding, v -> encoding = v);
    }
}
