package hebb.nn.training;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.core.tensor.Variable;
import hebb.nn.Model;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import hebb.nn.optimizers.Optimizer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One step of training, and one of testing: each a single function of a batch, recorded once for
/// each set of shapes, that returns nothing and leaves what it measured in states.
final class Steps {
    /// Takes the place of a missing weight where other outputs have one. It is a scalar, which no
    /// weight of samples is.
    static final Tensor NO_WEIGHT = Tensor.scalar(1, DType.FLOAT32);

    private static final Spec COUNTER = new Spec(Shape.of(), DType.INT64);

    private final Model model;
    private final Objective objective;
    private final Scores scores;
    private final Optimizer<?> optimizer;
    private final Weights slots;
    private final Weights gauges;
    private final Variable seed = Variable.zeros("seed", COUNTER);
    private final Variable loss = Variable.zeros("batch_loss", Spec.of());
    private Traced test = Traced.ofAll(this::recordTest);
    private Traced train = Traced.ofAll(this::recordTrain);
    private int changes;

    Steps(
            Model model,
            Objective objective,
            Scores scores,
            Optimizer<?> optimizer,
            Weights slots,
            Weights gauges) {
        this.model = model;
        this.objective = objective;
        this.scores = scores;
        this.optimizer = optimizer;
        this.slots = slots;
        this.gauges = gauges;
    }

    /// Decides what layers draw at random from now on.
    void seed(long value) {
        seed.assign(Tensor.of(value).reshape());
    }

    /// Learns from a batch: its xs, its ys, and one weight an output, or [#NO_WEIGHT], if it has
    /// weights.
    void train(List<Tensor> batch) {
        var _ = train.runAll(batch);
    }

    /// Looks whether other weights learn now: then what was recorded is of no use.
    void refresh() {
        int now = model.isBuilt() ? model.weights().changes() : 0;
        if (now != changes) {
            train = Traced.ofAll(this::recordTrain);
            test =
                    Traced.ofAll(
                            this::recordTest); // the price of weights is that of those that learn
            changes = now;
        }
    }

    /// Ends a training.
    void finish() {
        optimizer.finish(Scope.of(slots, Pass.inference()), model.weights().trainable());
    }

    /// Measures a batch, as [#train], and learns nothing.
    void test(List<Tensor> batch) {
        var _ = test.runAll(batch);
    }

    /// The loss of the last batch.
    double loss() {
        return loss.item();
    }

    private List<Tensor> recordTrain(List<Tensor> batch) {
        var optimizing = Scope.of(slots, Pass.inference());
        var pass = Pass.training(seed.value(), optimizer.iteration(optimizing));
        var trained = model.weights().trainable();
        var total = measure(pass, batch, trained);
        var variables = trained.stream().map(Weight::variable).toList();
        var scaled = optimizer.scaled(optimizing, total);
        optimizer.apply(optimizing, trained, scaled.gradients(variables));
        return List.of();
    }

    private List<Tensor> recordTest(List<Tensor> batch) {
        var _ = measure(Pass.inference(), batch, model.weights().trainable());
        return List.of();
    }

    private Tensor measure(Pass pass, List<Tensor> batch, List<Weight> trained) {
        int inputs = model.inputs().size();
        int labels = inputs + model.outputNames().size();
        var yTrue = batch.subList(inputs, labels);
        var weights = weights(batch.subList(labels, batch.size()), labels - inputs);
        var yPred = model.call(pass, batch.subList(0, inputs));
        var states = Scope.of(gauges, pass);
        var total = objective.of(states, pass, trained, yTrue, yPred, weights);
        scores.update(states, yTrue, yPred, weights);
        loss.assign(total.cast(DType.FLOAT32));
        return total;
    }

    private static List<Optional<Tensor>> weights(List<Tensor> given, int outputs) {
        return given.isEmpty()
                ? Collections.nCopies(outputs, Optional.empty())
                : given.stream().map(w -> Optional.of(w).filter(t -> t.rank() > 0)).toList();
    }
}
