package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A function of your own as a layer without weights: `Lambda.of("halved", x -> x.div(2))`.
///
/// The name is what a file holds, never code: a program that reads the file registers a function
/// under it first, `Lambda.register("halved", x -> x.div(2))`. In Python it is a function that was
/// registered with `keras.saving.register_keras_serializable`.
public final class Lambda extends Layer<Lambda> {
    private static final Map<String, UnaryOperator<Tensor>> REGISTERED = new ConcurrentHashMap<>();

    private String function;
    private UnaryOperator<Tensor> formula;
    private Optional<Object> outputShape = Optional.empty();
    private Optional<Object> mask = Optional.empty();
    private Object arguments = Map.of();

    private Lambda(String function, UnaryOperator<Tensor> formula) {
        this.function = function;
        this.formula = formula;
    }

    /// This function, under a name for texts and files.
    public static Lambda of(String function, UnaryOperator<Tensor> formula) {
        return new Lambda(function, formula);
    }

    /// The function that was registered under this name.
    ///
    /// @throws HebbException if there is none
    public static Lambda of(String function) {
        return new Lambda(function, registered(function));
    }

    /// Lets files name this function.
    public static void register(String function, UnaryOperator<Tensor> formula) {
        REGISTERED.put(function, formula);
    }

    private static UnaryOperator<Tensor> registered(String function) {
        var formula = REGISTERED.get(function);
        if (formula == null) {
            throw HebbException.of("Lambda", "no function is registered under that name")
                    .received("'" + function + "'")
                    .expected(
                            REGISTERED.isEmpty()
                                    ? "a function registered in this program"
                                    : Nearest.oneOf(REGISTERED.keySet()))
                    .fix("Lambda.register(\"" + function + "\", x -> …) before the file is read");
        }
        return formula;
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return formula.apply(x);
    }

    @Override
    public Options options() {
        return Options.of("function", Object.class, written(), v -> become(name(v)))
                .optional("output_shape", Object.class, outputShape, v -> outputShape = v)
                .optional("mask", Object.class, mask, v -> mask = v)
                .and("arguments", Object.class, arguments, v -> arguments = v);
    }

    private void become(String name) {
        formula = registered(name);
        function = name;
    }

    /// As Keras writes a registered function.
    private Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        written.put("module", "builtins");
        written.put("class_name", "function");
        written.put("config", function);
        written.put("registered_name", function);
        return written;
    }

    private static String name(Object value) {
        if (value instanceof String name) {
            return name;
        }
        if (value instanceof Map<?, ?> map && map.get("config") instanceof String name) {
            return name;
        }
        throw HebbException.of("Lambda", "a file's code is not run")
                .received("a Python function that was written with its code")
                .expected("the name of a function")
                .fix("in Python give the function a name and register it, then save again");
    }

    /// `Lambda(halved)`.
    @Override
    public String toString() {
        return "Lambda(" + function + ")";
    }
}
