package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Numbers from 0 on for whole numbers of any size, or with `invert` the other way round.
///
/// In a model an unknown number is no error: with `numOovIndices(0)` it becomes -1, and nothing in
/// rows. Defaults: one number for unknown ones, dealt out by remainder where there are several, no
/// mask token, `oov_token` -1, INT (int64).
public final class IntegerLookup extends IndexLookup<Long, IntegerLookup> {
    private String vocabularyDtype = "int64";

    private IntegerLookup() {
        super(-1L);
    }

    /// Without a vocabulary until it is adapted.
    public static IntegerLookup of() {
        return new IntegerLookup();
    }

    /// With these numbers.
    public static IntegerLookup of(long... vocabulary) {
        return of().vocabulary(Arrays.stream(vocabulary).boxed().toList());
    }

    /// Deals unknown numbers out by the hash of their digits, instead of their remainder.
    public IntegerLookup oovByFarmHash() {
        return oovByHash();
    }

    /// This layer with the numbers of a tensor, the commonest first. A row is a document.
    public IntegerLookup adapt(Tensor numbers) {
        var all = longs(numbers);
        int width = numbers.rank() < 2 ? 1 : numbers.size() / numbers.dim(0);
        var rows =
                IntStream.range(0, all.length / width)
                        .mapToObj(i ->
                                Arrays.stream(all, i * width, (i + 1) * width).boxed().toList())
                        .toList();
        return learned(rows, Comparator.naturalOrder());
    }

    private static long[] longs(Tensor numbers) {
        return (long[]) numbers.cast(DType.INT64).toArray();
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = input.cast(DType.INT64);
        return invert() ? original(x) : encoded(number(s, x), s.dtype());
    }

    private Tensor number(Scope s, Tensor x) {
        var known = known().tokens().stream().mapToLong(t -> t).toArray();
        var equal = x.expandDims(-1).equal(Tensor.of(known));
        var places = Tensor.iota(new Spec(Shape.of(known.length), DType.INT64), 0);
        var place = Tensor.where(equal, places, Tensor.scalar(0, DType.INT64)).sum(-1);
        var start = Tensor.scalar(tokenStart(), DType.INT64);
        var number = Tensor.where(equal.any(-1), place.add(start), unknown(s, x));
        return maskToken()
                .map(m -> Tensor.where(x.equal(Tensor.of((long) m).reshape()), masked(), number))
                .orElse(number);
    }

    private Tensor masked() {
        return Tensor.scalar(outputMode() == OutputMode.INT ? 0 : -1, DType.INT64);
    }

    private Tensor unknown(Scope s, Tensor x) {
        int count = numOovIndices();
        if (count < 2) {
            return Tensor.scalar(count == 0 ? -1 : oovStart(), DType.INT64);
        }
        if (!oovMethod().equals("floormod")) {
            throw s.wrong("a model cannot deal unknown numbers out by a hash")
                    .received("oov_method " + oovMethod())
                    .expected("floormod")
                    .fix("make the numbers before: layer.apply(tensor)");
        }
        var divisor = Tensor.scalar(count, DType.INT64);
        return x.mod(divisor).add(Tensor.scalar(oovStart(), DType.INT64));
    }

    private Tensor original(Tensor x) {
        var all = vocabulary().stream().mapToLong(t -> t).toArray();
        var last = Tensor.scalar(all.length - 1, DType.INT64);
        var zero = Tensor.scalar(0, DType.INT64);
        var inside = x.maximum(zero).minimum(last);
        var known = x.equal(inside);
        long unknown = oovToken().orElse(-1L);
        return Tensor.where(known, Tensor.of(all).take(inside, 0), Tensor.of(unknown).reshape());
    }

    /// The numbers of a tensor's numbers, or the rows made of them, at once: what a model computes,
    /// but unknown numbers may be dealt out by a hash, and are an error with `numOovIndices(0)`.
    public Tensor apply(Tensor x) {
        if (invert()) {
            return original(x.cast(DType.INT64));
        }
        var known = known();
        var numbers = Arrays.stream(longs(x)).map(n -> number(known, n)).toArray();
        return encoded(Tensor.of(numbers, new Spec(x.shape(), DType.INT64)), DType.FLOAT32);
    }

    @Override
    long bucket(Long token) {
        return oovMethod().equals("floormod")
                ? Math.floorMod(token, (long) numOovIndices())
                : bucketByHash(token.toString());
    }

    @Override
    Long parsed(Object token) {
        if (token instanceof Number n) {
            return n.longValue();
        }
        try {
            return Long.valueOf(token.toString());
        } catch (NumberFormatException e) {
            throw HebbException.of("IntegerLookup", "a token is no whole number")
                    .received(token)
                    .cause(e);
        }
    }

    @Override
    public Options options() {
        return lookupOptions(
                Options.of(
                        "vocabulary_dtype",
                        String.class,
                        vocabularyDtype,
                        v -> vocabularyDtype = v));
    }
}
