package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.losses.Loss;
import hebb.nn.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What training makes small: the weighted losses of the outputs, the prices of weights, and what
/// layers add.
final class Objective {
    private final List<Part> parts = new ArrayList<>();
    private final int outputs;

    /// The loss of one output.
    ///
    /// @param output its place among the outputs
    private record Part(int output, String name, Loss<?> loss, double weight) {}

    /// @throws HebbException if no output has a loss
    Objective(String model, Compile settings, List<String> outputNames) {
        outputs = outputNames.size();
        for (int i = 0; i < outputs; i++) {
            var name = outputNames.get(i);
            int output = i;
            settings.lossOf(name)
                    .ifPresent(
                            l -> parts.add(new Part(output, name, l, settings.lossWeightOf(name))));
        }
        if (parts.isEmpty()) {
            throw HebbException.of("compile of '" + model + "'", "no output has a loss")
                    .expected("a loss for at least one of " + String.join(", ", outputNames));
        }
    }

    /// Records the loss of a batch, and takes it in into the means since the epoch began.
    Tensor of(
            Scope gauges,
            Pass pass,
            List<Weight> trained,
            List<Tensor> yTrue,
            List<Tensor> yPred,
            List<Optional<Tensor>> weights) {
        var terms = new ArrayList<Tensor>();
        int samples = yPred.getFirst().dim(0);
        for (var part : parts) {
            int i = part.output;
            var value = loss(part, pass, yTrue.get(i), yPred.get(i), weights.get(i));
            if (parts.size() > 1) {
                Average.add(gauges.child(gauge(part)), value, samples);
            }
            terms.add(part.weight == 1 ? value : value.mul(part.weight));
        }
        terms.addAll(pass.losses());
        for (var w : trained) {
            if (!w.regularizer().equals(Regularizer.none())) {
                terms.add(w.regularizer().of(w.variable().value()));
            }
        }
        var total = terms.stream().reduce(Tensor::add).orElseThrow();
        Average.add(gauges.child("loss"), total, samples);
        return total;
    }

    private static Tensor loss(
            Part part, Pass pass, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        try {
            return part.loss.of(yTrue, yPred, weight, pass.mask(yPred)).sum();
        } catch (HebbException e) {
            throw e.within("loss of output '" + part.name + "'");
        }
    }

    /// Looks at a batch's labels.
    ///
    /// @throws HebbException if they cannot be labels
    void check(List<Tensor> yTrue, List<Spec> outputSpecs) {
        for (var part : parts) {
            part.loss.check(yTrue.get(part.output), outputSpecs.get(part.output));
        }
    }

    /// Adds the means since the epoch began: the loss, and where there are several outputs theirs.
    void read(Scope gauges, Map<String, Double> into) {
        into.put("loss", Average.of(gauges.child("loss")));
        if (parts.size() > 1) {
            parts.forEach(p -> into.put(gauge(p), Average.of(gauges.child(gauge(p)))));
        }
    }

    private static String gauge(Part part) {
        return part.name + "_loss";
    }

    /// The names of what is measured.
    List<String> names() {
        var names = new ArrayList<>(List.of("loss"));
        if (parts.size() > 1) {
            parts.forEach(p -> names.add(gauge(p)));
        }
        return names;
    }

    /// The loss that is no number, for people; all of them if it cannot be said.
    String culprit(Scope gauges) {
        var broken =
                parts.stream()
                        .filter(p -> parts.size() > 1)
                        .filter(p -> !Double.isFinite(Average.of(gauges.child(gauge(p)))))
                        .toList();
        var named = broken.isEmpty() ? parts : broken;
        return String.join(" + ", named.stream().map(p -> "'" + p.loss.name() + "'").toList());
    }
}
