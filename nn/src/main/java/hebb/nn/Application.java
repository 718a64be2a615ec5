package hebb.nn;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One use of a layer in a model that is being drawn: what it is given. Each has its own identity.
public final class Application {
    private final Layer<?> layer;
    private final Map<String, Object> arguments;
    private final List<Source> inputs;

    Application(Layer<?> layer, Map<String, Object> arguments, List<Source> inputs) {
        this.layer = layer;
        var all = new TreeMap<>(layer.arguments());
        all.putAll(arguments);
        this.arguments = Collections.unmodifiableMap(all);
        this.inputs = List.copyOf(inputs);
    }

    /// The layer.
    public Layer<?> layer() {
        return layer;
    }

    /// What the layer is told at this call beside its inputs, by Keras's names.
    public Map<String, Object> arguments() {
        return arguments;
    }

    /// What it is given, in order.
    public List<Source> inputs() {
        return inputs;
    }

    /// Its results, with shapes inferred.
    List<Symbol> results() {
        var specs = Probe.results(layer, arguments, inputs.stream().map(Source::spec).toList());
        var results = new java.util.ArrayList<Symbol>(specs.size());
        for (var spec : specs) {
            results.add(new Symbol(this, results.size(), spec));
        }
        return results;
    }
}
