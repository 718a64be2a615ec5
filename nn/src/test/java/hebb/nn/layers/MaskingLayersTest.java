package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
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
