package hebb.nn.metrics;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;

/// Sums over the batches of an epoch, kept as states that begin with 0, and quotients of them.
final class Tally {
    static final String TRUE_POSITIVES = "true_positives";
    static final String FALSE_POSITIVES = "false_positives";
    static final String TRUE_NEGATIVES = "true_negatives";
    static final String FALSE_NEGATIVES = "false_negatives";

    private Tally() {}

    /// Adds a batch's number or numbers.
    static void add(Scope s, String name, Tensor batch) {
        s.update(
                name, s.state(name, batch.shape(), Initializer.zeros()).add(batch.cast(s.dtype())));
    }

    /// The sum so far; one 0 of nothing.
    static Tensor of(Scope s, String name) {
        return s.known(name).orElseGet(() -> s.state(name, Shape.of(), Initializer.zeros()));
    }

    /// `part / (part + rest)`; 0 of nothing.
    static Tensor share(Tensor part, Tensor rest) {
        return quotient(part, part.add(rest));
    }

    /// `a / b`; 0 where b is 0.
    static Tensor quotient(Tensor a, Tensor b) {
        var zero = Tensor.scalar(0, b.dtype());
        return Tensor.where(b.equal(0), zero, a.div(b));
    }

    /// A number, if there is only one.
    static Tensor plain(Tensor result) {
        return result.size() == 1 ? result.reshape() : result;
    }
}
