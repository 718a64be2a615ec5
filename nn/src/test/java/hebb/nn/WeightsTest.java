package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private final Sequential model =
            Sequential.of(
                    Input.of(2), Dense.of(3).name("fc1"), BatchNormalization.of(), Dense.of(1));

    @Test
    void areListedByPathInTheOrderOfTheLayers() {
        assertThat(model.weights().all().stream().map(Weight::path))
                .containsExactly(
                        "fc1/kernel",
                        "fc1/bias",
                        "batch_normalization/gamma",
                        "batch_normalization/beta",
                        "batch_normalization/moving_mean",
                        "batch_normalization/moving_variance",
                        "dense/kernel",
                        "dense/bias");
        assertThat(model.weights().trainable()).hasSize(6);
        assertThat(model.weights().count()).isEqualTo(6 + 3 + 4 * 3 + 3 + 1);
        assertThat(model.weights().at("fc1/kernel")).hasToString("fc1/kernel float32(2, 3)");
    }

    @Test
    void areReadAndAssignedByPath() {
        model.weights().assign("dense/kernel", Tensor.of(new double[][] {{1}, {2}, {3}}));
        assertThat(model.weights().value("dense/kernel").toFloats()).containsExactly(1, 2, 3);
    }

    @Test
    void aMistypedPathIsMended() {
        Wrong.says(
                """
                Weights: there is no weight of that path
                  received: 'fc1/kernal'      expected: one of fc1/kernel, fc1/bias, \
                batch_normalization/gamma, batch_normalization/beta, \
                batch_normalization/moving_mean, batch_normalization/moving_variance, \
                dense/kernel, dense/bias
                  fix: did you mean 'fc1/kernel'?
                """,
                () -> model.weights().value("fc1/kernal"));
    }

    @Test
    void aValueOfAnotherShapeIsRefused() {
        Wrong.says(
                """
                weight 'fc1/bias': the new value has another shape
                  received: (2,)      expected: (3,)
                """,
                () -> model.weights().assign("fc1/bias", Tensor.ones(2)));
    }

    @Test
    void beginWithTheSameValuesForTheSameSeedAndPath() {
        var alike =
                Sequential.of(Input.of(2), Dense.of(3).name("fc1"), Dense.of(9).name("another"));
        assertThat(alike.weights().value("fc1/kernel").toFloats())
                .isEqualTo(model.weights().value("fc1/kernel").toFloats());
        assertThat(alike.seed(7).weights().value("fc1/kernel").toFloats())
                .isNotEqualTo(model.weights().value("fc1/kernel").toFloats());
        assertThat(model.seed(7).weights().value("fc1/kernel").toFloats())
                .isEqualTo(alike.weights().value("fc1/kernel").toFloats());
    }

    @Test
    void equalModelsInAModelBeginWithDifferentValues() {
        var left = Sequential.of(Dense.of(2));
        var right = Sequential.of(Dense.of(2));
        var both = Sequential.of(Input.of(2), left, right);
        assertThat(both.weights().value("sequential/dense/kernel").toFloats())
                .isNotEqualTo(both.weights().value("sequential_1/dense/kernel").toFloats());
    }

    @Test
    void ofAModelThatWasBuiltBeforeStayWhenItBecomesAPart() {
        var base = Sequential.of(Input.of(2), Dense.of(2));
        base.weights().assign("dense/bias", Tensor.of(5f, 6f));
        var outer = Sequential.of(Input.of(2), base.name("base"), Dense.of(1)).seed(3);
        assertThat(outer.weights().value("base/dense/bias").toFloats()).containsExactly(5, 6);
        outer.weights().assign("base/dense/bias", Tensor.of(7f, 8f));
        assertThat(base.weights().value("dense/bias").toFloats()).containsExactly(7, 8);
    }

    @Test
    void goBackToTheirFirstValues() {
        var first = model.weights().value("fc1/kernel").toFloats();
        model.weights().assign("fc1/kernel", Tensor.ones(2, 3));
        model.weights().reset();
        assertThat(model.weights().value("fc1/kernel").toFloats()).isEqualTo(first);
    }
}
