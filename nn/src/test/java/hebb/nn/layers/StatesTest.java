package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Pass;
import hebb.nn.Sequential;
import hebb.nn.initializers.Initializer;
import hebb.nn.training.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// States that are kept, given and returned; models of unknown time; mistakes.
class StatesTest {
    private static final Tensor X = Randoms.of(5).uniform(Spec.of(2, 6, 3));

    @Test
    void aStatefulLayerGoesOnWhereTheLastBatchEnded() {
        var model = Sequential.of(LSTM.of(4).stateful(true).name("l"));
        var whole = Sequential.of(LSTM.of(4).name("l"));
        var _ = model.predict(X.slice(1, 0, 3));
        var _ = whole.predict(X);
        model.weights().all().stream()
                .filter(w -> !w.isState())
                .forEach(w -> w.assign(whole.weights().value(w.path())));

        model.resetStates();
        var _ = model.predict(X.slice(1, 0, 2));
        var _ = model.predict(X.slice(1, 2, 5));
        assertClose(model.predict(X.slice(1, 5, 6)), whole.predict(X));

        model.resetStates();
        assertClose(model.predict(X), whole.predict(X));
        assertThat(model.predict(X)).isNotEqualTo(whole.predict(X));
    }

    @Test
    void aStatefulLayerTrains() {
        var model = Sequential.of(GRU.of(4).stateful(true), Dense.of(1));
        model.compile("adam", "mse");
        var y = Tensor.ones(2, 1);
        var history = model.fit(X, y, Fit.epochs(30).batchSize(2).shuffle(false).verbose(0));
        var losses = history.values("loss");
        assertThat(losses.getLast()).isLessThan(losses.getFirst());
    }

    @Test
    void aDecoderBeginsWithTheStatesOfAnEncoder() {
        var source = Input.of(Shape.UNKNOWN, 3);
        var target = Input.of(Shape.UNKNOWN, 2);
        var states = LSTM.of(4).returnState(true).applyAll(source);
        var decoded = LSTM.of(4).returnSequences(true).apply(target, states.get(1), states.get(2));
        var model = Model.of(List.of(source, target), List.of(Dense.of(1).apply(decoded)));
        model.compile("adam", "mse");
        var history =
                model.fit(
                        List.of(X, Tensor.zeros(2, 5, 2)),
                        List.of(Tensor.ones(2, 5, 1)),
                        Fit.epochs(20).verbose(0));
        assertThat(decoded.spec()).isEqualTo(Spec.of(Shape.UNKNOWN, Shape.UNKNOWN, 4));
        assertThat(history.values("loss").getLast()).isLessThan(history.values("loss").getFirst());
    }

    @Test
    void dropsTheSameAtAllTimes() {
        var layer =
                SimpleRNN.of(8)
                        .dropout(0.5)
                        .kernelInitializer(Initializer.identity())
                        .recurrentInitializer(Initializer.zeros())
                        .activation(Activation.LINEAR)
                        .returnSequences(true);
        var model = Sequential.of(Input.of(4, 8), layer);
        var y = model.call(Pass.training(3, 0), List.of(Tensor.ones(5, 4, 8))).getFirst();
        for (int time = 1; time < 4; time++) {
            assertClose(y.slice(1, time, time + 1), y.slice(1, 0, 1), 0);
        }
        assertThat(y.toFloats()).contains(0f, 2f).doesNotContain(1f);
        assertThat(model.predict(Tensor.ones(5, 4, 8)).toFloats()).containsOnly(1f);
    }

    @Test
    void takesSequencesOfAnyLength() {
        var model =
                Sequential.of(
                        Input.of(Shape.UNKNOWN, 3),
                        Bidirectional.of(SimpleRNN.of(4).returnSequences(true)),
                        GRU.of(2));
        assertThat(model.predict(X).shape()).isEqualTo(Shape.of(2, 2));
        assertThat(model.predict(X.slice(1, 0, 1)).shape()).isEqualTo(Shape.of(2, 2));
    }

    @Test
    void computesAtOnceWhatAPlanComputes() {
        var model = Sequential.of(Input.of(6, 3), LSTM.of(4), Dense.of(2));
        assertClose(model.call(Pass.inference(), List.of(X)).getFirst(), model.predict(X), 0);
    }

    @Test
    void aStatefulLayerTakesBatchesOfOneSize() {
        var model = Sequential.of(Input.of(6, 3), LSTM.of(4).stateful(true));
        var _ = model.predict(X);
        assertThatThrownBy(() -> model.predict(X.slice(0, 0, 1)))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("rnn_state");
    }

    @Test
    void saysWhichInputIsNoSequence() {
        assertThatThrownBy(() -> Sequential.of(Input.of(3), LSTM.of(4).name("memory")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining(
                        """
                        the input has the wrong number of axes
                          received: (None, 3)      expected: (batch, time, features)\
                        """);
    }

    @Test
    void refusesTwoLayersThatGoTheSameWay() {
        assertThatThrownBy(() -> Bidirectional.of(LSTM.of(2), LSTM.of(2)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Bidirectional: both layers go the same way
                          received: go_backwards=false for both      \
                        expected: one that goes backwards\
                        """);
    }
}
