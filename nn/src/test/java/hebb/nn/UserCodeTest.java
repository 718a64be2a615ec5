package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.initializers.Initializer;
import hebb.nn.layers.Activation;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.Input;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.Update;
import hebb.nn.training.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a user writes works as what is built in.
class UserCodeTest {
    private final Tensor x = Tensor.of(1f, 2f, 3f, 4f).reshape(4, 1);
    private final Tensor y = Tensor.of(2f, 4f, 6f, 9f).reshape(4, 1);

    /// The mean of |error|³.
    private static final class Cubes extends Loss<Cubes> {
        Cubes() {
            super("cubes");
        }

        @Override
        protected Tensor call(Tensor yTrue, Tensor yPred) {
            return yPred.sub(labels(yTrue, yPred)).abs().pow(3).mean(-1);
        }
    }

    /// The largest error.
    private static final class Worst extends Metric<Worst> {
        Worst() {
            super("worst");
        }

        @Override
        public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
            var worst = s.state("worst", Shape.of(), Initializer.zeros());
            s.update("worst", worst.maximum(yTrue.sub(yPred).abs().max()));
        }

        @Override
        public Tensor result(Scope s) {
            return s.state("worst", Shape.of(), Initializer.zeros());
        }
    }

    /// Down the sign of the gradient.
    private static final class Signs extends Optimizer<Signs> {
        Signs() {
            super("signs", 0.25);
        }

        @Override
        protected Tensor update(Update u, Tensor weight, Tensor gradient) {
            return weight.sub(gradient.sign().mul(u.rate()));
        }
    }

    /// A layer of layers: x + f(f(x)), with a price on what it makes.
    private static final class Residual extends Layer<Residual> {
        private final Dense dense = Dense.of(1);

        @Override
        protected Tensor call(Scope s, Tensor x) {
            var h = s.call(dense, s.call(dense, x));
            s.loss(h.square().mean().mul(0.001));
            return x.add(h);
        }
    }

    @Test
    void layerLossMetricAndOptimizer() {
        var model = Sequential.of(Input.of(1), Scale.of(1));
        model.compile(new Signs(), new Cubes(), new Worst());
        var fit = Fit.epochs(2).batchSize(4).verbose(0);
        var history = model.fit(x, y, fit);
        assertThat(model.weights().value("scale/factor").item()).isEqualTo(1.5);
        assertThat(model.weights().value("scale/calls").item()).isEqualTo(2);
        assertThat(history.values("loss").get(0)).isEqualTo((1 + 8 + 27 + 125) / 4.0);
        assertThat(history.values("worst")).containsExactly(5.0, 4.0);
        assertThat(model.evaluate(x, y).value("worst")).isEqualTo(3);
    }

    @Test
    void layersInALayerAndLossesOfLayers() {
        var model = Sequential.of(Input.of(1), new Residual());
        model.compile("sgd", "mse");
        assertThat(model.weights().all().stream().map(Weight::path))
                .containsExactly("residual/dense/kernel", "residual/dense/bias");
        model.weights().assign("residual/dense/kernel", Tensor.of(2f).reshape(1, 1));
        // h = 4 x: the loss is that of 5 x, and a thousandth of the mean of 16 x²
        double plain = 0;
        double price = 0;
        for (int i = 0; i < 4; i++) {
            plain += Math.pow(5 * x.at(i, 0) - y.at(i, 0), 2) / 4;
            price += 16 * Math.pow(x.at(i, 0), 2) / 4;
        }
        assertThat(model.evaluate(x, y).loss()).isCloseTo(plain + 0.001 * price, within(1e-4));
    }

    @Test
    void aTrainingLoopWrittenByHand() {
        var model =
                Sequential.of(
                        Input.of(1),
                        Dense.of(4).activation(Activation.TANH),
                        BatchNormalization.of(),
                        Dropout.of(0.1),
                        Dense.of(1));
        var loss = MeanSquaredError.of();
        var step =
                Traced.ofAll(inputs -> {
                    var pass = Pass.training(inputs.get(2), inputs.get(3));
                    var predicted = model.call(pass, List.of(inputs.get(0))).getFirst();
                    var value = loss.of(inputs.get(1), predicted);
                    var weights =
                            model.weights().trainable().stream().map(Weight::variable).toList();
                    var gradients = value.gradients(weights);
                    for (int i = 0; i < weights.size(); i++) {
                        var w = weights.get(i);
                        w.assign(w.value().sub(gradients.get(i).mul(0.05)));
                    }
                    return List.of(value);
                });
        double first = 0;
        double last = 0;
        for (long i = 0; i < 40; i++) {
            var inputs = List.of(x, y, Tensor.of(7L).reshape(), Tensor.of(i).reshape());
            last = step.runAll(inputs).getFirst().item();
            first = i == 0 ? last : first;
        }
        assertThat(last).isLessThan(first / 2);
        assertThat(model.weights().value("batch_normalization/moving_mean").toFloats())
                .isNotEqualTo(new float[4]);
    }

    @Test
    void whatEachLayerMakesCanBeWatched() {
        var model = Sequential.of(Input.of(1), Scale.of(2), Scale.of(3));
        var seen = new LinkedHashMap<String, float[]>();
        var pass = Pass.inference().watched((path, ys) -> seen.put(path, ys.getFirst().toFloats()));
        var _ = model.call(pass, List.of(Tensor.ones(1, 1)));
        assertThat(seen.keySet()).containsExactly("input_layer", "scale", "scale_1");
        assertThat(seen.get("scale")).containsExactly(2);
        assertThat(seen.get("scale_1")).containsExactly(6);
    }
}
