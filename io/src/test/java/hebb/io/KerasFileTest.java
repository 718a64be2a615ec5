package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.Weight;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Adam;
import hebb.nn.training.Fit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Keras wrote computes here what it computed there, and survives being written again.
class KerasFileTest {
    @TempDir Path folder;

    static List<String> cases() {
        return Cases.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void predictsAsKerasDoesAndIsWrittenAgain(String name) {
        var model = Model.load(Cases.file(name, "initial.keras"));
        var expected = Npy.read(Cases.file(name, "predict_initial.npy"));
        var x = Npy.read(Cases.file(name, "x.npy"));
        assertClose(model.predict(x), expected, 2e-5);

        var again = folder.resolve("again.keras");
        model.save(again);
        var copy = Model.load(again);
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        assertSame(copy.weights().all(), model.weights().all());
        assertSame(copy.trainer().optimizerState(), model.trainer().optimizerState());
    }

    @Test
    void trainingGoesOnWhereItWas() {
        var x = Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        var y = Tensor.of(new float[][] {{1}, {0}, {1}});
        var model = compiled();
        model.fit(x, y, Fit.epochs(3).shuffle(false).verbose(0));
        var file = folder.resolve("trained.keras");
        model.save(file);
        var copy = Model.load(file);
        assertSame(copy.trainer().optimizerState(), model.trainer().optimizerState());
        assertThat(copy.trainer().optimizerState()).hasSize(2 + 2 * 4);

        model.fit(x, y, Fit.epochs(2).shuffle(false).verbose(0));
        copy.fit(x, y, Fit.epochs(2).shuffle(false).verbose(0));
        assertSame(copy.weights().all(), model.weights().all());
    }

    @Test
    void weightsAloneGoIntoAModelOfTheSameForm() {
        var model = compiled().seed(1);
        var file = folder.resolve("m.weights.h5");
        model.saveWeights(file);
        var other = compiled().seed(2);
        other.loadWeights(file);
        assertSame(other.weights().all(), model.weights().all());
    }

    @Test
    void weightsOfAnotherFormAreRefusedAndNothingChanges() {
        var file = folder.resolve("m.weights.h5");
        compiled().saveWeights(file);
        var other = Sequential.of(Input.of(2), Dense.of(4), Dropout.of(0.5), Dense.of(2));
        var before = other.weights().value("dense/kernel");
        assertThatThrownBy(() -> other.loadWeights(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": /layers/dense_1/vars: the variables are not those of 'dense_1'\n"
                                + "  received: [float32(4, 1), float32(1,)]     "
                                + " expected: [kernel float32(4, 2), bias float32(2,)]");
        assertThat(other.weights().value("dense/kernel").toFloats()).isEqualTo(before.toFloats());

        other.loadMatchingWeights(file);
        assertThat(other.weights().value("dense/kernel").toFloats())
                .isEqualTo(compiled().weights().value("dense/kernel").toFloats());
    }

    @Test
    void anOptimizerWhoseWeightsDoNotMatchBeginsAnew() {
        var file = folder.resolve("m.weights.h5");
        trained(2).saveWeights(file);
        var other = trained(3);
        var steps = other.trainer().slots().value("iteration").item();

        other.loadMatchingWeights(file);

        assertThat(steps).isPositive();
        assertThat(other.trainer().slots().value("iteration").item()).isZero();
    }

    private static Model trained(int units) {
        var model = Sequential.of(Input.of(3), Dense.of(units));
        model.compile("adam", "mse");
        model.fit(Tensor.of(new double[][] {{1, 2, 3}}), Tensor.of(new double[1][units]));
        return model;
    }

    @Test
    void aModelThatHasSeenNoDataIsNotWritten() {
        var model = Sequential.of(Dense.of(1));
        assertThatThrownBy(() -> model.save(folder.resolve("m.keras")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("the model is not built");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aModelThatWasBuiltByDataKeepsItsShape() {
        var model = Sequential.of(Dense.of(1));
        model.build(Spec.of(Shape.UNKNOWN, 3));
        model.save(folder.resolve("m.keras"));
        var copy = Model.load(folder.resolve("m.keras"));
        assertThat(copy.inputs()).isEqualTo(model.inputs());
        assertSame(copy.weights().all(), model.weights().all());
    }

    @Test
    void theNameOfAFileSaysItsForm() {
        assertThatThrownBy(() -> compiled().save(folder.resolve("m.pt")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("the name does not say in which form a model lies there");
        assertThat(Files.exists(folder.resolve("m.pt"))).isFalse();
    }

    private static Model compiled() {
        var model = Sequential.of(Input.of(2), Dense.of(4), Dropout.of(0.5), Dense.of(1));
        model.compile(Adam.of(), MeanSquaredError.of(), Metric.accuracy());
        return model;
    }

    static void assertSame(List<Weight> actual, List<Weight> expected) {
        assertThat(actual.stream().map(Weight::toString))
                .containsExactlyElementsOf(expected.stream().map(Weight::toString).toList());
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).value().toArray())
                    .as(expected.get(i).path())
                    .isEqualTo(expected.get(i).value().toArray());
        }
    }

    static void assertClose(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        var a = actual.toDoubles();
        var e = expected.toDoubles();
        for (int i = 0; i < a.length; i++) {
            assertThat(Math.abs(a[i] - e[i]))
                    .isLessThanOrEqualTo(tolerance + tolerance * Math.abs(e[i]));
        }
    }
}
