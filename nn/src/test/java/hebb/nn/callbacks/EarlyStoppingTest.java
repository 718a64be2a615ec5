package hebb.nn.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.Sequential;
import hebb.nn.Wrong;
import hebb.nn.initializers.Initializer;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.SGD;
import hebb.nn.training.Fit;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    /// What the loss is after each epoch, as the test wants it.
    private static final float[] LOSSES = {5, 3, 4, 2.9f, 6, 7, 1, 1, 1, 1};

    /// Predicts what a list says: its state counts the epochs, of one step each.
    private static final class Script extends Layer<Script> {
        private static final Tensor VALUES = Tensor.of(LOSSES);

        @Override
        protected Tensor call(Scope s, Tensor x) {
            var epoch = s.state("epoch", Shape.of(), Initializer.zeros());
            var weight = s.weight("weight", Shape.of(), Initializer.zeros());
            if (s.training()) {
                s.update("epoch", epoch.add(1));
            }
            var value = VALUES.take(epoch.cast(DType.INT32), 0);
            return x.mul(0).add(value).add(weight.mul(0));
        }

        @Override
        public Options options() {
            return Options.none();
        }
    }

    private final Tensor x = Tensor.ones(2, 1);
    private final Tensor y = Tensor.zeros(2, 1);

    private static Model scripted() {
        var model = Sequential.of(Input.of(1), new Script());
        model.compile("sgd", "mae");
        return model;
    }

    private int epochs(EarlyStopping stopping, Model model) {
        var fit = Fit.epochs(LOSSES.length).callbacks(stopping).verbose(0);
        return model.fit(x, y, fit).epochs().size();
    }

    private int epochs(EarlyStopping stopping) {
        return epochs(stopping.monitor("loss"), scripted());
    }

    @Test
    void endsAfterTheFirstEpochThatIsNotBetter() {
        var stopping = EarlyStopping.of().monitor("loss");
        assertThat(epochs(stopping, scripted())).isEqualTo(3);
        assertThat(stopping.stoppedEpoch()).isEqualTo(OptionalInt.of(2));
        assertThat(stopping.bestEpoch()).isEqualTo(1);
    }

    @Test
    void patienceWaits() {
        assertThat(epochs(EarlyStopping.of().patience(2))).isEqualTo(6);
        assertThat(epochs(EarlyStopping.of().patience(3))).isEqualTo(10);
    }

    @Test
    void smallImprovementsMayNotCount() {
        assertThat(epochs(EarlyStopping.of().patience(2).minDelta(0.5))).isEqualTo(4);
    }

    @Test
    void higherMayBeBetter() {
        assertThat(epochs(EarlyStopping.of().patience(1).mode(Mode.MAX))).isEqualTo(2);
        assertThat(epochs(EarlyStopping.of().patience(4).mode(Mode.MAX))).isEqualTo(10);
    }

    @Test
    void aBaselineMustBeReached() {
        assertThat(epochs(EarlyStopping.of().patience(3).baseline(1.5))).isEqualTo(3);
    }

    @Test
    void theFirstEpochsMayBeLeftOut() {
        assertThat(epochs(EarlyStopping.of().startFromEpoch(3))).isEqualTo(5);
    }

    @Test
    void theBestWeightsComeBack() {
        var model = scripted();
        var stopping = EarlyStopping.of().monitor("loss").patience(2).restoreBestWeights(true);
        assertThat(epochs(stopping, model)).isEqualTo(6);
        assertThat(stopping.bestEpoch()).isEqualTo(3);
        assertThat(model.weights().value("script/epoch").item()).isEqualTo(4);
        var last = scripted();
        var _ = epochs(stopping.restoreBestWeights(false), last);
        assertThat(last.weights().value("script/epoch").item()).isEqualTo(6);
    }

    @Test
    void itBeginsAnewWithEachTraining() {
        var stopping = EarlyStopping.of().monitor("loss");
        assertThat(epochs(stopping, scripted())).isEqualTo(3);
        assertThat(epochs(stopping, scripted())).isEqualTo(3);
    }

    @Test
    void whatItWatchesMustBeMeasured() {
        Wrong.says(
                """
                EarlyStopping: nothing of that name is measured
                  received: 'val_loss'      expected: one of loss
                  fix: give the fit validation data: .validation(data)
                """,
                () -> epochs(EarlyStopping.of(), scripted()));
        Wrong.says(
                """
                EarlyStopping: nothing of that name is measured
                  received: 'lost'      expected: one of loss
                  fix: did you mean 'loss'?
                """,
                () -> epochs(EarlyStopping.of().monitor("lost"), scripted()));
    }

    @Test
    void itMustBeKnownWhichWayIsBetter() {
        var model = Sequential.of(Input.of(1), Dense.of(1));
        model.compile(SGD.of(), Loss.of("mse"), Metric.of("spread", (_, p) -> p.sub(p.mean())));
        Wrong.says(
                """
                EarlyStopping: nobody knows whether 'spread' is better high or low
                  fix: say it: .mode(Mode.MAX) or .mode(Mode.MIN)
                """,
                () -> epochs(EarlyStopping.of().monitor("spread"), model));
    }

    @Test
    void itsOptionsAreKerass() {
        assertThat(EarlyStopping.of())
                .hasToString(
                        "EarlyStopping(monitor='val_loss', min_delta=0.0, patience=0, mode=auto,"
                                + " baseline=None, restore_best_weights=false, start_from_epoch=0)");
    }
}
