package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import hebb.nn.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `compile` makes of a model: the objective, the metrics, the optimizer with its state, and
/// the recorded steps.
///
/// Programs use the methods of [Model] that lead here. Not for several threads at once.
public final class Trainer {
    private final Model model;
    private final Compile settings;
    private final List<String> inputNames;
    private final List<String> outputNames;
    private final Weights slots = Weights.of(0);
    private final Weights gauges = Weights.of(0);
    private final Objective objective;
    private final Scores scores;
    private final Steps steps;

    /// Gets ready to train a model.
    public Trainer(Model model, Compile settings) {
        this.model = model;
        this.settings = settings;
        inputNames = model.inputNames();
        outputNames = model.outputNames();
        settings.requireOutputs(model.label(), outputNames);
        objective = new Objective(model.label(), settings, outputNames);
        scores = new Scores(settings, outputNames, model.metricNames());
        steps = new Steps(model, objective, scores, settings.optimizer(), slots, gauges);
    }

    /// The model.
    public Model model() {
        return model;
    }

    /// What it was compiled with.
    public Compile settings() {
        return settings;
    }

    /// The optimizer's state: its count of steps, its learning rate, and what it keeps for each
    /// weight.
    public Weights slots() {
        return slots;
    }

    /// All that the optimizer keeps, in the order of Keras's files; what is not there yet is made.
    public List<Weight> optimizerState() {
        return settings.optimizer().state(slots, model.weights().trainable());
    }

    /// The learning rate of the next step.
    public double learningRate() {
        return settings.optimizer().rate(optimizing()).item();
    }

    /// Goes on with another learning rate.
    ///
    /// @throws HebbException if it follows a schedule
    public void learningRate(double rate) {
        settings.optimizer().rate(optimizing(), rate);
    }

    /// Swaps the weights for their moving averages; the second time, back.
    ///
    /// @throws HebbException if the optimizer takes no averages
    public void swapAverages() {
        averages()
                .forEach((weight, average) -> {
                    var value = weight.value();
                    weight.assign(average.value());
                    average.assign(value);
                });
    }

    /// Makes the weights what their moving averages go on from.
    ///
    /// @throws HebbException if the optimizer takes no averages
    public void settleAverages() {
        averages().forEach((weight, average) -> average.assign(weight.value()));
    }

    private Map<Weight, Weight> averages() {
        var averages = settings.optimizer().averages(slots, model.weights().trainable());
        if (averages.isEmpty()) {
            throw HebbException.of(
                            "optimizer of '" + model.label() + "'",
                            "it takes no moving averages of the weights")
                    .fix(settings.optimizer().className() + ".of().useEma(true)");
        }
        return averages;
    }

    private Scope optimizing() {
        return Scope.of(slots, Pass.inference());
    }

    /// Trains on data, epoch after epoch.
    public History fit(Dataset data, Fit fit) {
        if (!given(fit.sampleWeight).isEmpty()) {
            throw HebbException.of(
                            "fit of '" + model.label() + "'",
                            "a data set brings its weights itself")
                    .received("sampleWeight " + shapes(given(fit.sampleWeight)))
                    .fix("data.mapBatches(batch -> batch.weighted(…)), or fit(x, y, …)");
        }
        return new FitLoop(this, fit).run(data);
    }

    /// Trains on samples and their answers, epoch after epoch.
    public History fit(List<Tensor> xs, List<Tensor> ys, Fit fit) {
        var weights = given(fit.sampleWeight);
        requireEqualSizes(xs, ys, weights);
        return new FitLoop(this, fit).run(Dataset.of(new Batch(xs, ys, fit.sampleWeight)));
    }

    private static List<Tensor> given(List<Optional<Tensor>> weights) {
        return weights.stream().flatMap(Optional::stream).toList();
    }

    private void requireEqualSizes(List<Tensor> xs, List<Tensor> ys, List<Tensor> weights) {
        var all = new ArrayList<>(xs);
        all.addAll(ys);
        all.addAll(weights);
        if (all.stream().map(t -> t.rank() == 0 ? -1 : t.dim(0)).distinct().count() > 1) {
            throw HebbException.of(
                            "fit of '" + model.label() + "'",
                            "x and y do not hold equally many samples")
                    .received(
                            "x "
                                    + shapes(xs)
                                    + ", y "
                                    + shapes(ys)
                                    + (weights.isEmpty()
                                            ? ""
                                            : ", sample weight " + shapes(weights)))
                    .expected("the same length of the first axis in all");
        }
    }

    private static String shapes(List<Tensor> tensors) {
        return String.join(" ", tensors.stream().map(t -> t.shape().toString()).toList());
    }

    /// Measures loss and metrics on data.
    public Evaluation evaluate(Dataset data, Inference how) {
        var batches = Feed.batched(data, how.batchSize);
        var training = Training.evaluation(this, Training.steps(batches.batchCount(), how.steps));
        var callbacks = CallbackList.of(how.callbacks, Progress.ofInference(how.verbose));
        return new Evaluation(new TestLoop(this, training, callbacks).run(batches, how.steps));
    }

    /// Learns from one batch. What it gives are the means since [#resetMetrics()].
    public Evaluation trainOnBatch(Batch batch) {
        steps.refresh();
        steps.train(accepted(batch, new ArrayList<>()));
        return new Evaluation(logs());
    }

    /// Measures one batch. What it gives are the means since [#resetMetrics()].
    public Evaluation testOnBatch(Batch batch) {
        steps.refresh();
        steps.test(accepted(batch, new ArrayList<>()));
        return new Evaluation(logs());
    }

    /// Begins the means anew.
    public void resetMetrics() {
        gauges.reset();
    }

    // ---- for the loops

    Steps steps() {
        return steps;
    }

    /// Loss and metrics since the means were begun anew, the loss first.
    Map<String, Double> logs() {
        var values = new LinkedHashMap<String, Double>();
        var states = Scope.of(gauges, Pass.inference());
        objective.read(states, values);
        scores.read(states, values);
        return values;
    }

    List<String> measured(boolean validates) {
        var names = new ArrayList<>(objective.names());
        names.addAll(scores.names());
        if (validates) {
            names.addAll(names.stream().map(n -> "val_" + n).toList());
        }
        return names;
    }

    Optional<Metric.Direction> direction(String name) {
        var measured = name.startsWith("val_") ? name.substring("val_".length()) : name;
        return objective.names().contains(measured)
                ? Optional.of(Metric.Direction.DOWN)
                : scores.direction(measured);
    }

    /// The loss that is no number, for people.
    String culprit() {
        return objective.culprit(Scope.of(gauges, Pass.inference()));
    }

    /// The tensors of a batch that a step takes, put into `into`, which is emptied before.
    ///
    /// @throws HebbException if the batch is not one for this model
    List<Tensor> accepted(Batch batch, List<Tensor> into) {
        requireCount("answers", "y", batch.ys().size(), outputNames);
        if (!model.isBuilt()) {
            var _ = model.build(batch.xs().stream().map(Tensor::spec).toArray(Spec[]::new));
        }
        requireCount("inputs", "x", batch.xs().size(), inputNames);
        requireOneNumberASample(batch);
        objective.check(batch.ys(), model.outputs());
        into.clear();
        into.addAll(batch.xs());
        into.addAll(batch.ys());
        if (!batch.weights().isEmpty()) {
            for (int i = 0; i < outputNames.size(); i++) {
                into.add(batch.weight(i).orElse(Steps.NO_WEIGHT));
            }
        }
        return into;
    }

    /// Keras's rule for one weight that stands for several outputs.
    private void requireOneNumberASample(Batch batch) {
        if (outputNames.size() > 1 && batch.weights().size() == 1) {
            var shape = batch.weight().orElseThrow().shape();
            if (shape.rank() > 2 || (shape.rank() == 2 && shape.dim(1) != 1)) {
                throw HebbException.of(
                                "data for '" + model.label() + "'",
                                "one weight for all outputs has several numbers a sample")
                        .received("weight " + shape)
                        .expected("(" + batch.size() + ",)")
                        .fix("give one weight each for " + String.join(", ", outputNames));
            }
        }
    }

    private void requireCount(String what, String letter, int received, List<String> expected) {
        if (received != expected.size()) {
            throw HebbException.of(
                            "data for '" + model.label() + "'",
                            "the number of " + what + " is wrong")
                    .received(received + " " + letter + (received == 1 ? "" : "s"))
                    .expected(expected.size() + ", for " + String.join(", ", expected));
        }
    }
}
