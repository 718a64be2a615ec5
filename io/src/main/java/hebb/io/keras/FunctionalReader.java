package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.io.json.Json;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Nested;
import hebb.nn.Source;
import hebb.nn.Symbol;
import hebb.nn.layers.Input;
import hebb.nn.layers.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws a model as the config of Keras's `Functional` says: each layer with its nodes, and each
/// node with the tensors that it is given, named by layer, node and place among the results.
///
/// Keras 2 wrote a node as a list of tensors, Keras 3 writes its arguments by place and by name.
final class FunctionalReader {
    private final ConfigReader reader;
    private final Map<String, Use> layers = new LinkedHashMap<>();

    FunctionalReader(ConfigReader reader) {
        this.reader = reader;
    }

    /// A use of a layer that is yet to be drawn.
    private record Node(Use use, int index, Json json) {}

    /// A layer, and what its uses give as far as they are drawn.
    private record Use(
            String name, Layer<?> layer, List<Optional<List<? extends Source>>> results) {}

    Model model(Json config) {
        var waiting = new ArrayList<Node>();
        var needed = needed(config);
        for (var json : config.at("layers").items()) {
            var name = name(json);
            if (!needed.contains(name.text())) {
                continue;
            }
            var use = new Use(name.text(), reader.layer(json), new ArrayList<>());
            if (layers.put(name.text(), use) != null) {
                throw name.wrong("two layers have one name").received("'" + name.text() + "'");
            }
            var nodes = json.find("inbound_nodes").map(Json::items).orElse(List.of());
            start(use, nodes, waiting);
        }
        drawAll(waiting);
        return Model.of(
                nest(config.at("input_layers")).map(this::input),
                nest(config.at("output_layers")).map(this::symbol));
    }

    private static Json name(Json layer) {
        return layer.find("name").orElseGet(() -> layer.at("config").at("name"));
    }

    /// The names of the layers from which a way leads to an output; what only makes masks is not
    /// among them.
    private static Set<String> needed(Json config) {
        var givers = new HashMap<String, List<NodeArguments.Tensor>>();
        for (var json : config.at("layers").items()) {
            var given = new ArrayList<NodeArguments.Tensor>();
            for (var node : json.find("inbound_nodes").map(Json::items).orElse(List.of())) {
                if (ConfigReader.isOperation(json)) {
                    NodeArguments.collect(node, given);
                } else {
                    given.addAll(NodeArguments.tensors(node));
                }
            }
            givers.put(name(json).text(), given);
        }
        var waiting = new ArrayDeque<String>();
        for (var ends : List.of("input_layers", "output_layers")) {
            ModelReader.leaves(config.at(ends), NodeArguments::isTensorKey)
                    .forEach(key -> waiting.add(NodeArguments.ofKey(key).layer()));
        }
        var needed = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var name = waiting.pop();
            if (needed.add(name)) {
                givers.getOrDefault(name, List.of()).forEach(t -> waiting.add(t.layer()));
            }
        }
        return needed;
    }

    private static void start(Use use, List<Json> nodes, List<Node> waiting) {
        if (use.layer instanceof Input input) {
            use.results.add(Optional.of(List.of(input)));
            return;
        }
        for (int i = 0; i < nodes.size(); i++) {
            use.results.add(Optional.empty());
            waiting.add(new Node(use, i, nodes.get(i)));
        }
    }

    /// Draws what can be drawn, until nothing is left.
    private void drawAll(List<Node> waiting) {
        var left = waiting;
        while (!left.isEmpty()) {
            var later = new ArrayList<Node>();
            for (var node : left) {
                if (!draw(node)) {
                    later.add(node);
                }
            }
            if (later.size() == left.size()) {
                var first = left.getFirst();
                throw first.json
                        .wrong("the layer needs something that no layer makes")
                        .received("'" + first.use.name + "'")
                        .expected("inputs that come from the model's inputs, without circles");
            }
            left = later;
        }
    }

    private boolean draw(Node node) {
        var inputs = new ArrayList<Source>();
        for (var tensor : tensors(node)) {
            var source = source(tensor);
            if (source.isEmpty()) {
                return false;
            }
            inputs.add(source.get());
        }
        if (inputs.isEmpty()) {
            throw node.json.wrong("the layer is given no tensor");
        }
        node.use.results.set(node.index, Optional.of(apply(node, inputs)));
        return true;
    }

    private static List<NodeArguments.Tensor> tensors(Node node) {
        return node.use.layer instanceof Operation operation
                ? OperationArguments.tensors(operation, node.json)
                : NodeArguments.tensors(node.json);
    }

    private static List<Symbol> apply(Node node, List<Source> inputs) {
        try {
            var told =
                    node.use.layer instanceof Operation operation
                            ? OperationArguments.told(operation, node.json)
                            : NodeArguments.told(node.json);
            return node.use.layer.applyWith(told, inputs.toArray(Source[]::new));
        } catch (HebbException e) {
            throw e.within(node.json.place());
        }
    }

    /// What is named there, if it is drawn.
    private Optional<? extends Source> source(NodeArguments.Tensor tensor) {
        var use = layers.get(tensor.layer());
        if (use == null) {
            throw tensor.at()
                    .wrong("there is no layer of that name")
                    .received("'" + tensor.layer() + "'")
                    .expected(Nearest.oneOf(layers.keySet()));
        }
        var made = use.results;
        if (tensor.node() < 0 || tensor.node() >= made.size()) {
            throw tensor.at()
                    .wrong("the layer is not used so often")
                    .received("use " + tensor.node() + " of '" + tensor.layer() + "'")
                    .expected(made.size() + " uses");
        }
        var all = made.get(tensor.node());
        if (all.isPresent() && (tensor.index() < 0 || tensor.index() >= all.get().size())) {
            throw tensor.at()
                    .wrong("the layer does not make so many tensors")
                    .received("tensor " + tensor.index() + " of '" + tensor.layer() + "'")
                    .expected(all.get().size() + " tensors");
        }
        return all.map(a -> a.get(tensor.index()));
    }

    /// The names of tensors, in the lists and dicts in which they stand.
    private static Nested<Json> nest(Json json) {
        if (NodeArguments.isTensorKey(json)) {
            return new Nested.One<>(json);
        } else if (json.isObject()) {
            var items = new LinkedHashMap<String, Nested<Json>>();
            json.fields().forEach((key, value) -> items.put(key, nest(value)));
            return new Nested.Keyed<>(items);
        }
        return new Nested.Listed<>(json.items().stream().map(FunctionalReader::nest).toList());
    }

    private Source end(Json key) {
        return source(NodeArguments.ofKey(key))
                .orElseThrow(() -> key.wrong("the tensor is not made"));
    }

    private Input input(Json key) {
        if (end(key) instanceof Input input) {
            return input;
        }
        throw key.wrong("an input of the model is no InputLayer").received(key);
    }

    private Symbol symbol(Json key) {
        if (end(key) instanceof Symbol symbol) {
            return symbol;
        }
        throw key.wrong("an output of the model is one of its inputs").received(key);
    }
}
