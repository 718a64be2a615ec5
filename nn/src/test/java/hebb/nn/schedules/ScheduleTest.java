package hebb.nn.schedules;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.optimizers.SGD;
import hebb.nn.words.ScheduleWords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    private static final Golden KERAS = Golden.of("schedules");

    private static final Map<String, LearningRateSchedule> CASES =
            Map.ofEntries(
                    Map.entry("exponential", ExponentialDecay.of(0.3, 7, 0.6)),
                    Map.entry(
                            "exponential_staircase",
                            ExponentialDecay.of(0.3, 7, 0.6).staircase(true)),
                    Map.entry("inverse_time", InverseTimeDecay.of(0.3, 7, 0.6)),
                    Map.entry(
                            "inverse_time_staircase",
                            InverseTimeDecay.of(0.3, 7, 0.6).staircase(true)),
                    Map.entry("polynomial", PolynomialDecay.of(0.3, 12)),
                    Map.entry(
                            "polynomial_options",
                            PolynomialDecay.of(0.3, 12).endLearningRate(0.05).power(0.5)),
                    Map.entry("polynomial_cycle", PolynomialDecay.of(0.3, 12).power(2).cycle(true)),
                    Map.entry(
                            "piecewise",
                            PiecewiseConstantDecay.of(0.5)
                                    .then(3, 0.3)
                                    .then(10, 0.2)
                                    .then(11, 0.1)),
                    Map.entry("cosine", CosineDecay.of(0.3, 17)),
                    Map.entry("cosine_alpha", CosineDecay.of(0.3, 17).alpha(0.2)),
                    Map.entry("cosine_warmup", CosineDecay.of(0.1, 17).alpha(0.2).warmup(0.6, 5)),
                    Map.entry("restarts", CosineDecayRestarts.of(0.3, 5)),
                    Map.entry(
                            "restarts_options",
                            CosineDecayRestarts.of(0.3, 4).tMul(1.5).mMul(0.8).alpha(0.1)),
                    Map.entry("restarts_equal", CosineDecayRestarts.of(0.3, 6).tMul(1).mMul(0.9)));

    static Stream<String> cases() {
        return CASES.keySet().stream().sorted();
    }

    private static LearningRateSchedule schedule(String name) {
        return CASES.getOrDefault(name, step -> step);
    }

    private static Tensor step(int number) {
        return Tensor.scalar(number, DType.INT64);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isKerass(String name) {
        var expected = KERAS.tensor(name, "rate").toFloats();
        var recorded = Traced.of(schedule(name)::at);
        for (int i = 0; i < expected.length; i++) {
            var rate = recorded.run(step(i));
            assertThat(rate.dtype()).isEqualTo(DType.FLOAT32);
            assertClose(rate, Tensor.scalar(expected[i], DType.FLOAT32), 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isMadeAgainFromItsOptions(String name) {
        var schedule = schedule(name);
        var again = ScheduleWords.of(schedule.className());
        schedule.options()
                .values()
                .forEach((option, value) -> again.options().assign(option, value));
        assertThat(again).hasToString(schedule.toString());
        assertThat(again.at(step(9)).item()).isEqualTo(schedule.at(step(9)).item());
    }

    @Test
    void listsItsOptionsAsKerasDoes() {
        assertThat(CosineDecay.of(0.1, 20))
                .hasToString(
                        "CosineDecay(initial_learning_rate=0.1, decay_steps=20.0, alpha=0.0,"
                                + " name='CosineDecay', warmup_target=None, warmup_steps=0.0)");
        assertThat(PiecewiseConstantDecay.of(0.1).then(3, 0.5))
                .hasToString(
                        "PiecewiseConstantDecay(boundaries=[3.0], values=[0.1, 0.5],"
                                + " name='PiecewiseConstant')");
        assertThat(CosineDecayRestarts.of(0.1, 20).name("waves"))
                .hasToString(
                        "CosineDecayRestarts(initial_learning_rate=0.1, first_decay_steps=20.0,"
                                + " t_mul=2.0, m_mul=1.0, alpha=0.0, name='waves')");
    }

    // @start region="own"
    /// As in "Attention is all you need".
    private static final LearningRateSchedule NOAM =
            step -> {
                var t = step.add(1).cast(DType.FLOAT32);
                return t.rsqrt().minimum(t.mul(Math.pow(4000, -1.5))).mul(Math.pow(512, -0.5));
            };

    // @end

    @Test
    void oneOfYourOwnIsAFunction() {
        var scope = Scope.of(Weights.of(0), Pass.inference());
        var rate = SGD.of().learningRate(NOAM).rate(scope).item();
        assertThat(rate).isEqualTo((float) (Math.pow(4000, -1.5) * Math.pow(512, -0.5)));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> CosineDecay.of(0.1, 0))
                .hasMessage(
                        """
                        CosineDecay: decay_steps is not positive
                          received: 0.0      expected: a number above 0\
                        """);
        assertThatThrownBy(() -> PiecewiseConstantDecay.of(1).then(5, 2).then(5, 3))
                .hasMessage(
                        """
                        PiecewiseConstantDecay: the boundaries do not grow
                          received: 5.0 after 5.0\
                        """);
        var uneven = PiecewiseConstantDecay.of(1);
        uneven.options().assign("boundaries", List.of(3.0, 4.0));
        assertThatThrownBy(() -> uneven.at(step(0)))
                .hasMessage(
                        """
                        PiecewiseConstantDecay: boundaries and values do not fit
                          received: 2 boundaries, 1 values      expected: one value more than \
                        boundaries\
                        """);
    }
}
