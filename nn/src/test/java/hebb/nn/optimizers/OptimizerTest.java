package hebb.nn.optimizers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.constraints.NonNeg;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import hebb.nn.schedules.CosineDecay;
import hebb.nn.schedules.ExponentialDecay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private static final Golden KERAS = Golden.of("optimizers");
    private static final int STEPS = 5;

    private static final Map<String, Optimizer<?>> CASES =
            Map.ofEntries(
                    Map.entry("sgd", SGD.of(0.1)),
                    Map.entry("sgd_momentum", SGD.of(0.1).momentum(0.9)),
                    Map.entry("sgd_nesterov", SGD.of(0.1).momentum(0.9).nesterov(true)),
                    Map.entry("adam", Adam.of(0.1)),
                    Map.entry("adam_options", Adam.of(0.1).beta1(0.8).beta2(0.95).epsilon(1e-3)),
                    Map.entry("adam_amsgrad", Adam.of(0.1).amsgrad(true)),
                    Map.entry("adam_w", AdamW.of(0.1)),
                    Map.entry(
                            "adam_w_excluded",
                            AdamW.of(0.1).weightDecay(0.5).excludeFromWeightDecay("bias")),
                    Map.entry("adamax", Adamax.of(0.1)),
                    Map.entry("nadam", Nadam.of(0.1)),
                    Map.entry("rmsprop", RMSprop.of(0.1)),
                    Map.entry("rmsprop_momentum", RMSprop.of(0.1).momentum(0.9)),
                    Map.entry(
                            "rmsprop_centered",
                            RMSprop.of(0.1).rho(0.8).centered(true).epsilon(1e-3)),
                    Map.entry("adagrad", Adagrad.of(0.1)),
                    Map.entry("adadelta", Adadelta.of(1)),
                    Map.entry("weight_decay", SGD.of(0.1).weightDecay(0.2)),
                    Map.entry("clipnorm", SGD.of(0.1).clipnorm(0.5)),
                    Map.entry("global_clipnorm", SGD.of(0.1).globalClipnorm(0.5)),
                    Map.entry("clipvalue", SGD.of(0.1).clipvalue(0.25)),
                    Map.entry("ema", SGD.of(0.1).useEma(true).emaMomentum(0.8)),
                    Map.entry(
                            "ema_overwrite",
                            Adam.of(0.1).useEma(true).emaMomentum(0.8).emaOverwriteFrequency(2)),
                    Map.entry("loss_scale", SGD.of(0.1).lossScaleFactor(4)),
                    Map.entry("accumulation", Adam.of(0.1).gradientAccumulationSteps(2)),
                    Map.entry(
                            "accumulation_ema",
                            SGD.of(0.1)
                                    .momentum(0.9)
                                    .weightDecay(0.1)
                                    .gradientAccumulationSteps(2)
                                    .clipnorm(0.5)
                                    .useEma(true)
                                    .emaMomentum(0.7)
                                    .emaOverwriteFrequency(2)),
                    Map.entry("no_clipping", SGD.of(0.1).clipnorm(0)),
                    Map.entry("adafactor", Adafactor.of(0.5)),
                    Map.entry(
                            "adafactor_options",
                            Adafactor.of(0.3)
                                    .beta2Decay(-0.5)
                                    .epsilon1(1e-4)
                                    .epsilon2(0.1)
                                    .clipThreshold(0.5)),
                    Map.entry(
                            "adafactor_schedule",
                            Adafactor.of().learningRate(ExponentialDecay.of(0.9, 2, 0.5))),
                    Map.entry("ftrl", Ftrl.of(0.1)),
                    Map.entry(
                            "ftrl_options",
                            Ftrl.of(0.1)
                                    .learningRatePower(-0.3)
                                    .initialAccumulatorValue(0.2)
                                    .l1RegularizationStrength(0.4)
                                    .l2RegularizationStrength(0.3)
                                    .l2ShrinkageRegularizationStrength(0.2)
                                    .beta(0.5)),
                    Map.entry("lamb", Lamb.of(0.1)),
                    Map.entry(
                            "lamb_options",
                            Lamb.of(0.1).beta1(0.7).beta2(0.9).epsilon(1e-2).weightDecay(0.1)),
                    Map.entry("lion", Lion.of(0.1)),
                    Map.entry("lion_options", Lion.of(0.1).beta1(0.5).beta2(0.8).weightDecay(0.1)),
                    Map.entry("muon", Muon.of(0.1)),
                    Map.entry("muon_options", muonWithOptions()),
                    Map.entry("muon_excluded", Muon.of(0.1).excludeLayers("kern")),
                    Map.entry("schedule_free_adam_w", ScheduleFreeAdamW.of(0.1)),
                    Map.entry(
                            "schedule_free_adam_w_options",
                            ScheduleFreeAdamW.of(0.1)
                                    .beta1(0.8)
                                    .beta2(0.9)
                                    .epsilon(1e-3)
                                    .warmupSteps(3)
                                    .weightDecay(0.1)),
                    Map.entry(
                            "loss_scale_optimizer",
                            LossScaleOptimizer.of(SGD.of(0.1).momentum(0.9))
                                    .initialScale(4)
                                    .dynamicGrowthSteps(2)),
                    Map.entry("schedule", SGD.of().learningRate(CosineDecay.of(0.2, 4))),
                    Map.entry(
                            "schedule_accumulation",
                            SGD.of()
                                    .learningRate(ExponentialDecay.of(0.2, 1, 0.5))
                                    .gradientAccumulationSteps(2)));

    private static Muon muonWithOptions() {
        var muon = Muon.of(0.1);
        muon.options().assign("rms_rate", Optional.empty());
        return muon.nesterov(false)
                .nsSteps(3)
                .momentum(0.8)
                .adamLrRatio(0.5)
                .adamWeightDecay(0.1)
                .weightDecay(0.2);
    }

    static Stream<String> cases() {
        return CASES.keySet().stream().sorted();
    }

    private static Optimizer<?> optimizer(String name) {
        return CASES.getOrDefault(name, SGD.of());
    }

    static Weights weights() {
        var weights = Weights.of(0);
        var s = Scope.of(weights, Pass.inference());
        for (var name : List.of("kernel", "bias")) {
            var value = KERAS.tensor("given", name);
            var _ = s.weight(name, value.shape(), Initializer.zeros());
            weights.assign(name, value);
        }
        return weights;
    }

    static List<Tensor> gradients(int step) {
        return List.of(
                KERAS.tensor("given", "kernel" + step), KERAS.tensor("given", "bias" + step));
    }

    static Traced recorded(Optimizer<?> optimizer, Weights slots, Weights weights) {
        return Traced.ofAll(gradients -> {
            optimizer.apply(Scope.of(slots, Pass.inference()), weights.trainable(), gradients);
            return List.of();
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsAreThoseOfKeras(String name) {
        var weights = weights();
        var slots = Weights.of(0);
        var step = recorded(optimizer(name), slots, weights);
        for (int i = 0; i < STEPS; i++) {
            var _ = step.runAll(gradients(i));
            assertClose(weights.value("kernel"), KERAS.tensor(name, "kernel" + i));
            assertClose(weights.value("bias"), KERAS.tensor(name, "bias" + i));
        }
        optimizer(name).finish(Scope.of(slots, Pass.inference()), weights.trainable());
        assertClose(weights.value("kernel"), KERAS.tensor(name, "kernel"));
        assertClose(weights.value("bias"), KERAS.tensor(name, "bias"));
    }

    @Test
    void stepsAtOnceAreThoseThatAreRecorded() {
        var recorded = weights();
        var atOnce = weights();
        var slots = Weights.of(0);
        var step = recorded(Adam.of(), Weights.of(0), recorded);
        for (int i = 0; i < STEPS; i++) {
            var _ = step.runAll(gradients(i));
            Adam.of().apply(Scope.of(slots, Pass.inference()), atOnce.trainable(), gradients(i));
        }
        assertThat(atOnce.value("kernel").toFloats())
                .containsExactly(recorded.value("kernel").toFloats());
    }

    @Test
    void theLearningRateCanBeChangedBetweenSteps() {
        var weights = weights();
        var slots = Weights.of(0);
        var step = recorded(SGD.of(0.1), slots, weights);
        var _ = step.runAll(gradients(0));
        var before = weights.value("bias");
        slots.assign("learning_rate", Tensor.scalar(0, DType.FLOAT32));
        var _ = step.runAll(gradients(1));
        assertClose(weights.value("bias"), before);
        assertThat(slots.value("iteration").item()).isEqualTo(2);
    }

    @Test
    void whatItRemembersLiesUnderTheWeightsPaths() {
        var slots = Weights.of(0);
        var _ = recorded(Adam.of().amsgrad(true), slots, weights()).runAll(gradients(0));
        assertThat(slots.all().stream().map(w -> w.path() + " " + w.shape()))
                .containsExactly(
                        "iteration ()",
                        "learning_rate ()",
                        "kernel/momentum (2, 3)",
                        "kernel/velocity (2, 3)",
                        "kernel/velocity_hat (2, 3)",
                        "bias/momentum (3,)",
                        "bias/velocity (3,)",
                        "bias/velocity_hat (3,)");
    }

    @Test
    void weightsAreBroughtBackToTheirConstraints() {
        var weights = Weights.of(0);
        var _ =
                Scope.of(weights, Pass.inference())
                        .weight(
                                "w",
                                Shape.of(2),
                                Initializer.ones(),
                                Regularizer.none(),
                                NonNeg.of());
        SGD.of(1)
                .apply(
                        Scope.of(Weights.of(0), Pass.inference()),
                        weights.trainable(),
                        List.of(Tensor.of(0.5f, 2f)));
        assertThat(weights.value("w").toFloats()).containsExactly(0.5f, 0);
    }

    @Test
    void aScaledLossHasGradientsOfItsSize() {
        var s = Scope.of(Weights.of(0), Pass.inference());
        var loss = Tensor.of(2f);
        assertThat(SGD.of().lossScaleFactor(4).scaled(s, loss).item()).isEqualTo(8);
        assertThat(SGD.of().scaled(s, loss).item()).isEqualTo(2);
        assertThat(LossScaleOptimizer.of(SGD.of()).scaled(s, loss).item()).isEqualTo(65536);
    }

    @Test
    void oneOfYourOwnIsASubclass() {
        var own = weights();
        var built = weights();
        var step = recorded(new Momentum(), Weights.of(0), own);
        var keras = recorded(SGD.of(0.01).momentum(0.9), Weights.of(0), built);
        for (int i = 0; i < STEPS; i++) {
            var _ = step.runAll(gradients(i));
            var _ = keras.runAll(gradients(i));
        }
        assertThat(own.value("kernel").toFloats())
                .containsExactly(built.value("kernel").toFloats());
    }

    // @start region="own"
    private static final class Momentum extends Optimizer<Momentum> {
        Momentum() {
            super("momentum", 0.01);
        }

        @Override
        protected Tensor update(Update u, Tensor weight, Tensor gradient) {
            var velocity = u.value("velocity").mul(0.9).sub(gradient.mul(u.rate()));
            u.assign("velocity", velocity);
            return weight.add(velocity);
        }
    }

    // @end

    private static final String COMMON =
            ", weight_decay=None, clipnorm=None, global_clipnorm=None, clipvalue=None,"
                    + " use_ema=false, ema_momentum=0.99, ema_overwrite_frequency=None,"
                    + " loss_scale_factor=None, gradient_accumulation_steps=None";

    @Test
    void listsItsOptions() {
        assertThat(SGD.of())
                .hasToString(
                        "SGD(name='sgd', learning_rate=0.01"
                                + COMMON
                                + ", momentum=0.0, nesterov=false)");
        assertThat(Adam.of())
                .hasToString(
                        "Adam(name='adam', learning_rate=0.001"
                                + COMMON
                                + ", beta_1=0.9, beta_2=0.999, epsilon=1.0E-7, amsgrad=false)");
        assertThat(AdamW.of().options().values()).containsEntry("weight_decay", 0.004);
        assertThat(RMSprop.of())
                .hasToString(
                        "RMSprop(name='rm_sprop', learning_rate=0.001"
                                + COMMON
                                + ", rho=0.9, momentum=0.0, epsilon=1.0E-7, centered=false)");
        assertThat(Adagrad.of())
                .hasToString(
                        "Adagrad(name='adagrad', learning_rate=0.001"
                                + COMMON
                                + ", initial_accumulator_value=0.1, epsilon=1.0E-7)");
        assertThat(Adadelta.of())
                .hasToString(
                        "Adadelta(name='adadelta', learning_rate=0.001"
                                + COMMON
                                + ", rho=0.95, epsilon=1.0E-7)");
        assertThat(Adafactor.of())
                .hasToString(
                        "Adafactor(name='adafactor', learning_rate=0.001"
                                + COMMON
                                + ", beta_2_decay=-0.8, epsilon_1=1.0E-30, epsilon_2=0.001,"
                                + " clip_threshold=1.0, relative_step=true)");
        assertThat(Ftrl.of())
                .hasToString(
                        "Ftrl(name='ftrl', learning_rate=0.001"
                                + COMMON
                                + ", learning_rate_power=-0.5, initial_accumulator_value=0.1,"
                                + " l1_regularization_strength=0.0, l2_regularization_strength=0.0,"
                                + " l2_shrinkage_regularization_strength=0.0, beta=0.0)");
        assertThat(Lamb.of())
                .hasToString(
                        "Lamb(name='lamb', learning_rate=0.001"
                                + COMMON
                                + ", beta_1=0.9, beta_2=0.999, epsilon=1.0E-7)");
        assertThat(Lion.of())
                .hasToString(
                        "Lion(name='lion', learning_rate=0.001"
                                + COMMON
                                + ", beta_1=0.9, beta_2=0.99)");
        assertThat(Muon.of())
                .hasToString(
                        "Muon(name='muon', learning_rate=0.001"
                                + COMMON.replace("weight_decay=None", "weight_decay=0.004")
                                + ", adam_beta_1=0.9, adam_beta_2=0.999, epsilon=1.0E-7,"
                                + " exclude_layers=[], muon_a=3.4445, muon_b=-4.775,"
                                + " muon_c=2.0315, adam_lr_ratio=1.0, momentum=0.95, ns_steps=5,"
                                + " nesterov=true, exclude_embeddings=true,"
                                + " adam_weight_decay=0.004, rms_rate=0.2)");
        assertThat(ScheduleFreeAdamW.of())
                .hasToString(
                        "ScheduleFreeAdamW(name='schedule_free_adam_w', learning_rate=0.0025"
                                + COMMON
                                + ", beta_1=0.9, beta_2=0.999, epsilon=1.0E-8, warmup_steps=0)");
        assertThat(LossScaleOptimizer.of(SGD.of()))
                .hasToString(
                        "LossScaleOptimizer(name='loss_scale_optimizer', inner_optimizer="
                                + SGD.of()
                                + ", initial_scale=32768.0, dynamic_growth_steps=2000)");
    }

    @Test
    void wordsStandForOptimizers() {
        assertThat(Optimizer.of("adam")).isInstanceOf(Adam.class);
        assertThat(Optimizer.of("SGD")).isInstanceOf(SGD.class);
        assertThatThrownBy(() -> Optimizer.of("adma"))
                .hasMessage(
                        """
                        Optimizer.of: there is no optimizer of that name
                          received: 'adma'      expected: one of sgd, rmsprop, adam, adamw, \
                        adamax, nadam, adagrad, adadelta, adafactor, ftrl, lamb, lion, muon, \
                        schedulefreeadamw, lossscaleoptimizer, multioptimizer
                          fix: did you mean 'adam'?\
                        """);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> SGD.of(-1))
                .hasMessage(
                        """
                        SGD: learning_rate is negative or not finite
                          received: -1.0      expected: 0 or more\
                        """);
        assertThatThrownBy(() -> SGD.of().momentum(1.5))
                .hasMessage(
                        """
                        SGD: momentum is not between 0 and 1
                          received: 1.5      expected: from 0 to 1\
                        """);
        assertThatThrownBy(() -> Adam.of().clipnorm(1).clipvalue(2))
                .hasMessage(
                        """
                        Adam: gradients are clipped in two ways
                          received: clipnorm and clipvalue      expected: one of clipnorm, \
                        global_clipnorm and clipvalue\
                        """);
        assertThatThrownBy(() -> Adam.of().gradientAccumulationSteps(1))
                .hasMessage(
                        """
                        Adam: gradient_accumulation_steps is too small
                          received: 1      expected: 2 or more\
                        """);
    }

    @Test
    void aRateThatIsNeitherANumberNorAScheduleIsRefused() {
        assertThatThrownBy(() -> SGD.of().options().assign("learning_rate", "fast"))
                .hasMessage(
                        """
                        SGD: learning_rate is no number and no schedule
                          received: fast\
                        """);
    }
}
