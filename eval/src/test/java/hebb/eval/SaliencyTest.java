package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaliencyTest {
    private static final Tensor X = Randoms.of(3).normal(Spec.of(4, 5));

    private static Model network(Activation last, int classes) {
        return Sequential.of(
                        Input.of(5),
                        Dense.of(8).activation(Activation.TANH),
                        Dense.of(classes).activation(last).name("top"))
                .seed(2);
    }

    /// The evidence before softmax or sigmoid: what the same weights give without it.
    private static Tensor logits(Model model, Tensor x) {
        var bare = network(Activation.LINEAR, model.outputs().getFirst().shape().dim(-1));
        return bare.predict(x);
    }

    @Test
    void aLinearModelShowsItsWeights() {
        var model = Sequential.of(Input.of(5), Dense.of(1).name("top"));
        var kernel = model.weights().value("top/kernel").flatten();
        for (int i = 0; i < 4; i++) {
            assertThat(Saliency.of(model).gradient(X).get(i).toFloats())
                    .containsExactly(kernel.toFloats());
        }
        assertThat(Saliency.of(model).ofClass(0).gradient(X).get(0).toFloats())
                .containsExactly(kernel.neg().toFloats());
    }

    @Test
    void gradientsAreThoseOfTheEvidence() {
        var model = network(Activation.SOFTMAX, 3);
        var gradient = Saliency.of(model).ofClass(2).gradient(X);
        float step = 1e-2f;
        for (int j = 0; j < 5; j++) {
            var nudge = Tensor.arange(5).equal(j).cast(X.dtype()).mul(step);
            var difference = logits(model, X.add(nudge)).sub(logits(model, X.sub(nudge)));
            for (int i = 0; i < 4; i++) {
                assertThat(gradient.at(i, j))
                        .isCloseTo(difference.at(i, 2) / (2 * step), within(1e-3));
            }
        }
    }

    @Test
    void looksAtWhatIsPredicted() {
        var model = network(Activation.SOFTMAX, 3);
        var predicted = model.predict(X).argMax(-1).toInts();
        var gradient = Saliency.of(model).gradient(X);
        for (int i = 0; i < 4; i++) {
            assertThat(gradient.get(i).toFloats())
                    .containsExactly(
                            Saliency.of(model).ofClass(predicted[i]).gradient(X).get(i).toFloats(),
                            within(1e-6f));
        }
    }

    @Test
    void integratedSharesSumToTheEvidence() {
        for (var last : List.of(Activation.SIGMOID, Activation.LINEAR)) {
            var model = network(last, 1);
            var shares = Saliency.of(model).integrated(X, 100);
            var evidence = logits(model, X).sub(logits(model, Tensor.zeros(4, 5)));
            assertThat(shares.shape()).isEqualTo(Shape.of(4, 5));
            assertThat(shares.sum(1).toFloats())
                    .containsExactly(evidence.flatten().toFloats(), within(1e-3f));
        }
    }

    @Test
    void mapsTakeTheStrongestChannel() {
        var model = Sequential.of(Input.of(2, 2, 3), Flatten.of(), Dense.of(1));
        var images = Tensor.ones(1, 2, 2, 3);
        var gradient = Saliency.of(model).gradient(images);
        assertThat(Saliency.of(model).map(images)).hasToString(gradient.abs().max(3).toString());
    }

    @Test
    void mistakesAreNamed() {
        var saliency = Saliency.of(network(Activation.SOFTMAX, 3));
        assertThatThrownBy(() -> saliency.ofClass(3).gradient(X))
                .hasMessage(
                        """
                        ofClass: the model has no such class
                          received: 3      expected: from 0 to 2\
                        """);
        assertThatThrownBy(() -> saliency.integrated(X, 0))
                .hasMessage(
                        """
                        Saliency.integrated: there is no step
                          received: 0      expected: 1 or more\
                        """);
        var input = Input.of(5);
        var two =
                Model.of(
                        List.of(input),
                        List.of(
                                Dense.of(1).name("a").apply(input),
                                Dense.of(1).name("b").apply(input)));
        assertThatThrownBy(() -> Saliency.of(two))
                .hasMessage(
                        """
                        Saliency.of: the model has several outputs
                          received: a, b      expected: a model of one output
                          fix: model.upTo("…"), which ends at one layer\
                        """);
    }
}
