package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.layers.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A drawn model, followed back from its outputs to its inputs: what is to be called in which
/// order.
///
/// The layers come in Keras's order: by depth, their longest way to an output, and where that is
/// the same in the order in which they are met on the way back from the outputs.
public final class Network {
    private final Nested<Input> inputNest;
    private final Nested<Source> outputNest;
    private final List<Input> inputs;
    private final List<Source> outputs;
    private final List<Application> order = new ArrayList<>();
    private final List<Object> nodes = new ArrayList<>(); // inputs and applications, sources first
    private final IdentityHashMap<Layer<?>, Integer> met = new IdentityHashMap<>();

    /// @throws HebbException if an output depends on an input that is not listed
    Network(String model, List<Input> inputs, List<? extends Source> outputs) {
        this(model, Nested.of(inputs), Nested.of(outputs));
    }

    /// @throws HebbException if an output depends on an input that is not listed
    Network(String model, Nested<Input> inputs, Nested<? extends Source> outputs) {
        inputNest = inputs;
        outputNest = outputs.map(y -> y);
        this.inputs = inputNest.values();
        this.outputs = outputNest.values();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        for (var output : this.outputs) {
            walk(model, output, seen);
        }
    }

    private void walk(String model, Source source, Set<Object> seen) {
        Object node = source instanceof Symbol s ? s.made() : source;
        if (!seen.add(node)) {
            return;
        }
        switch (source) {
            case Input input -> {
                requireListed(model, input);
                met.putIfAbsent(input, met.size());
            }
            case Symbol symbol -> {
                met.putIfAbsent(symbol.made().layer(), met.size());
                symbol.made().inputs().forEach(x -> walk(model, x, seen));
                order.add(symbol.made());
            }
        }
        nodes.add(node);
    }

    private void requireListed(String model, Input input) {
        if (inputs.stream().noneMatch(i -> i == input)) {
            throw HebbException.of(
                            "'" + model + "'",
                            "the outputs need an input that the model does not have")
                    .received(input)
                    .expected("only inputs of " + inputs)
                    .fix("list all of them: Model.of(List.of(a, b), List.of(y))");
        }
    }

    /// The part that leads to these layers, at their last use.
    Network upTo(String model, List<? extends Layer<?>> layers) {
        var ends = layers.stream().map(this::end).toList();
        var part = new Network(model, inputs, ends);
        var needed = inputs.stream().filter(part.nodes::contains).toList();
        return new Network(model, needed, ends);
    }

    private Source end(Layer<?> layer) {
        return layer instanceof Input input ? input : uses(layer).getLast().results().getFirst();
    }

    /// Where data enter.
    public List<Input> inputs() {
        return inputs;
    }

    /// What it makes.
    public List<Source> outputs() {
        return outputs;
    }

    /// How its inputs are put together.
    public Nested<Input> inputNest() {
        return inputNest;
    }

    /// How its outputs are put together.
    public Nested<Source> outputNest() {
        return outputNest;
    }

    /// The uses of layers, each behind those that it depends on.
    public List<Application> order() {
        return order;
    }

    /// The layers, inputs among them, in Keras's order.
    public List<Layer<?>> layers() {
        var depths = depths();
        for (var input : inputs) { // used by no output, but given all the same
            if (depths.putIfAbsent(input, 0) == null) {
                met.put(input, -1);
            }
        }
        var layers = new ArrayList<>(depths.keySet());
        layers.sort(
                Comparator.<Layer<?>>comparingInt(l -> -depths.getOrDefault(l, 0))
                        .thenComparingInt(l -> met.getOrDefault(l, 0)));
        return layers;
    }

    /// Whether it is but one layer behind the other, each used once.
    boolean isChain() {
        var depths = new HashSet<Integer>();
        var layers = new HashSet<Layer<?>>();
        var ofNode = new IdentityHashMap<Object, Integer>();
        var _ = depths(ofNode);
        return inputs.size() == 1
                && ofNode.values().stream().allMatch(depths::add)
                && order.stream().allMatch(u -> u.inputs().size() == 1 && layers.add(u.layer()));
    }

    /// The uses of a layer, in the order in which they are computed.
    public List<Application> uses(Layer<?> layer) {
        return order.stream().filter(u -> u.layer().equals(layer)).toList();
    }

    private IdentityHashMap<Layer<?>, Integer> depths() {
        return depths(new IdentityHashMap<>());
    }

    private IdentityHashMap<Layer<?>, Integer> depths(IdentityHashMap<Object, Integer> ofNode) {
        var ofLayer = new IdentityHashMap<Layer<?>, Integer>();
        for (var node : nodes.reversed()) {
            int depth =
                    Math.max(ofNode.getOrDefault(node, 0), ofLayer.getOrDefault(layer(node), 0));
            ofLayer.put(layer(node), depth);
            ofNode.put(node, depth);
            if (node instanceof Application use) {
                for (var x : use.inputs()) {
                    Object before = x instanceof Symbol s ? s.made() : x;
                    ofNode.merge(before, depth + 1, Math::max);
                }
            }
        }
        return ofLayer;
    }

    private static Layer<?> layer(Object node) {
        return switch (node) {
            case Application use -> use.layer();
            case Input input -> input;
            default -> throw new IllegalStateException("no node: " + node);
        };
    }

    /// Where tensors enter: at inputs of numbers, and behind the layers that are given texts.
    List<Entrance> entrances() {
        return inputs.stream().flatMap(this::entrances).toList();
    }

    private Stream<Entrance> entrances(Input input) {
        if (!input.isTexts()) {
            return Stream.of(new Entrance(input, Optional.empty()));
        }
        return order.stream()
                .filter(use -> use.inputs().contains(input))
                .map(use -> new Entrance(input, Optional.of(use.results().getFirst())));
    }

    /// What the model makes of what comes in at its entrances, where `call` does what one layer
    /// does.
    List<Tensor> run(List<Tensor> xs, Call call) {
        var values = new HashMap<Object, List<Tensor>>();
        var entrances = entrances();
        for (int i = 0; i < entrances.size(); i++) {
            var input = entrances.get(i).input();
            var x = List.of(xs.get(i));
            values.put(entrances.get(i).node(), input.isTexts() ? x : call.of(input, Map.of(), x));
        }
        for (var use : order) {
            if (use.isOfTexts()) {
                continue; // it did its work before
            }
            values.put(
                    use,
                    call.of(
                            use.layer(),
                            use.arguments(),
                            use.inputs().stream().map(x -> value(values, x)).toList()));
        }
        return outputs.stream().map(y -> value(values, y)).toList();
    }

    private static Tensor value(Map<Object, List<Tensor>> values, Source source) {
        return switch (source) {
            case Input input -> found(values, input).getFirst();
            case Symbol symbol -> found(values, symbol.made()).get(symbol.index());
        };
    }

    private static List<Tensor> found(Map<Object, List<Tensor>> values, Object key) {
        var found = values.get(key);
        if (found == null) {
            throw new IllegalStateException("used before it is computed: " + key);
        }
        return found;
    }

    /// How a layer is called.
    interface Call {
        List<Tensor> of(Layer<?> layer, Map<String, Object> arguments, List<Tensor> inputs);
    }

    /// The same names, counted where several are equal.
    static List<String> counted(List<String> names) {
        var seen = new HashSet<String>();
        var counted = new ArrayList<String>();
        for (var name : names) {
            var unique = name;
            for (int i = 1; !seen.add(unique); i++) {
                unique = name + "_" + i;
            }
            counted.add(unique);
        }
        return counted;
    }
}
