package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.layers.Add;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.training.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionalTest {
    @Test
    void severalInputsAndOutputs() {
        var a = Input.of(2).name("a");
        var b = Input.of(3).name("b");
        var sum = Concatenate.of().apply(Scale.of(2).apply(a), b);
        var model = Model.of(List.of(a, b), List.of(sum, Scale.of(10).apply(sum)));
        var results = model.predictAll(Tensor.ones(1, 2), Tensor.ones(1, 3));
        assertThat(results.get(0).toFloats()).containsExactly(2, 2, 1, 1, 1);
        assertThat(results.get(1).toFloats()).containsExactly(20, 20, 10, 10, 10);
        assertThat(model.inputNames()).containsExactly("a", "b");
        assertThat(model.outputNames()).containsExactly("concatenate", "scale_1");
    }

    @Test
    void predictGivesOneOutput() {
        var x = Input.of(2);
        var y = Dense.of(1).apply(x);
        var model = Model.of(List.of(x), List.of(y, y));
        assertThat(model.outputNames()).containsExactly("dense", "dense_1");
        Wrong.says(
                """
                predict of 'functional': predict gives one output, the model has several
                  received: dense, dense_1
                  fix: model.predictAll(…), which gives a list
                """,
                () -> model.predict(Tensor.ones(1, 2)));
    }

    @Test
    void theSameLayerSharesAndEqualOnesDoNot() {
        var x = Input.of(2);
        var shared = Dense.of(2);
        var twice = Model.of(x, shared.apply(shared.apply(x)));
        var apart = Model.of(x, Dense.of(2).apply(Dense.of(2).apply(x)));
        assertThat(twice.weights().count()).isEqualTo(6);
        assertThat(apart.weights().count()).isEqualTo(12);
    }

    @Test
    void aSharedLayerIsTrainedByAllItsUses() {
        var a = Input.of(1);
        var b = Input.of(1);
        var shared = Scale.of(1);
        var sum = Add.of().apply(shared.apply(a), shared.apply(b));
        var model = Model.of(List.of(a, b), List.of(sum));
        model.compile("sgd", "mse");
        // loss (1·a + 1·b - 0)² = 25, gradient 2 · 5 · (a + b) = 50, rate 0.01
        model.fit(
                List.of(Tensor.of(2f), Tensor.of(3f)),
                List.of(Tensor.of(0f)),
                Fit.epochs(1).verbose(0));
        assertThat(model.weights().value("scale/factor").item()).isEqualTo(0.5);
    }

    @Test
    void branchesMeet() {
        var x = Input.of(2);
        var h = Scale.of(3).apply(x);
        var model = Model.of(x, Add.of().apply(x, h));
        assertThat(model.predict(Tensor.ones(1, 2)).toFloats()).containsExactly(4, 4);
    }

    @Test
    void modelsAreLayers() {
        var inner = Input.of(2);
        var block = Model.of(inner, Scale.of(3).apply(inner)).name("block");
        var x = Input.of(2);
        var model = Model.of(x, block.apply(block.apply(x)));
        assertThat(model.predict(Tensor.ones(1, 2)).toFloats()).containsExactly(9, 9);
        assertThat(model.weights().at("block/scale/factor").value().item()).isEqualTo(3);
    }

    @Test
    void allInputsMustBeListed() {
        var a = Input.of(2).name("a");
        var b = Input.of(2).name("b");
        Wrong.says(
                """
                'functional': the outputs need an input that the model does not have
                  received: InputLayer 'b'(batch_shape=(None, 2))      \
                expected: only inputs of [InputLayer 'a'(batch_shape=(None, 2))]
                  fix: list all of them: Model.of(List.of(a, b), List.of(y))
                """,
                () -> Model.of(a, Add.of().apply(a, b)));
    }

    @Test
    void everyLayerHasItsName() {
        var x = Input.of(2);
        var h = Dense.of(2).name("fc").apply(x);
        Wrong.says(
                """
                'functional': two layers have the name 'fc'
                  received: Dense, layer 2, and Dense, layer 3      \
                expected: a name for each layer; to share weights, use one layer object twice
                  fix: give one of them another name: .name("fc_2")
                """,
                () -> Model.of(x, Dense.of(2).name("fc").apply(h)));
    }

    @Test
    void theNumberOfInputsMustBeRight() {
        var a = Input.of(2).name("a");
        var b = Input.of(2).name("b");
        var model = Model.of(List.of(a, b), List.of(Add.of().apply(a, b)));
        Wrong.says(
                """
                Functional 'functional': the number of inputs is wrong
                  received: 1 [(1, 2)]      expected: 2: a, b
                """,
                () -> model.predict(Tensor.ones(1, 2)));
    }

    @Test
    void errorsAppearWhileTheModelIsDrawn() {
        var a = Input.of(2);
        var b = Input.of(3);
        Wrong.says(
                """
                Add 'add', add: the shapes do not fit together
                  received: (None, 2) and (None, 3)      \
                expected: each axis, counted from the last, equal or 1
                  fix: reshape or transpose one of them, for example x.expandDims(-1)
                """,
                () -> Add.of().apply(a, b));
    }

    @Test
    void aPartSharesNamesAndWeights() {
        var a = Input.of(1).name("a");
        var b = Input.of(1).name("b");
        var h = Scale.of(2).apply(a);
        var model = Model.of(List.of(a, b), List.of(Add.of().apply(Scale.of(3).apply(h), b)));
        var part = model.upTo("scale_1", "scale");
        assertThat(part.inputNames()).containsExactly("a");
        assertThat(part.outputNames()).containsExactly("scale_1", "scale");
        model.weights().assign("scale/factor", Tensor.of(5f).reshape());
        var results = part.predictAll(Tensor.ones(1, 1));
        assertThat(results.get(0).item()).isEqualTo(15);
        assertThat(results.get(1).item()).isEqualTo(5);
        assertThat(part.weights().all().stream().map(Weight::path))
                .containsExactly("scale/factor", "scale/calls", "scale_1/factor", "scale_1/calls");
        Wrong.says(
                """
                'functional': there is no layer of that name
                  received: 'scales'      expected: one of a, scale, scale_1, b, add
                  fix: did you mean 'scale'?
                """,
                () -> model.upTo("scales"));
    }

    @Test
    void aChainCanBeCutToo() {
        var model = Sequential.of(Input.of(1), Scale.of(2), Scale.of(3).name("end"), Scale.of(4));
        assertThat(model.upTo("end").predict(Tensor.ones(1, 1)).item()).isEqualTo(6);
        var late = Sequential.of(Scale.of(2), Scale.of(3));
        assertThat(late.predict(Tensor.ones(1, 1)).item()).isEqualTo(6);
        assertThat(late.upTo("scale").predict(Tensor.ones(1, 1)).item()).isEqualTo(2);
        assertThat(late.upTo("scale_1").weights().count()).isEqualTo(4);
    }

    @Test
    void aPartComputesInTheTypeOfTheWhole() {
        var whole = Sequential.of(Input.of(2), Dense.of(3).name("first"), Dense.of(1));
        var model = whole.dtype(DType.FLOAT64);
        model.build(new Spec(Shape.of(1, 2), DType.FLOAT64));
        var x = Tensor.ones(1, 2).cast(DType.FLOAT64);
        assertThat(model.upTo("first").predict(x).dtype()).isEqualTo(DType.FLOAT64);
    }
}
