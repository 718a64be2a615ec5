package hebb.core.tensor;

import hebb.core.op.Node;
import hebb.core.op.Random;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.stream.IntStream;

/// A source of random numbers that depend on nothing but (seed, stream, step, element): the same on
/// any number of threads, on any engine. Each draw has a stream of its own, named after this
/// source's and the draw's number.
///
/// The generator is Philox 4×32-10 (Salmon and others, "Parallel random numbers: as easy as 1, 2,
/// 3", 2011). Not numpy's; not safe for several threads.
public final class Randoms {
    private final Tensor seed;
    private final Tensor step;
    private final String stream;
    private int draws;

    private Randoms(Tensor seed, Tensor step, String stream) {
        this.seed = seed;
        this.step = step;
        this.stream = stream;
    }

    /// A source of that seed.
    public static Randoms of(long seed) {
        return of(seed, "");
    }

    /// The source of that seed for one purpose; sources of other names give unrelated numbers.
    public static Randoms of(long seed, String stream) {
        return of(whole(seed), whole(0), stream);
    }

    /// A source whose seed and step (int64, without axes) are tensors: inputs of a recording, so
    /// that the same plan draws other numbers at each step.
    public static Randoms of(Tensor seed, Tensor step, String stream) {
        return new Randoms(seed, step, stream);
    }

    /// Even on [0, 1).
    public Tensor uniform(Spec spec) {
        return draw(Random.Kind.UNIFORM, spec);
    }

    /// Even from `low` to `high`, which rounding can yield.
    public Tensor uniform(Spec spec, double low, double high) {
        return uniform(spec).mul(high - low).add(low);
    }

    /// Normal, of mean 0 and standard deviation 1.
    public Tensor normal(Spec spec) {
        return draw(Random.Kind.NORMAL, spec);
    }

    /// The numbers 0 to `n`-1 in random order (Fisher and Yates). Computed at once.
    public int[] permutation(int n) {
        if (n < 0) {
            throw HebbException.of("Randoms.permutation", "a negative number of elements")
                    .received(n);
        }
        var order = IntStream.range(0, n).toArray();
        if (n > 1) {
            var u = uniform(new Spec(Shape.of(n), DType.FLOAT64)).toDoubles();
            for (int i = n - 1; i > 0; i--) {
                int j = (int) (u[i] * (i + 1));
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
        return order;
    }

    private Tensor draw(Random.Kind kind, Spec spec) {
        var op = new Random(kind, spec, stream + "#" + draws++);
        var trace = Trace.current();
        return trace == null
                ? Eager.run(op, List.of(seed, step))
                : new Tensor(trace, Node.of(op, trace.node(seed), trace.node(step)));
    }

    private static Tensor whole(long value) {
        return Tensor.of(value).reshape();
    }
}
