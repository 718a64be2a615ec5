package hebb.nn;

import java.util.List;

/// One use of a layer in a model that is being drawn: what it is given. Each has its own identity.
public final class Application {
    private final Layer<?> layer;
    private final List<Source> inputs;

    Application(Layer<?> layer, List<Source> inputs) {
        this.layer = layer;
        this.inputs = List.copyOf(inputs);
    }

    /// The layer.
    public Layer<?> layer() {
        return layer;
    }

    /// What it is given, in order.
    public List<Source> inputs() {
        return inputs;
    }

    /// Its results, with shapes inferred.
    List<Symbol> results() {
        var specs = Probe.results(layer, inputs.stream().map(Source::spec).toList());
        var results = new java.util.ArrayList<Symbol>(specs.size());
        for (var spec : specs) {
            results.add(new Symbol(this, results.size(), spec));
        }
        return results;
    }
}
