package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

/// Embeddings, EinsumDense, masking and other layers of no family.
class CoreLayersTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("core");

    static {
        ROWS.whole("embedding", Embedding.of(4, 3), Embedding.of(1, 1), 4, shape(3));
        ROWS.whole(
                "reversible_embedding",
                ReversibleEmbedding.of(4, 3),
                ReversibleEmbedding.of(1, 1),
                4,
                shape(3));
        ROWS.row(
                "einsum_dense",
                EinsumDense.of("ab,bc->ac", 4).biasAxes("c"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(3));
        ROWS.row(
                "einsum_dense_steps",
                EinsumDense.of("abc,cd->abd", 5, 4).biasAxes("bd"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(5, 3));
        ROWS.row(
                "einsum_dense_heads",
                EinsumDense.of("abc,cde->abde", -1, 2, 4)
                        .biasAxes("de")
                        .activation(Activation.TANH),
                EinsumDense.of("ab,bc->ac", 1),
                shape(2, 3));
        ROWS.row(
                "einsum_dense_in",
                EinsumDense.of("abcd,cde->abe", -1, 4).biasAxes("e"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(3, 2, 2));
        ROWS.row(
                "einsum_dense_left",
                EinsumDense.of("...x,xy->...y", 4).biasAxes("y"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(2, 3));
        ROWS.row(
                "einsum_dense_right",
                EinsumDense.of("ab...,bc->ac...", 4).biasAxes("c"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(3, 2));
        ROWS.row(
                "einsum_dense_batch",
                EinsumDense.of("abc,bcd->abd", 5, 4),
                EinsumDense.of("ab,bc->ac", 1),
                shape(5, 3));
        ROWS.row(
                "einsum_dense_swapped",
                EinsumDense.of("abc,cd->adb", 4, 5).biasAxes("d"),
                EinsumDense.of("ab,bc->ac", 1),
                shape(5, 3));
        ROWS.row(
                "einsum_dense_summed",
                EinsumDense.of("abc,cd->ad", 4),
                EinsumDense.of("ab,bc->ac", 1),
                shape(2, 3));
        ROWS.row("masking", Masking.of(0.5), Masking.of(), shape(4, 2));
        ROWS.row("leaky_relu", LeakyReLU.of().negativeSlope(0), LeakyReLU.of(), shape(4));
        ROWS.row(
                "activity_regularization",
                ActivityRegularization.of().l1(0.1).l2(0.2),
                ActivityRegularization.of(),
                shape(4));
    }

    CoreLayersTest() {
        super(ROWS);
    }
}
