package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.callbacks.LambdaCallback;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.regularizers.L2;
import hebb.nn.training.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezingTest {
    private final Sequential base =
            Sequential.of(Input.of(2), Dense.of(2).name("fc1"), BatchNormalization.of().name("bn"));
    private final Sequential model =
            Sequential.of(Input.of(2), base.name("base"), Dense.of(1).name("head"));

    private List<String> trained() {
        return model.weights().trainable().stream().map(Weight::path).toList();
    }

    @Test
    void aPatternFreezesAllThatItMatches() {
        model.freeze("base/*");
        assertThat(trained()).containsExactly("head/kernel", "head/bias");
        model.thaw("base/fc1");
        assertThat(trained())
                .containsExactly("base/fc1/kernel", "base/fc1/bias", "head/kernel", "head/bias");
    }

    @Test
    void aSingleWeightCanBeFrozen() {
        model.freeze("base", "head/bias");
        assertThat(trained()).containsExactly("head/kernel");
        model.thaw("*/bias");
        assertThat(trained()).containsExactly("base/fc1/bias", "head/kernel", "head/bias");
    }

    @Test
    void aWeightFrozenBetweenEpochsStays() {
        model.compile("sgd", "mse");
        var x = Tensor.of(new float[][] {{1, 2}, {3, 5}});
        var y = Tensor.of(1f, 0f);
        var freezing =
                LambdaCallback.of()
                        .onEpochBegin((_, epoch) -> {
                            if (epoch == 1) {
                                model.freeze("head/bias");
                            }
                        });
        model.fit(x, y, Fit.epochs(1).verbose(0));
        var after = model.weights().value("head/bias").item();
        assertThat(after).isNotZero();
        model.fit(x, y, Fit.epochs(3).initialEpoch(1).callbacks(freezing).verbose(0));
        assertThat(model.weights().value("head/bias").item()).isEqualTo(after);
    }

    @Test
    void theModelInsideIsFrozenItself() {
        model.freeze("base");
        assertThat(base.weights().trainable()).isEmpty();
        base.thaw("*");
        assertThat(trained()).hasSize(6);
    }

    @Test
    void aLayerCanBeginFrozen() {
        var frozen = Sequential.of(Input.of(2), Dense.of(2).trainable(false), Dense.of(1));
        assertThat(frozen.weights().trainable().stream().map(Weight::path))
                .containsExactly("dense_1/kernel", "dense_1/bias");
        assertThat(Sequential.of(Input.of(2), base.trainable(false)).weights().trainable())
                .isEmpty();
    }

    @Test
    void aMistypedPatternIsMended() {
        Wrong.says(
                """
                'sequential': no layer and no weight has such a path
                  received: 'bose/*'      expected: names or paths, with * for any characters, \
                such as input_layer, base, head
                  fix: did you mean 'base'?
                """,
                () -> model.freeze("bose/*"));
    }

    @Test
    void whatIsFrozenStaysAndItsNormalizationUsesMovingStatistics() {
        model.compile("sgd", "mse");
        var x = Tensor.of(new float[][] {{1, 2}, {3, 5}, {2, -1}, {0, 4}});
        var y = Tensor.of(new float[][] {{1}, {0}, {2}, {3}});
        model.fit(x, y, Fit.epochs(1).verbose(0));
        model.freeze("base");
        var before = base.weights().all().stream().map(w -> w.value().toFloats()).toList();
        var head = model.weights().value("head/kernel").toFloats();
        model.fit(x, y, Fit.epochs(1).verbose(0));
        assertThat(base.weights().all().stream().map(w -> w.value().toFloats()))
                .containsExactlyElementsOf(before);
        assertThat(model.weights().value("head/kernel").toFloats()).isNotEqualTo(head);
        model.thaw("base");
        model.fit(x, y, Fit.epochs(1).verbose(0));
        assertThat(base.weights().value("bn/moving_mean").toFloats()).isNotEqualTo(before.get(4));
        assertThat(base.weights().value("fc1/kernel").toFloats()).isNotEqualTo(before.get(0));
    }

    @Test
    void onlyWhatLearnsHasAPrice() {
        var priced = Sequential.of(Input.of(1), Dense.of(1).kernelRegularizer(L2.of(1)));
        priced.compile("sgd", "mse");
        priced.weights().assign("dense/kernel", Tensor.of(2f).reshape(1, 1));
        var x = Tensor.ones(1, 1);
        assertThat(priced.evaluate(x, x).loss()).isEqualTo(1 + 4);
        priced.freeze("dense");
        assertThat(priced.evaluate(x, x).loss()).isEqualTo(1);
    }
}
