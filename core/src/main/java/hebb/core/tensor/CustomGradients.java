package hebb.core.tensor;

import hebb.core.op.Adjoints;
import hebb.core.op.CustomGradient;
import hebb.core.op.Node;
import hebb.core.shape.HebbException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Gradients that a user gives in place of the derived ones.
final class CustomGradients {
    private CustomGradients() {}

    static Tensor apply(
            Tensor value, List<Tensor> inputs, Function<Tensor, List<Tensor>> gradient) {
        var trace = Trace.current();
        if (trace == null) {
            return value; // nothing is differentiated outside a recording
        }
        CustomGradient.Rule rule = (y, dy, to) -> flow(trace, inputs, gradient, dy, to);
        var nodes = new ArrayList<Node>();
        nodes.add(trace.node(value));
        inputs.forEach(x -> nodes.add(trace.node(x)));
        return new Tensor(trace, Node.of(new CustomGradient(rule), nodes));
    }

    private static void flow(
            Trace trace,
            List<Tensor> inputs,
            Function<Tensor, List<Tensor>> gradient,
            Node dy,
            Adjoints to) {
        var gradients = gradient.apply(new Tensor(trace, dy));
        if (gradients.size() != inputs.size()) {
            throw HebbException.of("Traced.custom", "the number of gradients is wrong")
                    .received(gradients.size())
                    .expected(inputs.size() + ", one for each input");
        }
        for (int i = 0; i < inputs.size(); i++) {
            var g = gradients.get(i);
            to.add(i + 1, () -> trace.node(g));
        }
    }
}
