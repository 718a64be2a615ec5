package hebb.core.op;

import java.util.function.Supplier;

/// Where an op's gradient rule leaves what it finds. The supplier runs only if that input's
/// gradient is wanted.
@FunctionalInterface
public interface Adjoints {
    /// The gradient with respect to the op's input number `input`.
    void add(int input, Supplier<Node> gradient);
}
