package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Locale;

/// Random numbers that are a function of (seed, stream, step, element): whoever computes an
/// element, in whatever order, gets the same one.
///
/// The inputs are the seed and the step, both int64 scalars; `stream` names the path and purpose
/// that the numbers are for, so that no pass merges two dropouts. The bits come from [Philox]; how
/// they become numbers is written at [Philox#fill].
public record Random(Kind kind, Spec spec, String stream) implements Op {
    /// The distribution.
    public enum Kind {
        /// Even on [0, 1).
        UNIFORM,
        /// Mean 0, standard deviation 1.
        NORMAL
    }

    /// The stream as the number that enters Philox: a 64-bit FNV-1a hash of its characters.
    public long streamKey() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    @Override
    public String label() {
        return "random_" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        if (!spec.dtype().isFloating()) {
            throw HebbException.of(label(), "random numbers are floating point")
                    .received(spec.dtype())
                    .expected("float32 or float64");
        }
        for (var input : inputs) {
            if (input.dtype() != DType.INT64 || input.shape().rank() != 0) {
                throw new IllegalArgumentException("seed and step are int64 scalars, not " + input);
            }
        }
        return spec;
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
