package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.layers.Add;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import org.junit.jupiter.api.Test;

class LayerTest {
    @Test
    void withersReturnChangedCopies() {
        var plain = Scale.of(2);
        var named = plain.name("double").trainable(false).dtype(DType.FLOAT64);
        assertThat(named.name()).isEqualTo("double");
        assertThat(named.trainable()).isFalse();
        assertThat(named.dtype()).contains(DType.FLOAT64);
        assertThat(plain.name()).isEmpty();
        assertThat(plain.trainable()).isTrue();
        assertThat(plain.dtype()).isEmpty();
    }

    @Test
    void isPrintedWithNameAndOptions() {
        assertThat(Scale.of(2)).hasToString("Scale(start=2.0)");
        assertThat(Scale.of(2).name("double")).hasToString("Scale 'double'(start=2.0)");
    }

    @Test
    void aNameIsNotAPath() {
        Wrong.says(
                """
                Scale: not a name for a layer
                  received: 'a/b'      expected: one character at least, and no '/', which separates \
                names in paths
                """,
                () -> Scale.of(2).name("a/b"));
    }

    @Test
    void oneInputIsNotSeveral() {
        var a = Input.of(2);
        var b = Input.of(2);
        Wrong.says(
                """
                Scale 'scale': the layer takes one input
                  received: 2 inputs [(None, 2), (None, 2)]      expected: one input
                  fix: join them before, for example with Concatenate.of().apply(a, b)
                """,
                () -> Scale.of(2).apply(a, b));
    }

    @Test
    void knowsItsResultBeforeThereIsData() {
        var x = Input.of(28, 28);
        assertThat(Dense.of(5).apply(x))
                .hasToString("Symbol float32(None, 28, 5) of " + Dense.of(5));
    }

    @Test
    void computesInTheTypeItIsTold() {
        var model = Sequential.of(Input.of(2), Dense.of(2).dtype(DType.FLOAT64), Dense.of(1));
        assertThat(model.weights().at("dense/kernel").spec().dtype()).isEqualTo(DType.FLOAT64);
        assertThat(model.weights().at("dense_1/kernel").spec().dtype()).isEqualTo(DType.FLOAT32);
        assertThat(model.predict(Tensor.ones(1, 2)).dtype()).isEqualTo(DType.FLOAT32);
        var wide = model.dtype(DType.FLOAT64);
        assertThat(wide.weights().at("dense_1/kernel").spec().dtype()).isEqualTo(DType.FLOAT64);
        assertThat(wide.predict(Tensor.ones(1, 2)).dtype()).isEqualTo(DType.FLOAT64);
    }

    @Test
    void severalInputsAreAList() {
        var x = Tensor.ones(1, 2);
        var s = Scope.of(Weights.of(0), Pass.inference());
        assertThat(s.call(Add.of(), x, x).toFloats()).containsExactly(2, 2);
    }
}
