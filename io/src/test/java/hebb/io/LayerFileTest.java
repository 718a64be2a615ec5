package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Add;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Cropping2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.EinsumDense;
import hebb.nn.layers.Embedding;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.GroupQueryAttention;
import hebb.nn.layers.Input;
import hebb.nn.layers.IntegerLookup;
import hebb.nn.layers.LayerNormalization;
import hebb.nn.layers.MultiHeadAttention;
import hebb.nn.layers.Operation;
import hebb.nn.layers.OutputMode;
import hebb.nn.layers.ReversibleEmbedding;
import hebb.nn.layers.SpatialDropout1D;
import hebb.nn.layers.SpectralNormalization;
import hebb.nn.layers.ZeroPadding2D;
import hebb.nn.regularizers.L1L2;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file must hold of layers beside plain options and weights.
class LayerFileTest {
    @TempDir Path folder;

    /// The model again, out of its file.
    private Model again(Model model) {
        var file = folder.resolve("m.keras");
        model.save(file);
        var copy = Model.load(file);
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        assertThat(copy.weights().all().stream().map(w -> w.path() + w.shape()))
                .containsExactlyElementsOf(
                        model.weights().all().stream().map(w -> w.path() + w.shape()).toList());
        return copy;
    }

    private void requireSamePredictions(Model model, Tensor x) {
        assertThat(again(model).predict(x).toFloats()).containsExactly(model.predict(x).toFloats());
    }

    @Test
    void callsAreToldWhatTheyWere() {
        var x = Input.of(4, 6);
        var normal = BatchNormalization.of().apply(x);
        var dropped = Dropout.of(0.5).apply(normal);
        var attended =
                MultiHeadAttention.of(2, 3)
                        .useCausalMask(true)
                        .returnAttentionScores(true)
                        .useGate(true)
                        .applyAll(dropped, dropped);
        var grouped = GroupQueryAttention.of(3, 2, 1).apply(attended.getFirst(), dropped);
        var copy = again(Model.of(List.of(x), List.of(grouped, attended.getLast())));
        assertThat(copy.drawn().order().stream().map(use -> use.arguments().toString()))
                .containsExactly(
                        "{}", "{}", "{return_attention_scores=true, use_causal_mask=true}", "{}");
    }

    @Test
    void aMaskGivenToAttentionIsOneOfItsInputs() {
        var x = Input.of(4, 6);
        var mask = Input.of(4, 4);
        var y = MultiHeadAttention.of(1, 3).attentionMask(true).apply(x, x, mask);
        var model = Model.of(List.of(x, mask), List.of(y));
        var random = Randoms.of(1);
        var given =
                new Tensor[] {
                    random.normal(Tensor.zeros(2, 4, 6).spec()),
                    random.uniform(Tensor.zeros(2, 4, 4).spec()).round()
                };
        assertThat(again(model).predictAll(given).getFirst().toFloats())
                .containsExactly(model.predictAll(given).getFirst().toFloats());
    }

    @Test
    void theSameTableIsUsedBothWays() {
        var table = ReversibleEmbedding.of(5, 3).tieWeights(false);
        var x = Input.of(4);
        var model = Model.of(x, table.reversed(table.apply(x)));
        requireSamePredictions(model, Tensor.of(new float[][] {{0, 1, 2, 4}}));
    }

    @Test
    void optionsOfAllFormsAreKept() {
        var x = Input.of(6, 5, 2);
        var padded = ZeroPadding2D.of(1, 0, 2, 1).apply(x);
        var cropped = Cropping2D.of(1, 0).apply(padded);
        var conv = SpectralNormalization.of(Conv2D.of(3, 2)).powerIterations(2).apply(cropped);
        var priced = Flatten.of().activityRegularizer(L1L2.of(0.1, 0.2)).apply(conv);
        var model = Model.of(x, Dense.of(2).apply(priced));
        requireSamePredictions(model, Randoms.of(1).normal(Tensor.zeros(2, 6, 5, 2).spec()));

        var words = Input.of(5);
        var steps = Embedding.of(7, 4).maskZero(true).apply(words);
        var thinned = SpatialDropout1D.of(0.3).apply(steps);
        var both = LayerNormalization.of().axis(-2, -1).apply(thinned);
        var heads = EinsumDense.of("abc,cd->abd", -1, 3).biasAxes("d").apply(both);
        requireSamePredictions(
                Model.of(words, heads),
                Tensor.of(new float[][] {{0, 1, 2, 3, 6}, {1, 1, 0, 0, 5}}));
    }

    @Test
    void learnedWordsAndTheirWeightsLieBesideTheConfig() {
        var numbers = Tensor.of(new int[][] {{7, 7, 3}, {7, 5, 3}, {7, 2, 5}});
        var lookup =
                IntegerLookup.of()
                        .outputMode(OutputMode.TF_IDF)
                        .numOovIndices(2)
                        .maskToken(0L)
                        .adapt(numbers);
        var inner = Sequential.of(Input.of(3).dtype(DType.INT64), lookup);
        var x = Input.of(3).dtype(DType.INT64);
        var model = Model.of(x, Dense.of(2).apply(inner.apply(x)));
        requireSamePredictions(model, Tensor.of(new int[][] {{7, 3, 9}, {0, 2, 4}}));
        assertThat(
                        Zips.read(folder.resolve("m.keras"))
                                .get(
                                        "assets/layers/sequential/layers/integer_lookup/"
                                                + "vocabulary.txt"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("-1\n-1\n7\n5\n3\n2");
    }

    @Test
    void operationsAreNodes() {
        var x = Input.of(3);
        var half = Operation.of("TrueDivide").applyWith(Map.of("x1", 1), x).getFirst();
        var doubled = Operation.of("Multiply").applyWith(Map.of("x2", 2.0), half).getFirst();
        var sum =
                Operation.of("Sum")
                        .option("axis", -1)
                        .option("keepdims", true)
                        .apply(Operation.of("Add").apply(doubled, x));
        var added = Add.of().apply(Dense.of(2).apply(x), Dense.of(2).apply(x));
        var model = Model.of(List.of(x), List.of(sum, Operation.of("Relu").apply(added)));
        var given = Tensor.of(new float[][] {{1, 2, 4}});
        var copy = again(model);
        assertThat(copy.predictAll(given).getFirst().item()).isEqualTo(3.5 + 7);
        assertThat(copy.predictAll(given).getLast().toFloats())
                .containsExactly(model.predictAll(given).getLast().toFloats());
        assertThatThrownBy(
                        () -> Model.fromJson(model.toJson().replace("TrueDivide", "FloorDivine")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("there is no operation of that name")
                .hasMessageContaining("received: 'FloorDivine'");
    }

    @Test
    void operandsBesideTensorsAreWritten() {
        var x = Input.of(3, 2);
        var part =
                Operation.of("GetItem")
                        .applyWith(Map.of("key", List.of("...", "::-1", 0)), x)
                        .getFirst();
        var scaled =
                Operation.of("Multiply")
                        .applyWith(Map.of("x2", Tensor.of(1f, 2f, 3f)), part)
                        .getFirst();
        var kept =
                Operation.of("Where")
                        .applyWith(
                                Map.of("x2", 0),
                                Operation.of("Greater")
                                        .applyWith(Map.of("x2", 2), scaled)
                                        .getFirst(),
                                scaled)
                        .getFirst();
        var model = Model.of(x, Operation.of("Concatenate").option("axis", 1).apply(kept, part));
        var given = Tensor.arange(6).reshape(1, 3, 2);
        assertThat(again(model).predict(given).toFloats()).containsExactly(4, 4, 0, 4, 2, 0);
        assertThatThrownBy(() -> Operation.of("GetItem").applyWith(Map.of("key", List.of(0, 3)), x))
                .hasMessage(
                        """
                        Operation 'get_item', GetItem: the tensor has no such part
                          received: [0, 3] of (None, 3, 2)      expected: a place from -3 to 2\
                        """);
    }

    @Test
    void fileOfWeightsCannotChangeWhatWordsWeigh() {
        var one = weighed(0.5, 0.25);
        var file = folder.resolve("one.weights.h5");
        one.saveWeights(file);
        weighed(0.5, 0.25).loadWeights(file);
        assertThatThrownBy(() -> weighed(0.5, 0.75).loadWeights(file))
                .hasMessage(
                        """
                        %s: /layers/integer_lookup/vars/idf_weights: the weights of words are not \
                        those of 'integer_lookup'
                          received: [0.375, 0.5, 0.25]      expected: [0.625, 0.5, 0.75]
                          fix: Model.load of a .keras file, which has the words, too\
                        """
                                .formatted(file));
    }

    private static Model weighed(double... weights) {
        return Sequential.of(
                Input.of(2).dtype(DType.INT64),
                IntegerLookup.of(4, 8).outputMode(OutputMode.TF_IDF).idfWeights(weights));
    }
}
