package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What layers do with masks.
class MaskingLayersTest {
    private static final Tensor X = Tensor.of(new float[][] {{1, 5}, {2, 9}}).expandDims(2);
    private static final Tensor Y = Tensor.of(new float[][] {{3, 4}, {7, 6}}).expandDims(2);
    private static final Tensor FIRST = Tensor.of(true, false, true, false).reshape(2, 2);
    private static final Tensor SECOND = Tensor.of(false, false, true, true).reshape(2, 2);

    private final Scope scope = Scope.of(Weights.of(0), Pass.inference());

    private Tensor call(Layer<?> layer, Tensor... xs) {
        return scope.call(layer, xs);
    }

    private Optional<float[]> maskOf(Tensor y) {
        return scope.mask(y).map(Tensor::toFloats);
    }

    @Test
    void layersOfStepsPassThemOn() {
        scope.mask(X, FIRST);
        assertThat(maskOf(call(Dense.of(2), X))).contains(new float[] {1, 0, 1, 0});
        assertThat(maskOf(call(Activation.of("tanh"), X))).contains(new float[] {1, 0, 1, 0});
        assertThat(maskOf(call(Flatten.of(), X))).isEmpty();
    }

    @Test
    void aSumCountsWhereOneOfItsPartsDoes() {
        scope.mask(X, FIRST);
        assertThat(maskOf(call(Add.of(), X, Y))).isEmpty();
        scope.mask(Y, SECOND);
        assertThat(maskOf(call(Add.of(), X, Y))).contains(new float[] {1, 0, 1, 1});
    }

    @Test
    void theLargestIsOfWhatCounts() {
        scope.mask(X, FIRST);
        scope.mask(Y, SECOND);
        assertThat(call(Maximum.of(), X, Y).toFloats()).containsExactly(1, 5, 7, 6);
        assertThat(call(Minimum.of(), X, Y).toFloats()).containsExactly(1, 5, 2, 6);
    }

    @Test
    void aProductIsOfWhatCounts() {
        scope.mask(X, FIRST);
        assertThat(call(Multiply.of(), X, Y).toFloats()).containsExactly(3, 4, 14, 6);
        scope.mask(Y, SECOND);
        var y = call(Multiply.of(), X, Y);
        assertThat(y.toFloats()).containsExactly(1, 0, 14, 6);
        assertThat(maskOf(y)).contains(new float[] {1, 0, 1, 1});
    }

    @Test
    void masksBeginWithWordsAndSteps() {
        var words = Tensor.of(new int[][] {{0, 2}, {1, 0}});
        assertThat(maskOf(call(Embedding.of(3, 2).maskZero(true), words)))
                .contains(new float[] {0, 1, 1, 0});
        assertThat(maskOf(call(Embedding.of(3, 2), words))).isEmpty();
        var steps = Tensor.of(new float[][] {{2, 5}, {5, 2}}).expandDims(2);
        var y = call(Masking.of(5), steps);
        assertThat(maskOf(y)).contains(new float[] {1, 0, 0, 1});
        assertThat(y.toFloats()).containsExactly(2, 0, 0, 2);
    }

    @Test
    void layersPassMasksOnAsKerasDoes() {
        scope.mask(X, FIRST);
        for (Layer<?> layer :
                List.of(
                        LayerNormalization.of(),
                        UnitNormalization.of(),
                        GaussianNoise.of(0.1),
                        SpatialDropout1D.of(0.1),
                        ActivityRegularization.of(),
                        PReLU.of())) {
            assertThat(maskOf(call(layer, X))).as(layer.className()).isPresent();
        }
        for (Layer<?> layer :
                List.of(
                        RMSNormalization.of(),
                        Conv1D.of(1, 1),
                        Conv1DTranspose.of(1, 1),
                        UpSampling1D.of(1),
                        ZeroPadding1D.of(0),
                        Cropping1D.of(0),
                        EinsumDense.of("abc,cd->abd", -1, 1),
                        MaxPooling1D.of(1))) {
            assertThat(maskOf(call(layer, X))).as(layer.className()).isEmpty();
        }
    }

    @Test
    void whatIsJoinedCountsWhereAPartDoes() {
        scope.mask(X, FIRST);
        assertThat(maskOf(call(Concatenate.of(), X, X))).contains(new float[] {1, 0, 1, 0});
        assertThat(maskOf(call(Concatenate.of(1), X, Y)))
                .contains(new float[] {1, 0, 1, 1, 1, 0, 1, 1});
    }

    @Test
    void aSoftmaxLeavesOutWhatIsMasked() {
        var x = Tensor.of(new float[][] {{1, 1, 1}, {1, 1, 1}});
        scope.mask(x, Tensor.of(true, true, false, false, false, false).reshape(2, 3));
        assertThat(call(Softmax.of(), x).toFloats()).containsExactly(0.5f, 0.5f, 0, 0, 0, 0);
    }

    @Test
    void aGlobalMeanIsOfWhatCounts() {
        var keras = Golden.of("layers");
        var name = "global_average_pooling1d_masked";
        var x = keras.tensor(name, "x0");
        scope.mask(x, keras.tensor(name, "mask").notEqual(0));
        assertClose(call(GlobalAveragePooling1D.of(), x), keras.tensor(name, "y"));
    }
}
