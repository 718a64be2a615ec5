package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.operations.Definition;
import hebb.nn.operations.Given;
import hebb.nn.operations.Operations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function of tensors as a node of a model that is drawn: what Keras makes of `x + y`, of `x[:,
/// 0]`, or of `keras.ops.reshape(x, (-1, 4))`.
///
/// It has the name of Keras's class, `NotEqual`. What that takes to be constructed are its options,
/// `Operation.of("Mean").option("axis", 1).apply(x)`. What it takes to be called is given as
/// tensors in their order, or told by Keras's names: `Operation.of("NotEqual")
/// .applyWith(Map.of("x2", 0), x)`. Python's None is an empty Optional. The `key` of `GetItem` is a
/// list of whole numbers and of texts, `":"`, `"1::2"`, `"..."`. Source: Keras's `ops`.
public final class Operation extends Layer<Operation> {
    private final Definition definition;
    private Map<String, Object> options;

    private Operation(Definition definition) {
        this.definition = definition;
        options = definition.options();
    }

    /// The function of which Keras's class has this name.
    ///
    /// @throws HebbException if there is none
    public static Operation of(String operation) {
        return new Operation(Operations.of(operation));
    }

    /// The same with one option, by Keras's name: numbers, texts, lists of them.
    ///
    /// @throws HebbException if there is no such option
    public Operation option(String name, Object value) {
        return with(l -> l.options().assign(name, value));
    }

    private void become(String name, Object value) {
        var changed = new LinkedHashMap<>(options);
        changed.put(name, value);
        options = changed;
    }

    /// Keras's name of the function's class.
    @Override
    public String className() {
        return definition.name();
    }

    /// Keras's module of that class.
    public String module() {
        return definition.module();
    }

    /// What it takes to be called, in order.
    public List<String> parameters() {
        return definition.parameters().stream().map(Definition.Parameter::name).toList();
    }

    /// Whether its first parameter is one list of tensors.
    public boolean takesList() {
        return definition.parameters().getFirst().kind() == Definition.Kind.LIST;
    }

    /// Whether it takes any number of tensors, one by one.
    public boolean takesAny() {
        return definition.parameters().getFirst().kind() == Definition.Kind.ALL_OTHERS;
    }

    @Override
    protected boolean convertsInputs() {
        return false;
    }

    @Override
    protected List<Tensor> callAll(Scope s, List<Tensor> xs) {
        var values = new HashMap<String, Object>(options);
        for (var name : parameters()) {
            s.argument(name).ifPresent(value -> values.put(name, value));
        }
        return definition.formula().apply(new Given(definition, values, xs));
    }

    @Override
    public Options options() {
        var all = Options.none();
        for (var option : options.entrySet()) {
            var name = option.getKey();
            var value = option.getValue();
            all =
                    all.optional(
                            name,
                            Object.class,
                            value instanceof Optional<?> ? Optional.empty() : Optional.of(value),
                            v -> become(name, v.isPresent() ? v.get() : v));
        }
        return all;
    }
}
