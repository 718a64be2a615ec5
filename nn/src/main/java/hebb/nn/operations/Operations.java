package hebb.nn.operations;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.Map;
import java.util.TreeMap;

/// All operations, by the names of Keras's classes.
public final class Operations {
    private static final Map<String, Definition> ALL = new TreeMap<>();

    static {
        ALL.putAll(ElementwiseOperations.all());
        ALL.putAll(ReducingOperations.all());
        ALL.putAll(ShapingOperations.all());
        ALL.putAll(ChoosingOperations.all());
        ALL.putAll(ProductOperations.all());
        ALL.putAll(NeuralOperations.all());
        ALL.putAll(CoreOperations.all());
    }

    private Operations() {}

    /// The operation of which Keras's class has this name.
    ///
    /// @throws HebbException if there is none
    public static Definition of(String name) {
        var found = ALL.get(name);
        if (found == null) {
            throw HebbException.of("Operation.of", "there is no operation of that name")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(ALL.keySet()))
                    .fix(Nearest.fix(name, ALL.keySet()));
        }
        return found;
    }
}
