package hebb.nn.optimizers;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which optimizer changes which weights: those whose paths (`dense/kernel`) match a pattern, a
/// regular expression, as a whole.
///
/// {@snippet :
/// MultiOptimizer.of(OptimizerMap.of(AdamW.of()).and(".*embedding.*", SGD.of()))
/// }
public final class OptimizerMap extends Configured<OptimizerMap> {
    private Optimizer<?> others;
    private Map<String, Optimizer<?>> byPattern = Map.of();

    private OptimizerMap(Optimizer<?> others) {
        this.others = others;
    }

    /// This optimizer for all weights that no pattern matches.
    public static OptimizerMap of(Optimizer<?> others) {
        return new OptimizerMap(others);
    }

    /// Another optimizer for weights with such paths.
    ///
    /// @throws HebbException if the pattern has an optimizer already
    public OptimizerMap and(String pattern, Optimizer<?> optimizer) {
        if (byPattern.containsKey(pattern)) {
            throw HebbException.of("OptimizerMap", "a pattern has two optimizers")
                    .received("'" + pattern + "'");
        }
        return with(m -> {
            var more = new LinkedHashMap<>(byPattern);
            more.put(pattern, optimizer);
            m.byPattern = more;
        });
    }

    /// All optimizers, each once, the one for the rest at the end.
    List<Optimizer<?>> all() {
        return Stream.<Optimizer<?>>concat(byPattern.values().stream(), Stream.of(others))
                .distinct()
                .toList();
    }

    /// The one for the weight of this path.
    ///
    /// @throws HebbException if several patterns match it
    Optimizer<?> of(String path) {
        var matching = byPattern.keySet().stream().filter(path::matches).toList();
        if (byPattern.containsKey(path)) {
            return byPattern.getOrDefault(path, others);
        }
        if (matching.size() > 1) {
            throw HebbException.of("OptimizerMap", "several patterns match a weight")
                    .received("'" + path + "': '" + String.join("', '", matching) + "'")
                    .expected("one pattern a weight");
        }
        return matching.isEmpty() ? others : byPattern.getOrDefault(matching.getFirst(), others);
    }

    @Override
    public Options options() {
        return Options.of("default_optimizer", Object.class, others, v -> others = (Optimizer<?>) v)
                .and("optimizer_map", Map.class, byPattern, v -> byPattern = optimizers(v));
    }

    private static Map<String, Optimizer<?>> optimizers(Map<?, ?> given) {
        var optimizers = new LinkedHashMap<String, Optimizer<?>>();
        given.forEach((pattern, o) -> optimizers.put((String) pattern, (Optimizer<?>) o));
        return optimizers;
    }
}
