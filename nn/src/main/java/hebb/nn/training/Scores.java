package hebb.nn.training;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metrics of a model's outputs, under the names that they have in logs.
final class Scores {
    private final Map<String, Score> byName = new LinkedHashMap<>();

    /// @param output the place of the output that is measured
    private record Score(int output, Metric<?> metric, boolean weighted) {}

    Scores(Compile settings, List<String> outputNames, List<String> prefixes) {
        boolean several = outputNames.size() > 1;
        for (int i = 0; i < outputNames.size(); i++) {
            var prefix = several ? prefixes.get(i) + "_" : "";
            for (var metric : settings.metricsOf(outputNames.get(i))) {
                add(prefix + metric.name(), new Score(i, metric, false));
            }
        }
        for (int i = 0; i < outputNames.size(); i++) {
            var prefix = several ? prefixes.get(i) + "_" : "";
            for (var metric : settings.weightedMetricsOf(outputNames.get(i))) {
                var name = prefix + metric.name();
                add(
                        byName.containsKey(name) ? prefix + "weighted_" + metric.name() : name,
                        new Score(i, metric, true));
            }
        }
    }

    private void add(String name, Score score) {
        var unique = name;
        for (int i = 1; byName.containsKey(unique); i++) {
            unique = name + "_" + i;
        }
        byName.put(unique, score);
    }

    /// Records what a batch adds to them.
    void update(
            Scope gauges, List<Tensor> yTrue, List<Tensor> yPred, List<Optional<Tensor>> weights) {
        byName.forEach((name, score) ->
                score.metric.update(
                        gauges.child(name),
                        yTrue.get(score.output),
                        yPred.get(score.output),
                        score.weighted ? weights.get(score.output) : Optional.empty()));
    }

    /// Adds their values since the epoch began; of one with several values, the mean.
    void read(Scope gauges, Map<String, Double> into) {
        byName.forEach((name, score) -> {
            var value = score.metric.result(gauges.child(name));
            into.put(name, value.size() == 1 ? value.item() : value.mean().item());
        });
    }

    /// The names of what is measured.
    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    /// Which way is better, if that can be said.
    Optional<Metric.Direction> direction(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(s -> s.metric.direction());
    }
}
