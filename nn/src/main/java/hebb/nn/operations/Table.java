package hebb.nn.operations;

import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The operations of one of Keras's modules, being gathered.
final class Table {
    private final String module;
    private final Map<String, Definition> definitions = new TreeMap<>();

    Table(String module) {
        this.module = "keras.src.ops." + module;
    }

    Map<String, Definition> definitions() {
        return definitions;
    }

    /// One that makes several tensors.
    void several(String signature, Function<Given, List<Tensor>> formula) {
        var definition = Definition.of(module, signature, formula);
        definitions.put(definition.name(), definition);
    }

    void one(String signature, Function<Given, Tensor> formula) {
        several(signature, g -> List.of(formula.apply(g)));
    }

    /// Number by number, of any type.
    void unary(String name, UnaryOperator<Tensor> formula) {
        one(name + "(x)", g -> formula.apply(g.x()));
    }

    /// Number by number; whole numbers as float32.
    void floating(String name, UnaryOperator<Tensor> formula) {
        one(name + "(x)", g -> formula.apply(g.floating()));
    }

    /// Two operands, which broadcast.
    void binary(String name, BinaryOperator<Tensor> formula) {
        one(name + "(x1, x2)", g -> formula.apply(g.tensor("x1"), g.tensor("x2")));
    }
}
