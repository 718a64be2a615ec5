package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.Wrong;
import hebb.nn.callbacks.EarlyStopping;
import hebb.nn.callbacks.ReduceLROnPlateau;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.SGD;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a user is told who trains something that cannot be trained.
class MistakesTest {
    private final Tensor x = Tensor.ones(6, 2);
    private final Tensor y = Tensor.ones(6, 1);

    private static Model model() {
        var model = Sequential.of(Input.of(2), Dense.of(1).name("out")).name("net");
        model.compile("sgd", "mse");
        return model;
    }

    private static Model twoOutputs() {
        var a = Input.of(2).name("a");
        var age = Dense.of(1).name("age").apply(a);
        return Model.of(List.of(a), List.of(age, Dense.of(1).name("kind").apply(a)));
    }

    @Test
    void notCompiled() {
        Wrong.says(
                """
                Sequential 'sequential': the model is not compiled
                  expected: an optimizer and a loss before it can train or be evaluated
                  fix: model.compile(Adam.of(), MeanSquaredError.of())
                """,
                () -> Sequential.of(Dense.of(1)).fit(x, y));
    }

    @Test
    void unequalSizes() {
        Wrong.says(
                """
                fit of 'net': x and y do not hold equally many samples
                  received: x (6, 2), y (5, 1)      expected: the same length of the first axis in all
                """,
                () -> model().fit(x, Tensor.ones(5, 1)));
        Wrong.says(
                """
                fit of 'net': x and y do not hold equally many samples
                  received: x (6, 2), y (6, 1), sample weight (4,)      \
                expected: the same length of the first axis in all
                """,
                () -> model().fit(x, y, Fit.epochs(1).sampleWeight(Tensor.ones(4))));
        Wrong.says(
                """
                Batch: the tensors hold unequal numbers of samples
                  received: [(6, 2), (5, 1)]      expected: the same length of the first axis in all
                """,
                () -> model().trainOnBatch(x, Tensor.ones(5, 1)));
    }

    @Test
    void labelsOfAnotherShape() {
        Wrong.says(
                """
                loss of output 'out', MeanSquaredError: labels and predictions differ in shape
                  received: labels (6, 3), predictions (6, 1)      expected: one shape
                """,
                () -> model().fit(x, Tensor.ones(6, 3), Fit.epochs(1).verbose(0)));
    }

    @Test
    void labelsOutOfRange() {
        var model =
                Sequential.of(Input.of(2), Dense.of(3).activation(Activation.SOFTMAX)).name("net");
        model.compile("sgd", "sparse_categorical_crossentropy");
        var labels = Tensor.of(0, 1, 2, 3, 0, 1);
        Wrong.says(
                """
                fit of 'net', epoch 1, step 2, SparseCategoricalCrossentropy: the label of sample 1 \
                is no class
                  received: 3      expected: a whole number from 0 to 2, because there are \
                predictions for 3 classes
                """,
                () -> model.fit(x, labels, Fit.epochs(1).batchSize(2).shuffle(false).verbose(0)));
        Wrong.says(
                """
                evaluate of 'net', step 1, SparseCategoricalCrossentropy: the label of sample 3 \
                is no class
                  received: 3      expected: a whole number from 0 to 2, because there are \
                predictions for 3 classes
                """,
                () -> model.evaluate(x, labels));
    }

    @Test
    void noAnswers() {
        Wrong.says(
                """
                fit of 'net', epoch 1, step 1, data for 'net': the number of answers is wrong
                  received: 0 ys      expected: 1, for out
                """,
                () -> model().fit(Dataset.of(x)));
    }

    @Test
    void noData() {
        Wrong.says(
                """
                fit of 'net': there are no samples
                  expected: at least one batch in the data
                """,
                () -> model().fit(Dataset.ofBatches(List.of())));
        Wrong.says(
                """
                evaluate of 'net': there are no samples
                  expected: at least one batch in the data
                """,
                () -> model().evaluate(Tensor.zeros(0, 2), Tensor.zeros(0, 1)));
        Wrong.says(
                """
                predict of 'net': there are no samples
                  expected: at least one batch in the data
                """,
                () -> model().predict(Tensor.zeros(0, 2)));
    }

    @Test
    void aLossThatIsNoNumber() {
        var model = model();
        model.compile(SGD.of().learningRate(1e30), MeanSquaredError.of());
        Wrong.says(
                """
                fit of 'net': the loss 'mean_squared_error' is no number any more
                  received: Infinity in epoch 1, step 2 of 3      expected: a finite number
                  fix: look for NaN or very large numbers in the data; try a smaller learning rate, \
                or clipnorm(1) on the optimizer
                """,
                () -> model.fit(x, y.mul(100), Fit.epochs(2).batchSize(2).verbose(0)));
    }

    @Test
    void ofSeveralLossesTheOneThatIsNoNumberIsNamed() {
        var model = twoOutputs();
        model.compile(
                Compile.of(Adam.of())
                        .loss("age", MeanSquaredError.of())
                        .loss("kind", MeanSquaredError.of().name("broken")));
        Wrong.says(
                """
                fit of 'functional': the loss 'broken' is no number any more
                  received: NaN in epoch 1, step 1 of 1      expected: a finite number
                  fix: look for NaN or very large numbers in the data; try a smaller learning rate, \
                or clipnorm(1) on the optimizer
                """,
                () ->
                        model.fit(
                                List.of(x),
                                List.of(y, y.mul(Double.NaN)),
                                Fit.epochs(1).verbose(0)));
    }

    @Test
    void aLossThatIsNoNumberCanBeBorne() {
        var history = model().fit(x, y.mul(Double.NaN), Fit.epochs(1).stopOnNaN(false).verbose(0));
        assertThat(history.last("loss")).isNaN();
    }

    @Test
    void wordsThatMeanNothing() {
        Wrong.says(
                """
                Optimizer.of: there is no optimizer of that name
                  received: 'adem'      expected: one of sgd, rmsprop, adam, adamw, adamax, nadam, \
                adagrad, adadelta, adafactor, ftrl, lamb, lion, muon, schedulefreeadamw, \
                lossscaleoptimizer, multioptimizer
                  fix: did you mean 'adam'?
                """,
                () -> model().compile("adem", "mse"));
    }

    @Test
    void outputsThatDoNotExist() {
        Wrong.says(
                """
                compile of 'functional': the model has no output of that name
                  received: 'agee'      expected: one of age, kind
                  fix: did you mean 'age'?
                """,
                () ->
                        twoOutputs()
                                .compile(
                                        Compile.of(Adam.of()).loss("agee", MeanSquaredError.of())));
        Wrong.says(
                """
                compile of 'functional': no output has a loss
                  expected: a loss for at least one of age, kind
                """,
                () -> twoOutputs().compile(Compile.of(Adam.of())));
    }

    @Test
    void classWeightsOfSeveralOutputs() {
        var model = twoOutputs();
        model.compile("sgd", "mse");
        Wrong.says(
                """
                fit: class weights need one output
                  received: 2 outputs
                  fix: give the batches sample weights instead
                """,
                () ->
                        model.fit(
                                List.of(x),
                                List.of(y, y),
                                Fit.epochs(1).classWeight(Map.of(1, 2.0)).verbose(0)));
    }

    @Test
    void classWeightsBesideSampleWeights() {
        var model = Sequential.of(Input.of(x.dim(1)), Dense.of(1));
        model.compile("sgd", "mse");
        var fit = Fit.epochs(1).classWeight(Map.of(1, 2.0)).sampleWeight(Tensor.ones(x.dim(0)));
        Wrong.says(
                """
                fit: there are sample weights beside the class weights
                  received: classWeight {1=2.0}      expected: the one or the other, as in Keras
                  fix: multiply them and give sample weights alone
                """,
                () -> model.fit(x, y, fit.verbose(0)));
    }

    @Test
    void splitsThatAreNone() {
        Wrong.says(
                """
                Fit.validationSplit: that is no part of the whole
                  received: 1.5      expected: a fraction from 0 to before 1
                """,
                () -> Fit.epochs(1).validationSplit(1.5));
        Wrong.says(
                """
                fit: there are too few samples to split them
                  received: 6 samples, validationSplit(0.95)      \
                expected: at least one sample on each side
                """,
                () -> model().fit(x, y, Fit.epochs(1).validationSplit(0.95).verbose(0)));
        Wrong.says(
                """
                fit: a stream cannot be split
                  received: validationSplit(0.5)      \
                expected: data of which it is known how many they are
                  fix: give the validation data themselves: .validation(data)
                """,
                () ->
                        model().fit(
                                        Dataset.ofBatches(List.of(Batch.of(x, y))),
                                        Fit.epochs(1).validationSplit(0.5)));
    }

    @Test
    void numbersThatAreTooSmall() {
        Wrong.says(
                """
                Fit: epochs is too small
                  received: 0      expected: 1 or more
                """,
                () -> Fit.epochs(0));
        Wrong.says(
                """
                Fit: batchSize is too small
                  received: 0      expected: 1 or more
                """,
                () -> Fit.epochs(1).batchSize(0));
        Wrong.says(
                """
                Inference: batchSize is too small
                  received: 0      expected: 1 or more
                """,
                () -> Inference.of().batchSize(0));
        Wrong.says(
                """
                EarlyStopping: patience is too small
                  received: -1      expected: 0 or more
                """,
                () -> EarlyStopping.of().patience(-1));
        Wrong.says(
                """
                ReduceLROnPlateau: cooldown is too small
                  received: -2      expected: 0 or more
                """,
                () -> ReduceLROnPlateau.of().cooldown(-2));
        Wrong.says(
                """
                Fit.verbose: there is no such level
                  received: 3      expected: 0, 1 or 2
                """,
                () -> Fit.epochs(1).verbose(3));
    }

    @Test
    void weightsOfSeveralOutputs() {
        var input = Input.of(2);
        var outputs = List.of(Dense.of(1).name("a"), Dense.of(1).name("b"));
        var model =
                Model.of(List.of(input), outputs.stream().map(d -> d.apply(input)).toList())
                        .name("net");
        model.compile("sgd", "mse");
        var steps = Fit.epochs(1).sampleWeight(Tensor.ones(6, 2));
        Wrong.says(
                """
                fit of 'net', epoch 1, step 1, data for 'net': one weight for all outputs has \
                several numbers a sample
                  received: weight (6, 2)      expected: (6,)
                  fix: give one weight each for a, b
                """,
                () -> model.fit(List.of(x), List.of(y, y), steps.verbose(0)));
        var three = Fit.epochs(1).sampleWeight(Tensor.ones(6), Tensor.ones(6), Tensor.ones(6));
        Wrong.says(
                """
                Batch: the number of weights is wrong
                  received: 3 weights, 2 ys      expected: one weight for each y, or one for all
                """,
                () -> model.fit(List.of(x), List.of(y, y), three));
    }

    @Test
    void weightsOfADataSetAreItsOwn() {
        Wrong.says(
                """
                fit of 'net': a data set brings its weights itself
                  received: sampleWeight (6,)
                  fix: data.mapBatches(batch -> batch.weighted(…)), or fit(x, y, …)
                """,
                () -> model().fit(Dataset.of(x, y), Fit.epochs(1).sampleWeight(Tensor.ones(6))));
    }
}
