package hebb.io.keras;

import hebb.io.json.Json;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.layers.Bidirectional;
import hebb.nn.layers.CategoryEncoding;
import hebb.nn.layers.GroupQueryAttention;
import hebb.nn.layers.MultiHeadAttention;
import hebb.nn.layers.Operation;
import hebb.nn.layers.Recurrent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The arguments of one use of a layer, in Keras 3's form, `{"args": […], "kwargs": {…}}`, or in
/// Keras 2's, a list of `[layer, node, tensor, kwargs]`.
final class NodeArguments {
    private static final String ATTENTION_MASK = "attention_mask";
    private static final String MASK = "mask";
    private static final String COUNT_WEIGHTS = "count_weights";

    /// Arguments of `call` that are tensors, in the order in which Hebb's layers take them.
    private static final List<String> TENSORS =
            List.of(
                    "inputs",
                    "x",
                    "sequence",
                    "query",
                    "value",
                    "key",
                    "initial_state",
                    "constants",
                    COUNT_WEIGHTS,
                    ATTENTION_MASK,
                    MASK);

    /// Of these, those that are the last of a call's tensors, which it is told.
    private static final List<String> LAST = List.of(ATTENTION_MASK, MASK);

    /// Arguments of `call` that layers are told, true or false; false is what they do anyway.
    private static final List<String> SWITCHES =
            List.of("use_causal_mask", "return_attention_scores", "reverse");

    /// What a model that is trained, or used, tells its layers in any case, whatever is drawn.
    private static final String TRAINING = "training";

    private NodeArguments() {}

    /// A tensor by its name: which layer makes it, at which of its uses, as which of its results.
    record Tensor(Json at, String layer, int node, int index) {}

    /// The tensors that a use is given, in order.
    static List<Tensor> tensors(Json node) {
        if (!node.isObject()) {
            return oldTensors(node);
        }
        var tensors = new ArrayList<Tensor>();
        node.find("args").ifPresent(args -> collect(args, tensors));
        var named = node.find("kwargs").map(Json::fields).orElse(Map.of());
        TENSORS.forEach(name -> {
            var value = named.get(name);
            if (value != null) {
                collect(value, tensors);
            }
        });
        named.forEach((name, value) -> {
            if (!TENSORS.contains(name)) {
                requireKnown(name, value);
            }
        });
        return tensors;
    }

    /// What the layer is told beside tensors.
    static Map<String, Object> told(Json node) {
        var told = new TreeMap<String, Object>();
        if (node.isObject()) {
            node.find("kwargs")
                    .map(Json::fields)
                    .orElse(Map.of())
                    .forEach((name, value) -> tell(name, value, told));
        } else {
            for (var key : isTensorKey(node) ? List.of(node) : node.items()) {
                if (key.items().size() > 3) {
                    key.items().get(3).fields().forEach((name, value) -> tell(name, value, told));
                }
            }
        }
        return told;
    }

    private static void tell(String name, Json value, Map<String, Object> told) {
        if (LAST.contains(name) && namesTensor(value)) {
            told.put(name, true);
        } else if (SWITCHES.contains(name) && value.isTruth() && value.truth()) {
            told.put(name, true);
        }
    }

    // the masks of several tensors that have none are a dict of nulls
    private static boolean namesTensor(Json value) {
        return !ModelReader.leaves(value, v -> isTensor(v) || isTensorKey(v)).isEmpty();
    }

    private static void requireKnown(String name, Json value) {
        // masks go along with their tensors here; Keras draws what computes them
        boolean isMask = name.equals("mask") || name.endsWith("_mask");
        boolean isKnown =
                (SWITCHES.contains(name) && value.isTruth()) || isMask || name.equals(TRAINING);
        if (!isKnown && !value.isNull() && !(value.isTruth() && !value.truth())) {
            throw value.wrong("the layer is called with an argument that is not read")
                    .received(name + "=" + value)
                    .expected("tensors, " + String.join(", ", SWITCHES));
        }
    }

    static void collect(Json json, List<Tensor> into) {
        ModelReader.leaves(json, NodeArguments::isTensor)
                .forEach(t -> into.add(ofKey(t.at("config").at("keras_history"))));
    }

    static boolean isTensor(Json json) {
        return json.find("class_name")
                .filter(c -> c.isText() && c.text().equals("__keras_tensor__"))
                .isPresent();
    }

    private static List<Tensor> oldTensors(Json node) {
        var tensors = new ArrayList<Tensor>();
        for (var key : isTensorKey(node) ? List.of(node) : node.items()) {
            tensors.add(ofKey(key));
            if (key.items().size() > 3) {
                key.items()
                        .get(3)
                        .fields()
                        .forEach((name, value) -> oldArgument(name, value, tensors));
            }
        }
        return tensors;
    }

    private static void oldArgument(String name, Json value, List<Tensor> into) {
        if (TENSORS.contains(name) && !value.isNull()) {
            ModelReader.leaves(value, NodeArguments::isTensorKey).forEach(k -> into.add(ofKey(k)));
        } else {
            requireKnown(name, value);
        }
    }

    /// Whether it is `[layer, node, tensor]`.
    static boolean isTensorKey(Json json) {
        if (!json.isList()) {
            return false;
        }
        var items = json.items();
        return items.size() >= 3
                && items.get(0).isText()
                && items.get(1).isNumber()
                && items.get(2).isNumber();
    }

    static Tensor ofKey(Json key) {
        var items = key.items();
        if (!isTensorKey(key)) {
            throw key.wrong("not the name of a tensor")
                    .received(key)
                    .expected("[layer, node, tensor]");
        }
        return new Tensor(key, items.get(0).text(), items.get(1).integer(), items.get(2).integer());
    }

    /// Layers whose `call` takes tensors one by one.
    private static boolean takesOneByOne(Layer<?> layer) {
        return layer instanceof MultiHeadAttention || layer instanceof GroupQueryAttention;
    }

    /// Layers whose tensors behind the first are what the recurrence begins with.
    private static boolean isRecurrent(Layer<?> layer) {
        return layer instanceof Recurrent || layer instanceof Bidirectional;
    }

    /// A use of a layer with these tensors, told that, in Keras 3's form.
    static Map<String, Object> written(
            Layer<?> layer, List<Object> tensors, Map<String, Object> told) {
        if (layer instanceof Operation operation) {
            return OperationArguments.written(operation, tensors, told);
        }
        var named = new LinkedHashMap<>(told);
        for (var last : LAST.reversed()) {
            if (told.containsKey(last)) {
                var others = new LinkedHashMap<>(told);
                others.remove(last);
                var written = written(layer, tensors.subList(0, tensors.size() - 1), others);
                named.putAll(kwargs(written));
                named.put(last, tensors.getLast());
                return node((List<?>) written.getOrDefault("args", List.of()), named);
            }
        }
        if (layer instanceof CategoryEncoding && tensors.size() == 2) {
            named.put(COUNT_WEIGHTS, tensors.getLast());
            return node(tensors.subList(0, 1), named);
        } else if ((tensors.size() == 1 && !(layer instanceof Model)) || takesOneByOne(layer)) {
            return node(tensors, named);
        } else if (isRecurrent(layer)) {
            named.put("initial_state", tensors.subList(1, tensors.size()));
            return node(tensors.subList(0, 1), named);
        }
        return node(List.of(together(layer, tensors)), named);
    }

    /// Several tensors as one argument: a list, or what a model inside the model takes.
    private static Object together(Layer<?> layer, List<Object> tensors) {
        var given = tensors.iterator();
        return layer instanceof Model model
                ? ConfigWriter.nested(model.drawn().inputNest().map(_ -> given.next()))
                : tensors;
    }

    @SuppressWarnings("unchecked") // node(…) made it
    private static Map<String, Object> kwargs(Map<String, Object> node) {
        return (Map<String, Object>) node.getOrDefault("kwargs", Map.of());
    }

    static Map<String, Object> node(List<?> args, Map<String, ?> kwargs) {
        return ConfigWriter.map("args", args, "kwargs", kwargs);
    }
}
