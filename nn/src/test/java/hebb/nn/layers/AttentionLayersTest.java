package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static hebb.nn.layers.LayerRows.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.regularizers.L2;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Attention layers against the contract and Keras's numbers, with and without masks.
class AttentionLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("attention");
    private static final Golden MASKS = Golden.of("attention_masks");

    static {
        var attention = Attention.of().returnAttentionScores(true);
        var concat = attention.scoreMode(Attention.ScoreMode.CONCAT);
        var additive = AdditiveAttention.of().returnAttentionScores(true);
        ROWS.row("attention", attention, concat, shape(3, 4), shape(2, 4));
        ROWS.row(
                "attention_key",
                attention.useScale(true),
                concat,
                shape(3, 2),
                shape(2, 3),
                shape(2, 2));
        ROWS.row("attention_concat", concat, attention, shape(3, 2), shape(2, 2));
        ROWS.row(
                "attention_concat_scaled",
                concat.useScale(true).useCausalMask(true).dropout(0.3).seed(1),
                attention.useCausalMask(true),
                shape(2, 2),
                shape(3, 1),
                shape(3, 2));
        ROWS.row(
                "attention_causal",
                attention.useCausalMask(true),
                concat.useCausalMask(true),
                shape(2, 2),
                shape(3, 2));
        ROWS.row(
                "additive_attention", additive, additive.useScale(false), shape(3, 2), shape(2, 2));
        ROWS.row(
                "additive_attention_plain",
                additive.useScale(false).useCausalMask(true),
                additive.useCausalMask(true),
                shape(2, 2),
                shape(3, 1),
                shape(3, 2));
        heads();
    }

    AttentionLayersTest() {
        super(ROWS);
    }

    private static void heads() {
        var two = MultiHeadAttention.of(2, 3).returnAttentionScores(true);
        var one = MultiHeadAttention.of(1, 1).returnAttentionScores(true);
        ROWS.row("multi_head_attention", two, one, shape(2, 2), shape(3, 2));
        ROWS.row(
                "multi_head_attention_all",
                two.valueDim(2).useBias(false).outputShape(5).useCausalMask(true),
                one.useCausalMask(true),
                shape(2, 2),
                shape(3, 1),
                shape(3, 2));
        ROWS.row(
                "multi_head_attention_shape", two.outputShape(2, 3), one, shape(2, 1), shape(2, 1));
        ROWS.row(
                "multi_head_attention_axes",
                two.attentionAxes(1, 2),
                one,
                shape(2, 1, 2),
                shape(1, 2, 2));
        ROWS.row(
                "multi_head_attention_axis",
                two.attentionAxes(2),
                one,
                shape(2, 2, 1),
                shape(2, 1, 1));
        ROWS.row("multi_head_attention_gate", two.useGate(true), one, shape(2, 2), shape(2, 2));
        ROWS.row(
                "multi_head_attention_window",
                MultiHeadAttention.of(1, 3)
                        .slidingWindow(2)
                        .useCausalMask(true)
                        .returnAttentionScores(true),
                one.useCausalMask(true),
                shape(3, 2),
                shape(3, 2));
        var grouped = GroupQueryAttention.of(3, 4, 2).returnAttentionScores(true);
        var single = GroupQueryAttention.of(1, 1, 1).returnAttentionScores(true);
        ROWS.row("grouped_query_attention", grouped, single, shape(2, 2), shape(2, 2));
        ROWS.row(
                "grouped_query_attention_all",
                grouped.useBias(false).useGate(true).slidingWindow(2).useCausalMask(true),
                single.useCausalMask(true),
                shape(2, 2),
                shape(2, 1),
                shape(2, 2));
    }

    // ---- masks

    private static Tensor bool(String name) {
        return MASKS.tensor("given", name).notEqual(0);
    }

    /// Without masks for the inputs, or with those of a case.
    private static void requireMasked(
            String name, Layer<?> layer, boolean queryMask, boolean valueMask, Tensor... more) {
        var xs =
                Stream.concat(
                                Stream.of(MASKS.tensor("given", "q"), MASKS.tensor("given", "v")),
                                Stream.of(more))
                        .toList();
        var named = layer.name("l");
        var weights = Weights.of(0);
        var _ = Scope.of(weights, Pass.inference()).callAll(named, xs);
        MASKS.tensors(name)
                .forEach((k, w) -> {
                    if (k.startsWith("w:")) {
                        weights.assign("l/" + k.substring(2), w);
                    }
                });
        var scope = Scope.of(weights, Pass.inference());
        if (queryMask) {
            scope.mask(xs.get(0), bool("qm"));
        }
        if (valueMask) {
            scope.mask(xs.get(1), bool("vm"));
        }
        var y = scope.callAll(named, xs).getFirst();
        assertClose(y, MASKS.tensor(name, "y"));
        assertThat(scope.mask(y).isPresent()).isEqualTo(queryMask);
    }

    @Test
    void masksLeaveOutStepsAndValues() {
        requireMasked("attention", Attention.of().useCausalMask(true), true, true);
        requireMasked(
                "additive_attention",
                AdditiveAttention.of().useScale(false).useCausalMask(true),
                true,
                true);
        requireMasked("multi_head_attention", MultiHeadAttention.of(2, 3), false, true);
        requireMasked("grouped_query_attention", GroupQueryAttention.of(3, 4, 2), true, true);
    }

    @Test
    void aMaskCanBeAnInput() {
        requireMasked(
                "multi_head_attention_given",
                MultiHeadAttention.of(2, 3).useCausalMask(true).attentionMask(true),
                false,
                false,
                bool("am"));
    }

    @Test
    void aCallCanBeToldWhatTheLayerWasNot() {
        var layer = Attention.of();
        var xs = List.of(MASKS.tensor("given", "q"), MASKS.tensor("given", "v"));
        var scope = Scope.of(Weights.of(0), Pass.inference());
        var told = scope.callAll(layer, Map.of("use_causal_mask", true), xs).getFirst();
        var causal = scope.callAll(layer.useCausalMask(true), xs).getFirst();
        assertThat(told.toFloats()).containsExactly(causal.toFloats());
        assertThat(scope.callAll(layer, xs).getFirst().toFloats()).isNotEqualTo(causal.toFloats());
    }

    // ---- the rest

    @Test
    void lengthsMayBeUnknown() {
        var layer = MultiHeadAttention.of(2, 3).useCausalMask(true);
        var traced =
                Traced.ofAll(xs -> Scope.of(Weights.of(0), Pass.inference()).callAll(layer, xs));
        var specs = List.of(Spec.of(-1, -1, 4), Spec.of(-1, -1, 5));
        assertThat(traced.infer(specs).getFirst())
                .isEqualTo(new Spec(shape(-1, -1, 4), DType.FLOAT32));
    }

    @Test
    void thePriceOfHeadsIsOnTheirProjections() {
        var pass = Pass.inference();
        var layer = MultiHeadAttention.of(1, 2).activityRegularizer(L2.of(0.1));
        var x = Tensor.ones(2, 3, 4);
        var _ = Scope.of(Weights.of(0), pass).callAll(layer, List.of(x, x));
        assertThat(pass.losses()).hasSize(4);
        var grouped = Pass.inference();
        var group = GroupQueryAttention.of(2, 2, 1).activityRegularizer(L2.of(0.1));
        var _ = Scope.of(Weights.of(0), grouped).callAll(group, List.of(x, x));
        assertThat(grouped.losses()).hasSize(5);
    }

    @Test
    void mistakesAreFound() {
        var x = Tensor.ones(2, 3, 4);
        var scope = Scope.of(Weights.of(0), Pass.inference());
        assertThatThrownBy(() -> scope.call(Attention.of(), x))
                .hasMessage(
                        """
                        Attention 'attention': the layer has the wrong number of inputs
                          received: 1      expected: query and value, or query, value and key\
                        """);
        assertThatThrownBy(() -> scope.call(MultiHeadAttention.of(1, 2).attentionAxes(3), x, x))
                .hasMessage(
                        """
                        MultiHeadAttention 'multi_head_attention': attention_axes names an axis \
                        without steps
                          received: [3]      expected: axes from 1 to 1\
                        """);
        assertThatThrownBy(() -> GroupQueryAttention.of(2, 3, 2))
                .hasMessage(
                        """
                        GroupQueryAttention: the query heads do not divide into groups
                          received: 3 for 2      expected: a multiple of num_key_value_heads\
                        """);
    }
}
