package hebb.nn.optimizers;

import static hebb.nn.Golden.assertClose;
import static hebb.nn.optimizers.OptimizerTest.gradients;
import static hebb.nn.optimizers.OptimizerTest.recorded;
import static hebb.nn.optimizers.OptimizerTest.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.nn.Golden;
import hebb.nn.Weights;
import org.junit.jupiter.api.Test;

class WrappingOptimizersTest {
    private static final Golden KERAS = Golden.of("optimizers");

    @Test
    void aGradientThatIsNotFiniteHalvesTheScaleAndChangesNothingElse() {
        var optimizer =
                LossScaleOptimizer.of(Adam.of(0.1).gradientAccumulationSteps(2))
                        .initialScale(4)
                        .dynamicGrowthSteps(2);
        var weights = weights();
        var slots = Weights.of(0);
        var step = recorded(optimizer, slots, weights);
        for (int i = 0; i < 5; i++) {
            double factor = i == 1 ? Double.POSITIVE_INFINITY : 1;
            var _ = step.runAll(gradients(i).stream().map(g -> g.mul(factor)).toList());
            assertClose(weights.value("kernel"), KERAS.tensor("loss_scale_broken", "kernel" + i));
            assertClose(
                    slots.value("dynamic_scale"), KERAS.tensor("loss_scale_broken", "scale" + i));
        }
        assertThat(slots.value("inner_optimizer/iteration").item()).isEqualTo(4);
    }

    @Test
    void eachOfSeveralChangesItsOwnWeights() {
        var optimizer = MultiOptimizer.of(OptimizerMap.of(SGD.of(0.1)).and("kern.*", Lion.of(0.1)));
        var weights = weights();
        var step = recorded(optimizer.lossScaleFactor(2), Weights.of(0), weights);
        for (int i = 0; i < 5; i++) {
            var _ = step.runAll(gradients(i).stream().map(g -> g.mul(2)).toList());
        }
        assertClose(weights.value("kernel"), KERAS.tensor("lion", "kernel4"));
        assertClose(weights.value("bias"), KERAS.tensor("sgd", "bias4"));
    }

    private static void steps(Optimizer<?> optimizer) {
        var _ = recorded(optimizer, Weights.of(0), weights()).runAll(gradients(0));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> steps(LossScaleOptimizer.of(SGD.of()).clipnorm(1)))
                .hasMessage(
                        """
                        LossScaleOptimizer: it has no steps of its own
                          expected: learning rate, decay, clipping, averages and accumulation to be \
                        options of the optimizer inside\
                        """);
        var nested = MultiOptimizer.of(OptimizerMap.of(LossScaleOptimizer.of(SGD.of())));
        assertThatThrownBy(() -> steps(nested))
                .hasMessage(
                        """
                        MultiOptimizer: an optimizer inside holds others itself
                          received: LossScaleOptimizer      expected: one that changes weights \
                        itself\
                        """);
        var twice = OptimizerMap.of(SGD.of()).and("k.*", Adam.of()).and(".*l", Adam.of());
        assertThatThrownBy(() -> steps(MultiOptimizer.of(twice)))
                .hasMessage(
                        """
                        OptimizerMap: several patterns match a weight
                          received: 'kernel': 'k.*', '.*l'      expected: one pattern a weight\
                        """);
        assertThatThrownBy(() -> twice.and("k.*", SGD.of()))
                .hasMessage(
                        """
                        OptimizerMap: a pattern has two optimizers
                          received: 'k.*'\
                        """);
    }
}
