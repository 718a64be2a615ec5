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
import java.util.Optional;

/// Words or whole numbers dealt out into `num_bins` bins by their hash: FarmHash, or SipHash with a
/// salt.
///
/// Hashes are no arithmetic of tensors, so it stands at the entrance of a model, behind an Input of
/// texts, or before it: its `apply` makes the tensor that a model is given. Numbers are hashed as
/// their digits. Defaults: nothing masked, no salt, INT (int64).
public final class Hashing extends Layer<Hashing> implements TextLayer {
    private int numBins;
    private Optional<Object> maskValue = Optional.empty();
    private Optional<List<Long>> salt = Optional.empty();
    private OutputMode outputMode = OutputMode.INT;
    private boolean sparse;

    private Hashing(int numBins) {
        this.numBins = Require.positive("Hashing", "num_bins", numBins);
    }

    /// Into this many bins.
    public static Hashing of(int numBins) {
        return new Hashing(numBins);
    }

    /// The word or number that has bin 0 for itself. Default: none.
    public Hashing maskValue(Object maskValue) {
        return with(l -> l.maskValue = Optional.of(maskValue));
    }

    /// The key of SipHash. Default: none, and FarmHash.
    public Hashing salt(long first, long second) {
        return with(l -> l.salt = Optional.of(List.of(first, second)));
    }

    /// INT, ONE_HOT, MULTI_HOT or COUNT. Default: INT.
    public Hashing outputMode(OutputMode outputMode) {
        if (outputMode == OutputMode.TF_IDF) {
            throw HebbException.of("Hashing", "output_mode is not for bins")
                    .received(outputMode)
                    .expected("int, one_hot, multi_hot or count");
        }
        return with(l -> l.outputMode = outputMode);
    }

    /// The bins of words, or the rows made of them.
    @Override
    public Tensor apply(Strings words) {
        var mask = maskValue.map(String::valueOf);
        return encoded(words.numbers(w -> bin(w, mask.filter(w::equals).isPresent())));
    }

    @Override
    public Spec results(Shape texts) {
        return TextLayer.results(texts, this::encoded);
    }

    /// The bins of numbers, those with fractions cut to whole ones, or the rows made of them.
    public Tensor apply(Tensor numbers) {
        var values = (long[]) numbers.cast(DType.INT64).toArray();
        var mask = maskValue.map(v -> ((Number) v).longValue());
        var bins =
                Arrays.stream(values)
                        .map(n -> bin(Long.toString(n), mask.filter(m -> m == n).isPresent()))
                        .toArray();
        return encoded(Tensor.of(bins, new Spec(numbers.shape(), DType.INT64)));
    }

    private long bin(String text, boolean masked) {
        if (maskValue.isEmpty() || numBins == 1) {
            return HashBuckets.of(text, numBins, salt);
        }
        return masked ? 0 : 1 + HashBuckets.of(text, numBins - 1, salt);
    }

    private Tensor encoded(Tensor bins) {
        return outputMode.encoded(bins, numBins, DType.FLOAT32, Optional.empty());
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        throw s.wrong("a model cannot compute hashes")
                .received("a tensor " + x.spec())
                .fix("make the bins before: layer.apply(tensor)");
    }

    @Override
    public Options options() {
        return Options.of("num_bins", int.class, numBins, v -> numBins = v)
                .optional(
                        "salt",
                        Object.class,
                        salt.map(v -> v),
                        v -> salt = v.map(HashBuckets::salt))
                .optional("mask_value", Object.class, maskValue, v -> maskValue = v)
                .and("output_mode", OutputMode.class, outputMode, v -> outputMode = v)
                .and("sparse", boolean.class, sparse, v -> sparse = v);
    }
}
