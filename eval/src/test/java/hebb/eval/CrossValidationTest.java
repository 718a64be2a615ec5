package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.training.Evaluation;
import hebb.nn.training.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static Model model() {
        var model = Sequential.of(Input.of(2), Dense.of(2).activation(Activation.SOFTMAX));
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        return model;
    }

    @Test
    void eachFoldTrainsAModelOfItsOwn() {
        var random = NumpyRandom.of(1);
        var y = Tensor.of(0, 1).broadcastTo(Shape.of(30, 2)).flatten();
        var x = random.randn(60, 2).add(y.expandDims(1).mul(4)).cast(DType.FLOAT32);
        var fit = Fit.epochs(2).batchSize(10).verbose(0);
        var folds = StratifiedKFold.of(3);
        var scores = folds.crossValidate(CrossValidationTest::model, x, y, fit);
        assertThat(scores.names()).containsExactly("loss", "accuracy");
        var second = folds.split(y).get(1);
        var alone = model();
        alone.fit(second.train(x), second.train(y), fit);
        assertThat(scores.folds().get(1)).isEqualTo(alone.evaluate(second.test(x), second.test(y)));
        assertThat(scores.values("accuracy")).hasSize(3);
    }

    @Test
    void dataOfSeveralInputsAreDividedToo() {
        var x = NumpyRandom.of(1).randn(12, 2).cast(DType.FLOAT32);
        var y = Tensor.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        var scores =
                KFold.of(3)
                        .shuffle(true)
                        .seed(4)
                        .crossValidate(
                                CrossValidationTest::modelOfTwo,
                                Dataset.of(List.of(x, x.neg()), List.of(y)),
                                Fit.epochs(1).verbose(0));
        assertThat(scores.values("loss")).hasSize(3).doesNotContain(Double.NaN);
    }

    private static Model modelOfTwo() {
        var a = Input.of(2);
        var b = Input.of(2);
        var both = Concatenate.of().apply(a, b);
        var model = Model.of(List.of(a, b), List.of(Dense.of(2).apply(both)));
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        return model;
    }

    @Test
    void meansAndDeviationsAreNumpys() {
        var scores =
                new CrossValidation(
                        List.of(measured(.9, .5), measured(.8, .25), measured(1, .125)));
        assertThat(scores.mean("accuracy")).isCloseTo(.9, within(1e-15));
        assertThat(scores.std("accuracy")).isCloseTo(0.0816496580927726, within(1e-15));
        assertThat(scores).hasToString("loss: 0.2917 (+/- 0.1559)\naccuracy: 0.9000 (+/- 0.0816)");
    }

    private static Evaluation measured(double accuracy, double loss) {
        var values = new LinkedHashMap<>(Map.of("loss", loss));
        values.put("accuracy", accuracy);
        return new Evaluation(values);
    }
}
