package hebb.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Tensor;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static Tensor train(Dropout layer, Tensor x, long seed, long step) {
        return Scope.of(Weights.of(0), Pass.training(seed, step)).call(layer, x);
    }

    @Test
    void dropsItsShareAndScalesTheRest() {
        var y = train(Dropout.of(0.2), Tensor.ones(100, 100), 1, 0).toFloats();
        int dropped = 0;
        for (float v : y) {
            assertThat(v).isIn(0f, 1.25f);
            dropped += v == 0 ? 1 : 0;
        }
        assertThat(dropped).isCloseTo(2000, within(150));
    }

    @Test
    void changesNothingButInTraining() {
        var x = Tensor.of(1f, 2f);
        var y = Scope.of(Weights.of(0), Pass.inference()).call(Dropout.of(0.5), x);
        assertThat(y).isSameAs(x);
        assertThat(train(Dropout.of(0), x, 1, 0)).isSameAs(x);
    }

    @Test
    void allOfItIsNothing() {
        assertThat(train(Dropout.of(1), Tensor.of(1f, 2f), 1, 0).toFloats()).containsExactly(0, 0);
    }

    @Test
    void eachStepDropsOthers() {
        var x = Tensor.ones(1000);
        var first = train(Dropout.of(0.5), x, 1, 0).toFloats();
        assertThat(train(Dropout.of(0.5), x, 1, 0).toFloats()).containsExactly(first);
        assertThat(train(Dropout.of(0.5), x, 1, 1).toFloats()).isNotEqualTo(first);
        assertThat(train(Dropout.of(0.5), x, 2, 0).toFloats()).isNotEqualTo(first);
    }

    @Test
    void itsOwnSeedStandsForTheModels() {
        var x = Tensor.ones(1000);
        var layer = Dropout.of(0.5).seed(9);
        assertThat(train(layer, x, 1, 0).toFloats())
                .containsExactly(train(layer, x, 2, 0).toFloats());
        assertThat(train(layer, x, 1, 1).toFloats()).isNotEqualTo(train(layer, x, 1, 0).toFloats());
    }

    @Test
    void aNoiseShapeDropsAlongAnAxisTogether() {
        var y = train(Dropout.of(0.5).noiseShape(-1, 1), Tensor.ones(50, 4), 1, 0);
        assertThat(y.slice(1, 0, 1).broadcastTo(y.shape()).toFloats())
                .containsExactly(y.toFloats());
    }

    @Test
    void listsItsOptions() {
        assertThat(Dropout.of(0.3)).hasToString("Dropout(rate=0.3, seed=None, noise_shape=None)");
        assertThat(Dropout.of(0.3).seed(1).noiseShape(-1, 1))
                .hasToString("Dropout(rate=0.3, seed=1, noise_shape=[-1, 1])");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Dropout.of(1.5))
                .hasMessage(
                        """
                        Dropout: rate is not between 0 and 1
                          received: 1.5      expected: from 0 to 1\
                        """);
        assertThatThrownBy(() -> Dropout.of(0.5).noiseShape(0))
                .hasMessage(
                        """
                        Dropout: noise_shape is not a shape
                          received: [0]      expected: lengths of 1 or more, or -1 for those of \
                        the input\
                        """);
        assertThatThrownBy(() -> train(Dropout.of(0.5).noiseShape(1), Tensor.ones(2, 3), 1, 0))
                .hasMessageContaining("noise_shape has the wrong number of axes")
                .hasMessageContaining("received: [1] for (2, 3)");
    }
}
