package hebb.nn.optimizers;

import static hebb.nn.optimizers.OptimizerTest.gradients;
import static hebb.nn.optimizers.OptimizerTest.recorded;
import static hebb.nn.optimizers.OptimizerTest.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import hebb.nn.schedules.ExponentialDecay;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerStateTest {
    private static List<String> state(Optimizer<?> optimizer) {
        return optimizer.state(Weights.of(0), weights().trainable()).stream()
                .map(Weight::path)
                .toList();
    }

    @Test
    void isListedInTheOrderOfKerassFiles() {
        assertThat(state(SGD.of())).containsExactly("iteration", "learning_rate");
        assertThat(state(SGD.of().momentum(0.9).useEma(true).gradientAccumulationSteps(2)))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/average",
                        "bias/average",
                        "kernel/gradient_accumulator",
                        "bias/gradient_accumulator",
                        "kernel/momentum",
                        "bias/momentum");
        assertThat(state(Adam.of().amsgrad(true)))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/momentum",
                        "kernel/velocity",
                        "bias/momentum",
                        "bias/velocity",
                        "kernel/velocity_hat",
                        "bias/velocity_hat");
        assertThat(state(RMSprop.of().momentum(0.9).centered(true)))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/velocity",
                        "bias/velocity",
                        "kernel/momentum",
                        "bias/momentum",
                        "kernel/average_gradient",
                        "bias/average_gradient");
        assertThat(state(Nadam.of()))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/momentum",
                        "kernel/velocity",
                        "bias/momentum",
                        "bias/velocity",
                        "u_product");
        assertThat(state(Adafactor.of()))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/r",
                        "kernel/c",
                        "kernel/velocity",
                        "bias/r",
                        "bias/c",
                        "bias/velocity");
        assertThat(state(Ftrl.of()))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/accumulator",
                        "kernel/linear",
                        "bias/accumulator",
                        "bias/linear");
        assertThat(state(Muon.of()))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "kernel/momentum",
                        "bias/momentum",
                        "bias/velocity");
    }

    @Test
    void ofAScheduleHoldsNoRate() {
        var optimizer = SGD.of().learningRate(ExponentialDecay.of(0.5, 1, 0.5));
        assertThat(state(optimizer)).containsExactly("iteration");
        var slots = Weights.of(0);
        var scope = Scope.of(slots, Pass.inference());
        var step = recorded(optimizer, slots, weights());
        var _ = step.runAll(gradients(0));
        var _ = step.runAll(gradients(1));
        assertThat(optimizer.rate(scope).item()).isEqualTo(0.125);
        assertThatThrownBy(() -> optimizer.rate(scope, 0.1))
                .hasMessage(
                        """
                        SGD: its learning rate follows a schedule
                          received: learning rate 0.1, schedule ExponentialDecay(\
                        initial_learning_rate=0.5, decay_steps=1.0, decay_rate=0.5, \
                        staircase=false, name='ExponentialDecay')      expected: an optimizer made \
                        with a number for its learning rate\
                        """);
    }

    @Test
    void ofALossScaleHoldsThatOfTheOptimizerInside() {
        assertThat(state(LossScaleOptimizer.of(SGD.of().momentum(0.9))))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "step_counter",
                        "dynamic_scale",
                        "inner_optimizer/iteration",
                        "inner_optimizer/learning_rate",
                        "inner_optimizer/kernel/momentum",
                        "inner_optimizer/bias/momentum");
    }

    @Test
    void ofSeveralHoldsThatOfEach() {
        var several = MultiOptimizer.of(OptimizerMap.of(SGD.of()).and("k.*", Adam.of()));
        assertThat(state(several))
                .containsExactly(
                        "iteration",
                        "learning_rate",
                        "optimizers/0/iteration",
                        "optimizers/0/learning_rate",
                        "optimizers/0/kernel/momentum",
                        "optimizers/0/kernel/velocity",
                        "optimizers/1/iteration",
                        "optimizers/1/learning_rate");
    }
}
