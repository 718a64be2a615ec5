package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Attention in several heads: each projects query, key and value with kernels of its own, attends
/// by scaled dot products, and all of them are projected together to the result.
///
/// - inputs: query (batch, …, steps, q), value (batch, …, values, v), key (batch, …, values, k);
///   without a key the values are it. Masks of all of them count.
/// - result (batch, …, steps, q), or with `outputShape` as its last axes; with
///   `returnAttentionScores` also the weights (batch, heads, …, steps, values)
/// - weights: `query/kernel` (q, heads, keyDim), `query/bias` (heads, keyDim), `key/…`, `value/…`
///   (valueDim), `attention_output/kernel` (heads, valueDim, q), `attention_output/bias` (q).
///   Keras's files call the parts `query_dense`, `key_dense`, `value_dense`, `output_dense`.
///
/// Defaults: `valueDim` is `keyDim`, no dropout, biases, the query's length as the result's,
/// attention over all axes between batch and features. Source: Vaswani and others, arXiv
/// 1706.03762.
public final class MultiHeadAttention extends Headed<MultiHeadAttention> {
    private int numHeads;
    private int keyDim;
    private Optional<Integer> valueDim = Optional.empty();
    private Optional<int[]> outputShape = Optional.empty();
    private Optional<int[]> attentionAxes = Optional.empty();

    private MultiHeadAttention(int numHeads, int keyDim) {
        this.numHeads = Require.positive("MultiHeadAttention", "num_heads", numHeads);
        this.keyDim = Require.positive("MultiHeadAttention", "key_dim", keyDim);
    }

    /// With this many heads, and queries and keys of this length in each.
    public static MultiHeadAttention of(int numHeads, int keyDim) {
        return new MultiHeadAttention(numHeads, keyDim);
    }

    /// With values of this length in each head. Default: that of keys.
    public MultiHeadAttention valueDim(int valueDim) {
        int checked = Require.positive("MultiHeadAttention", "value_dim", valueDim);
        return with(l -> l.valueDim = Optional.of(checked));
    }

    /// With a result of these last axes. Default: the query's last.
    public MultiHeadAttention outputShape(int... outputShape) {
        return with(l -> l.outputShape = Optional.of(outputShape.clone()));
    }

    /// With attention over these axes of the inputs. Default: all but batch and features.
    public MultiHeadAttention attentionAxes(int... attentionAxes) {
        return with(l -> l.attentionAxes = Optional.of(attentionAxes.clone()));
    }

    @Override
    EinsumDense projection(String name, int rank) {
        int length = name.equals("query") || name.equals("key") ? keyDim : valueDim.orElse(keyDim);
        return dense(name, rank - 1, 1, numHeads, length);
    }

    @Override
    EinsumDense output(Tensor query) {
        var lengths = outputShape.orElseGet(() -> new int[] {query.dim(-1)});
        return dense("attention_output", query.rank() - 1, 2, lengths);
    }

    @Override
    Heads heads(Tensor query, Tensor key, Tensor value) {
        return new Heads(query, key, value);
    }

    @Override
    Equations equations(Scope s, Tensor query) {
        int rank = query.rank();
        var axes = axes(s, rank);
        var target = letters(0, rank);
        var source = new StringBuilder(target);
        int next = rank;
        for (int i = 1; i < rank - 1; i++) {
            if (contains(axes, i)) {
                source.setCharAt(i, (char) ('a' + next++));
            }
        }
        var product = new StringBuilder();
        IntStream.range(0, rank - 1)
                .filter(i -> !contains(axes, i))
                .forEach(i -> product.append(target.charAt(i)));
        Arrays.stream(axes).forEach(i -> product.append(target.charAt(i)));
        Arrays.stream(axes).forEach(i -> product.append(source.charAt(i)));
        return new Equations(
                source + "," + target + "->" + product,
                product + "," + source + "->" + target,
                axes.length);
    }

    private int[] axes(Scope s, int rank) {
        if (attentionAxes.isEmpty()) {
            return IntStream.range(1, rank - 2).toArray();
        }
        var axes = Arrays.stream(attentionAxes.get()).map(a -> a < 0 ? a + rank - 1 : a).toArray();
        for (int axis : axes) {
            if (axis < 1 || axis > rank - 3) {
                throw noSuchAxis(s, rank);
            }
        }
        return axes;
    }

    private HebbException noSuchAxis(Scope s, int rank) {
        return s.wrong("attention_axes names an axis without steps")
                .received(Arrays.toString(attentionAxes.orElseThrow()))
                .expected("axes from 1 to " + (rank - 3));
    }

    private static boolean contains(int[] axes, int axis) {
        return IntStream.of(axes).anyMatch(a -> a == axis);
    }

    /// As in Keras the price is on what the projections make.
    @Override
    protected Regularizer priceOfResults() {
        return Regularizer.none();
    }

    @Override
    public Options options() {
        return Options.of("num_heads", int.class, numHeads, v -> numHeads = v)
                .and("key_dim", int.class, keyDim, v -> keyDim = v)
                .and(
                        "value_dim",
                        int.class,
                        valueDim.orElse(keyDim),
                        v -> valueDim = Optional.of(v))
                .and(dropoutOption())
                .and(biasOption())
                .and(gateOption())
                .optional("output_shape", int[].class, outputShape, v -> outputShape = v)
                .optional("attention_axes", int[].class, attentionAxes, v -> attentionAxes = v)
                .and(windowOption())
                .and(ruleOptions());
    }
}
