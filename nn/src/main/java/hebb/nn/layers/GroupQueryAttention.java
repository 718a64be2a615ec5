package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// Attention in several heads, of which groups share their keys and values.
///
/// - inputs: query (batch, steps, q), value (batch, values, v), key (batch, values, k); without a
///   key the values are it. Masks of all of them count.
/// - result (batch, steps, q); with `returnAttentionScores` also the weights (batch, query heads,
///   steps, values)
/// - weights: `query/kernel` (q, query heads, headDim), `query/bias`, `key/…` and `value/…` (key
///   heads), `attention_output/kernel` (query heads, headDim, q), `attention_output/bias` (q).
///   Keras's files call the parts `_query_dense` and so on.
///
/// Defaults: no dropout, biases. Source: Ainslie and others, arXiv 2305.13245.
public final class GroupQueryAttention extends Headed<GroupQueryAttention> {
    private int headDim;
    private int numQueryHeads;
    private int numKeyValueHeads;

    private GroupQueryAttention(int headDim, int numQueryHeads, int numKeyValueHeads) {
        this.headDim = Require.positive("GroupQueryAttention", "head_dim", headDim);
        this.numQueryHeads =
                Require.positive("GroupQueryAttention", "num_query_heads", numQueryHeads);
        this.numKeyValueHeads =
                Require.positive("GroupQueryAttention", "num_key_value_heads", numKeyValueHeads);
    }

    /// With heads of this length, so many for queries, and so many for keys and values, of which
    /// the first is a multiple.
    public static GroupQueryAttention of(int headDim, int numQueryHeads, int numKeyValueHeads) {
        if (numKeyValueHeads > 0 && numQueryHeads % numKeyValueHeads != 0) {
            throw HebbException.of(
                            "GroupQueryAttention", "the query heads do not divide into groups")
                    .received(numQueryHeads + " for " + numKeyValueHeads)
                    .expected("a multiple of num_key_value_heads");
        }
        return new GroupQueryAttention(headDim, numQueryHeads, numKeyValueHeads);
    }

    @Override
    EinsumDense projection(String name, int rank) {
        boolean shared = name.equals("key") || name.equals("value");
        return dense(name, rank - 1, 1, shared ? numKeyValueHeads : numQueryHeads, headDim);
    }

    @Override
    EinsumDense output(Tensor query) {
        return dense("attention_output", query.rank() - 1, 2, query.dim(-1));
    }

    @Override
    Heads heads(Tensor query, Tensor key, Tensor value) {
        int times = numQueryHeads / numKeyValueHeads;
        return new Heads(query, key.repeat(times, 2), value.repeat(times, 2));
    }

    @Override
    Equations equations(Scope s, Tensor query) {
        return new Equations("bkuh,bquh->buqk", "buqk,bkuh->bquh", 1);
    }

    @Override
    public Options options() {
        return Options.of("head_dim", int.class, headDim, v -> headDim = v)
                .and("num_query_heads", int.class, numQueryHeads, v -> numQueryHeads = v)
                .and("num_key_value_heads", int.class, numKeyValueHeads, v -> numKeyValueHeads = v)
                .and(biasOption())
                .and(gateOption())
                .and(windowOption())
                .and(dropoutOption())
                .and(ruleOptions());
    }
}
