package hebb.io.keras;

import static hebb.io.keras.ConfigWriter.map;

import hebb.nn.Configurable;
import hebb.nn.Model;
import hebb.nn.Nested;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes what a model was compiled to as Keras's `compile_config`.
final class CompileWriter {
    private static final Map<Object, Object> METRICS = Map.of("LogCosh", "LogCoshError");

    private CompileWriter() {}

    static Map<String, Object> config(Model model) {
        var settings = model.trainer().settings();
        var outputs = CompileReader.outputs(model);
        return map(
                "optimizer", ConfigWriter.object(settings.optimizer()),
                "loss", each(outputs, o -> settings.lossOf(o).<Object>map(CompileWriter::loss)),
                "loss_weights", weights(outputs, settings::lossWeightOf),
                "metrics", each(outputs, o -> metrics(settings.metricsOf(o))),
                "weighted_metrics", each(outputs, o -> metrics(settings.weightedMetricsOf(o))),
                "run_eagerly", false,
                "steps_per_execution", 1,
                "jit_compile", false);
    }

    /// An optimizer's name.
    static String name(Configurable object) {
        return String.valueOf(object.options().values().get("name"));
    }

    /// What is said of the outputs, put together as they are; nothing if nothing is said of any.
    private static Object each(Nested<String> outputs, Function<String, Optional<Object>> said) {
        return outputs.values().stream().map(said).allMatch(Optional::isEmpty)
                ? Optional.empty()
                : ConfigWriter.nested(outputs.map(said));
    }

    private static Object weights(Nested<String> outputs, Function<String, Double> weight) {
        return outputs.values().stream().map(weight).allMatch(w -> w.equals(1.0))
                ? Optional.empty()
                : ConfigWriter.nested(outputs.map(weight));
    }

    private static Object loss(Loss<?> loss) {
        return isWord(loss) ? loss.name() : ConfigWriter.object(loss);
    }

    private static Optional<Object> metrics(List<Metric<?>> metrics) {
        var all = new ArrayList<Object>();
        metrics.forEach(m -> all.add(metric(m)));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Object metric(Metric<?> metric) {
        if (isWord(metric)) {
            return metric.name();
        }
        return metric instanceof Loss<?> ? asMetric(metric) : ConfigWriter.object(metric);
    }

    /// Keras's metric of a loss is another class, mostly of the same name, without a reduction.
    private static Map<String, Object> asMetric(Metric<?> loss) {
        var described = ConfigWriter.object(loss);
        var config = map("name", loss.name(), "dtype", "float32");
        ConfigWriter.config(loss)
                .forEach((name, value) -> {
                    if (!name.equals("reduction")) {
                        config.putIfAbsent(name, value);
                    }
                });
        described.put("module", Family.METRIC.module());
        described.computeIfPresent("class_name", (_, name) -> METRICS.getOrDefault(name, name));
        described.put("config", config);
        return described;
    }

    /// Those whose meaning depends on the shapes have no class in Keras, only a word.
    private static boolean isWord(Configurable object) {
        return Character.isLowerCase(object.className().charAt(0));
    }
}
