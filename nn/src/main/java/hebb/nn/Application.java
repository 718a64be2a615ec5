package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.layers.Input;
import hebb.nn.layers.TextLayer;
import java.util.ArrayList;
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
        var specs = isOfTexts() ? List.of(specOfTexts()) : probed();
        var results = new ArrayList<Symbol>(specs.size());
        for (var spec : specs) {
            results.add(new Symbol(this, results.size(), spec));
        }
        return results;
    }

    private List<Spec> probed() {
        return Probe.results(layer, arguments, inputs.stream().map(Source::spec).toList());
    }

    /// Whether it is given texts.
    boolean isOfTexts() {
        return inputs.stream().anyMatch(x -> x instanceof Input input && input.isTexts());
    }

    private Spec specOfTexts() {
        if (layer instanceof TextLayer reader && inputs.size() == 1) {
            return reader.results(inputs.getFirst().spec().shape());
        }
        throw HebbException.of(layer.className(), "the layer is given texts, and tensors hold none")
                .received(inputs.getFirst())
                .expected("StringLookup, TextVectorization or Hashing behind an Input of texts");
    }

    /// What this layer makes of texts.
    Tensor apply(Strings texts) {
        if (layer instanceof TextLayer reader) {
            return reader.apply(texts);
        }
        throw new IllegalStateException("no texts go into " + layer);
    }
}
