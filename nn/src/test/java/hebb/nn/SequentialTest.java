package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.Reshape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {
    private static Sequential mlp() {
        return Sequential.of(Input.of(784), Dense.of(128).name("fc1"), Dense.of(10));
    }

    @Test
    void anInputBuildsItAtOnce() {
        var model = mlp();
        assertThat(model.isBuilt()).isTrue();
        assertThat(model.inputs()).containsExactly(Spec.of(-1, 784));
        assertThat(model.outputs()).containsExactly(Spec.of(-1, 10));
        assertThat(model.inputNames()).containsExactly("input_layer");
        assertThat(model.outputNames()).containsExactly("dense");
    }

    @Test
    void withoutAnInputTheFirstDataBuildIt() {
        var model = Sequential.of(Flatten.of(), Dense.of(2));
        assertThat(model.isBuilt()).isFalse();
        assertThat(model.inputs()).isEmpty();
        assertThat(model.predict(Tensor.ones(3, 4, 5)).shape().dims()).containsExactly(3, 2);
        assertThat(model.inputs()).containsExactly(Spec.of(-1, 4, 5));
        assertThat(model.weights().at("dense/kernel").shape().dims()).containsExactly(20, 2);
    }

    @Test
    void aBuildThatFailedCanBeTriedAgain() {
        var model = Sequential.of(Dense.of(4), Reshape.of(2, 2), Dense.of(3), Flatten.of());
        assertThatExceptionOfType(HebbException.class)
                .isThrownBy(() -> model.predict(Tensor.ones(2, 5, 3)));
        assertThat(model.isBuilt()).isFalse();
        assertThat(model.predict(Tensor.ones(2, 7)).shape().dims()).containsExactly(2, 6);
    }

    @Test
    void itCanBeBuiltBeforeThereAreData() {
        var model = Sequential.of(Dense.of(2)).build(Spec.of(-1, 3));
        assertThat(model.weights().count()).isEqualTo(8);
    }

    @Test
    void withoutDataThereAreNoWeights() {
        Wrong.says(
                """
                Sequential 'sequential': the model is not built
                  expected: weights, which it gets when it knows the shape of its input
                  fix: put Input.of(…) first, or fit, predict or build(Spec) before
                """,
                () -> Sequential.of(Dense.of(2)).weights());
    }

    @Test
    void pixelsBecomeFloats() {
        var pixels =
                Tensor.of(
                        new byte[] {(byte) 200}, new Spec(Tensor.ones(1, 1).shape(), DType.UINT8));
        var declared = Sequential.of(Input.of(1), Scale.of(2));
        assertThat(declared.predict(pixels).toFloats()).containsExactly(400);
        assertThat(Sequential.of(Scale.of(2)).predict(pixels).toFloats()).containsExactly(400);
    }

    @Test
    void aLastAxisOfOneMayBeMissing() {
        var model = Sequential.of(Input.of(1), Scale.of(2));
        assertThat(model.predict(Tensor.of(1f, 2f)).toFloats()).containsExactly(2, 4);
        var flat = Sequential.of(Input.of(2), Scale.of(2));
        assertThat(flat.predict(Tensor.ones(1, 2, 1)).toFloats()).containsExactly(2, 2);
    }

    @Test
    void aWrongWidthNamesTheLayer() {
        var model = mlp().name("mnist_mlp");
        Wrong.says(
                """
                Dense 'fc1' (layer 2 of 'mnist_mlp'): the last axis of the input does not match the kernel
                  received: (128, 28, 28)      expected: (…, 784), because the layer was built with \
                784 inputs
                  fix: put Flatten.of() before it, or call x.reshape(-1, 784)
                """,
                () -> model.predictOnBatch(Tensor.ones(128, 28, 28)));
        Wrong.says(
                """
                Dense 'fc1' (layer 2 of 'mnist_mlp'): the last axis of the input does not match the kernel
                  received: (4, 100)      expected: (…, 784), because the layer was built with \
                784 inputs
                  fix: give it inputs whose last axis is 784, or build another model
                """,
                () -> model.predictOnBatch(Tensor.ones(4, 100)));
    }

    @Test
    void aShapeThatNoLayerMindsMustStillBeTheInputs() {
        Wrong.says(
                """
                Sequential 'sequential': the data do not have the shape of the input
                  received: (4, 100)      expected: (None, 3)
                """,
                () -> Sequential.of(Input.of(3), Scale.of(1)).predictOnBatch(Tensor.ones(4, 100)));
    }

    @Test
    void anErrorOfAnOpNamesTheLayer() {
        Wrong.says(
                """
                Wide 'wide' (layer 3 of 'sequential'), matmul: the inner axes differ
                  received: (None, 2) times (5, 5)      \
                expected: as many columns of the first (2) as rows of the second (5)
                  fix: transpose or reshape one of them
                """,
                () -> Sequential.of(Input.of(3), Dense.of(2), new Wide()));
    }

    /// A layer with a mistake in it.
    private static final class Wide extends Layer<Wide> {
        @Override
        protected Tensor call(Scope s, Tensor x) {
            return x.matmul(Tensor.ones(5, 5));
        }
    }

    @Test
    void takesOneInput() {
        Wrong.says(
                """
                evaluate of 'sequential', step 1, data for 'sequential': the number of inputs is wrong
                  received: 2 xs      expected: 1, for input_layer
                """,
                () -> {
                    var model = Sequential.of(Input.of(1), Dense.of(1));
                    model.compile("sgd", "mse");
                    var x = Tensor.ones(2, 1);
                    var _ = model.evaluate(List.of(x, x), List.of(x));
                });
    }

    @Test
    void anInputComesFirst() {
        Wrong.says(
                """
                Sequential: an Input can only be the first layer
                  received: InputLayer(batch_shape=(None, 2)) as layer 2
                """,
                () -> Sequential.of(Dense.of(1), Input.of(2)));
    }

    @Test
    void layersAreFoundByName() {
        var base = Sequential.of(Input.of(2), Dense.of(3).name("fc1"));
        var model = Sequential.of(base.name("base"), Dense.of(1));
        assertThat(model.layer("base/fc1")).isSameAs(base.layer("fc1"));
        assertThat(model.layers()).hasSize(2);
        Wrong.says(
                """
                'sequential': there is no layer of that name
                  received: 'dens'      expected: one of base, dense
                  fix: did you mean 'dense'?
                """,
                () -> model.layer("dens"));
        Wrong.says(
                """
                'sequential': 'dense' is not a model that has layers
                  received: 'dense/fc1'
                """,
                () -> model.layer("dense/fc1"));
    }

    @Test
    void aModelInAModelBringsItsWeights() {
        var base = Sequential.of(Input.of(2), Scale.of(3));
        var model = Sequential.of(base, Scale.of(2));
        assertThat(model.predict(Tensor.ones(1, 2)).toFloats()).containsExactly(6, 6);
        base.weights().assign("scale/factor", Tensor.ones());
        assertThat(model.predict(Tensor.ones(1, 2)).toFloats()).containsExactly(2, 2);
    }

    @Test
    void theSameModelTwiceIsCountedOnce() {
        var base = Sequential.of(Input.of(2), Dense.of(2));
        var model = Sequential.of(base, base.name("again"));
        assertThat(model.predict(Tensor.ones(1, 2)).shape().dims()).containsExactly(1, 2);
        assertThat(model.weights().count()).isEqualTo(6);
    }
}
