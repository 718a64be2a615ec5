package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model is trained for and how, for models that need more than `compile(optimizer, loss,
/// metrics…)`: other losses for other outputs, and their weights.
///
/// {@snippet :
/// model.compile(Compile.of(Adam.of())
///         .loss("digit", SparseCategoricalCrossentropy.of())
///         .loss("angle", MeanSquaredError.of())
///         .lossWeight("angle", 0.1)
///         .metrics("digit", Metric.accuracy()));
/// }
///
/// Keras: the arguments of `compile`.
public final class Compile extends Configured<Compile> {
    /// The key of what holds for every output that is not named.
    private static final String EVERY = "";

    private final Optimizer<?> optimizer;
    private Map<String, Loss<?>> losses = Map.of();
    private Map<String, Double> lossWeights = Map.of();
    private Map<String, List<Metric<?>>> metrics = Map.of();
    private Map<String, List<Metric<?>>> weightedMetrics = Map.of();

    private Compile(Optimizer<?> optimizer) {
        this.optimizer = optimizer;
    }

    /// With this optimizer.
    public static Compile of(Optimizer<?> optimizer) {
        return new Compile(optimizer);
    }

    /// The loss of every output that has none of its own.
    public Compile loss(Loss<?> loss) {
        return loss(EVERY, loss);
    }

    /// The loss of one output.
    public Compile loss(String output, Loss<?> loss) {
        return with(c -> c.losses = plus(c.losses, output, loss));
    }

    /// How much the loss of an output counts in the model's. Default: 1.
    public Compile lossWeight(String output, double weight) {
        return with(c -> c.lossWeights = plus(c.lossWeights, output, weight));
    }

    /// What is measured of every output. Sample and class weights do not count here.
    public Compile metrics(Metric<?>... metrics) {
        return metrics(EVERY, metrics);
    }

    /// What is measured of one output. Sample and class weights do not count here.
    public Compile metrics(String output, Metric<?>... metrics) {
        return with(c -> c.metrics = plus(c.metrics, output, List.of(metrics)));
    }

    /// What is measured of every output, where each sample counts as much as its weight says.
    public Compile weightedMetrics(Metric<?>... metrics) {
        return weightedMetrics(EVERY, metrics);
    }

    /// What is measured of one output, where each sample counts as much as its weight says.
    public Compile weightedMetrics(String output, Metric<?>... metrics) {
        return with(c -> c.weightedMetrics = plus(c.weightedMetrics, output, List.of(metrics)));
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /// How the weights are changed.
    public Optimizer<?> optimizer() {
        return optimizer;
    }

    /// The loss of an output, if it has one.
    public Optional<Loss<?>> lossOf(String output) {
        return Optional.ofNullable(losses.getOrDefault(output, losses.get(EVERY)));
    }

    /// How much the loss of an output counts.
    public double lossWeightOf(String output) {
        return lossWeights.getOrDefault(output, 1.0);
    }

    /// What is measured of an output, sample weights aside.
    public List<Metric<?>> metricsOf(String output) {
        return of(metrics, output);
    }

    /// What is measured of an output with sample weights.
    public List<Metric<?>> weightedMetricsOf(String output) {
        return of(weightedMetrics, output);
    }

    private static List<Metric<?>> of(Map<String, List<Metric<?>>> metrics, String output) {
        var all = new ArrayList<>(metrics.getOrDefault(EVERY, List.of()));
        if (!output.equals(EVERY)) {
            all.addAll(metrics.getOrDefault(output, List.of()));
        }
        return all;
    }

    /// @throws HebbException if an output is named that the model does not have
    void requireOutputs(String model, List<String> outputs) {
        for (var named : List.of(losses, lossWeights, metrics, weightedMetrics)) {
            requireOutputs(model, outputs, named.keySet());
        }
    }

    private static void requireOutputs(
            String model, List<String> outputs, Collection<String> named) {
        for (var name : named) {
            if (!name.equals(EVERY) && !outputs.contains(name)) {
                throw HebbException.of(
                                "compile of '" + model + "'",
                                "the model has no output of that name")
                        .received("'" + name + "'")
                        .expected(Nearest.oneOf(outputs))
                        .fix(Nearest.fix(name, outputs));
            }
        }
    }

    @Override
    public Options options() {
        return Options.none();
    }

    /// `Compile(optimizer=Adam(…), loss=…)`.
    @Override
    public String toString() {
        return "Compile(optimizer=" + optimizer + ", loss=" + losses.values() + ")";
    }
}
