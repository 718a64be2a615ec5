package hebb.teach;

import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Model;
import hebb.nn.Pass;
import hebb.nn.Weight;
import hebb.nn.layers.Activation;
import hebb.nn.losses.Loss;
import hebb.nn.losses.Reduction;
import hebb.nn.regularizers.Regularizer;
import hebb.teach.Stage.Kept;
import hebb.teach.Stage.Learned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Records one step of an unfolded model with all that happens on the way, and then makes it.
final class Walk {
    /// Functions of several numbers at once: their results have no slope of their own.
    private static final Set<String> JOINT = Set.of("softmax", "log_softmax", "sparsemax", "glu");

    private final Unfolded unfolded;
    private final Model model;
    private final Tensor x;
    private final Tensor y;
    private final Loss<?> loss;
    private final long steps;

    Walk(Unfolded unfolded, Tensor x, Tensor y) {
        this.unfolded = unfolded;
        this.model = unfolded.model();
        this.x = x;
        this.y = y;
        loss = model.trainer().settings().lossOf(model.outputNames().getFirst()).orElseThrow();
        steps = (long) slots("iteration").map(s -> s.value().item()).orElse(0.0).doubleValue();
    }

    private Optional<Weight> slots(String path) {
        return model.trainer().optimizerState().stream()
                .filter(s -> s.path().equals(path))
                .findFirst();
    }

    Lesson lesson(String name) {
        double rate = model.trainer().learningRate();
        var recording = Traced.ofAll(in -> record(in.get(0), in.get(1)));
        var values = recording.runAll(List.of(x, y)).iterator();
        double before = values.next().item();
        var samples = values.next();
        var gradients = new HashMap<String, Tensor>();
        trained().forEach(w -> gradients.put(w.path(), values.next()));
        var weights = step(gradients);
        var stages = stages(values, weights);
        double after = recording.runAll(List.of(x, y)).getFirst().item();
        var optimizer = model.trainer().settings().optimizer();
        return new Lesson(
                name, x, y, stages, loss, samples, before, after, optimizer, rate, steps + 1);
    }

    private List<Weight> trained() {
        return model.weights().trainable();
    }

    /// The loss; what each sample costs; the gradients of weights; and for each layer its result,
    /// the gradients of what it is given and makes, and its slopes if it has some.
    private List<Tensor> record(Tensor x, Tensor y) {
        var made = new LinkedHashMap<String, Tensor>();
        var pass =
                Pass.training(0, steps)
                        .watched((path, results) -> made.put(path, results.getFirst()));
        var prediction = model.call(pass, List.of(x)).getFirst();
        var mask = pass.mask(prediction);
        var total = priced(pass, loss.of(y, prediction, Optional.empty(), mask));
        // of a tensor that does not show its origin: cross-entropies look through an activation
        var seen = prediction.add(0);
        var lossOfSeen = priced(pass, loss.of(y, seen, Optional.empty(), mask));
        var results = new ArrayList<Tensor>();
        results.add(total);
        results.add(loss.reduction(Reduction.NONE).of(y, prediction, Optional.empty(), mask));
        results.addAll(total.gradients(trained().stream().map(Weight::variable).toList()));
        var input = entered(made, x);
        for (var name : unfolded.names()) {
            var output = Objects.requireNonNull(made.get(name), name);
            boolean isLast = name.equals(unfolded.names().getLast());
            var arriving = isLast ? lossOfSeen.gradient(output) : total.gradient(output);
            results.addAll(List.of(input, output, gradient(total, input), arriving));
            if (hasSlope(name)) {
                results.add(output.gradient(input));
            }
            input = output;
        }
        return results;
    }

    /// A loss, with what layers add to it and the prices of weights.
    private Tensor priced(Pass pass, Tensor loss) {
        var total = loss.sum();
        for (var price : pass.losses()) {
            total = total.add(price);
        }
        for (var weight : trained()) {
            if (!weight.regularizer().equals(Regularizer.none())) {
                total = total.add(weight.regularizer().of(weight.variable().value()));
            }
        }
        return total;
    }

    /// What the first layer is given: the samples, in the type in which the model computes.
    private Tensor entered(Map<String, Tensor> made, Tensor x) {
        return made.getOrDefault(model.inputNames().getFirst(), x);
    }

    private static Tensor gradient(Tensor total, Tensor input) {
        return input.dtype().isFloating() ? total.gradient(input) : Tensor.zeros(input.spec());
    }

    private boolean hasSlope(String name) {
        return model.layer(name) instanceof Activation a && !JOINT.contains(a.function());
    }

    /// Makes the step.
    private Map<String, Learned> step(Map<String, Tensor> gradients) {
        var before = new LinkedHashMap<String, Tensor>();
        trained().forEach(w -> before.put(w.path(), w.value()));
        var _ = model.trainOnBatch(x, y);
        var learned = new LinkedHashMap<String, Learned>();
        before.forEach((path, value) ->
                learned.put(
                        path,
                        new Learned(
                                path,
                                value,
                                Objects.requireNonNull(gradients.get(path), path),
                                model.weights().value(path),
                                kept(path))));
        return learned;
    }

    private List<Kept> kept(String path) {
        return model.trainer().optimizerState().stream()
                .filter(s -> s.path().startsWith(path + "/"))
                .map(s -> new Kept(s.name(), s.value()))
                .toList();
    }

    private List<Stage> stages(Iterator<Tensor> values, Map<String, Learned> learned) {
        var stages = new ArrayList<Stage>();
        for (var name : unfolded.names()) {
            var input = values.next();
            var output = values.next();
            var inputGradient = values.next();
            var outputGradient = values.next();
            stages.add(
                    new Stage(
                            name,
                            model.layer(name),
                            input,
                            output,
                            inputGradient,
                            outputGradient,
                            hasSlope(name) ? Optional.of(values.next()) : Optional.empty(),
                            learned.values().stream()
                                    .filter(w -> w.path().startsWith(name + "/"))
                                    .toList()));
        }
        return List.copyOf(stages);
    }
}
