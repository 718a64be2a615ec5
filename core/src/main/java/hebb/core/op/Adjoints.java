package hebb.core.op;

import java.util.List;
import java.util.function.Supplier;

/// Where an op's gradient rule leaves what it finds.
public interface Adjoints {
    /// The gradient with respect to the op's input number `input`. The supplier runs only if it is
    /// wanted.
    void add(int input, Supplier<Node> gradient);

    /// The gradients of the sum of `ys` times `dys`, element by element, with respect to each of
    /// `inputs`: for an op that is made of a graph.
    List<Node> within(List<Node> ys, List<Node> dys, List<Node> inputs);
}
