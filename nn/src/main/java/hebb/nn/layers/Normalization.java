package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// `(x - mean) / √variance`, with a mean and a variance that are known before training: given, or
/// taken from data by [#adapt].
///
/// Each position of the kept axes has its own; the others share them. What is smaller than 1e-7
/// does not divide. Defaults: `axis` -1, mean 0 and variance 1 until it is adapted, not inverted.
///
/// - states, unless mean and variance are given: `mean`, `variance` (lengths of the kept axes),
///   `count`
public final class Normalization extends Layer<Normalization> {
    private static final double SMALLEST = 1e-7;

    private int[] axis = {-1};
    private Optional<Object> mean = Optional.empty();
    private Optional<Object> variance = Optional.empty();
    private boolean invert;
    private Optional<Moments> adapted = Optional.empty();

    private Normalization() {}

    /// With mean 0 and variance 1 until it is adapted.
    public static Normalization of() {
        return new Normalization();
    }

    /// With this mean and variance for all numbers.
    public static Normalization of(double mean, double variance) {
        return of(Tensor.scalar(mean, DType.FLOAT64), Tensor.scalar(variance, DType.FLOAT64));
    }

    /// With these means and variances, aligned with the last kept axes.
    public static Normalization of(Tensor mean, Tensor variance) {
        if (!mean.shape().equals(variance.shape())) {
            throw HebbException.of("Normalization", "mean and variance differ in shape")
                    .received(mean.shape() + " and " + variance.shape())
                    .expected("one shape");
        }
        return of().with(l -> {
            l.mean = Optional.of(NestedNumbers.lists(mean));
            l.variance = Optional.of(NestedNumbers.lists(variance));
        });
    }

    /// With a mean and a variance for each position of these axes, the batch being axis 0; with
    /// none, one for all numbers. Default: the last one.
    public Normalization axis(int... axis) {
        return with(l -> l.axis = axis.clone());
    }

    /// The other way round: `mean + x · √variance`. Default: no.
    public Normalization invert(boolean invert) {
        return with(l -> l.invert = invert);
    }

    // ---- adapting

    /// This layer with mean and variance of this data, the batch being axis 0.
    public Normalization adapt(Tensor data) {
        return adapt(List.of(data));
    }

    /// This layer with mean and variance of the samples of a data set.
    public Normalization adapt(Dataset data) {
        return adapt(() -> stream(data));
    }

    private static Iterator<Tensor> stream(Dataset data) {
        var batches = data.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public Tensor next() {
                return batches.next().xs().getFirst();
            }
        };
    }

    private Normalization adapt(Iterable<Tensor> batches) {
        if (mean.isPresent()) {
            throw HebbException.of("Normalization", "mean and variance are given already")
                    .fix("Normalization.of().adapt(data)");
        }
        var total = Moments.NONE;
        for (var batch : batches) {
            var kept =
                    kept(
                            HebbException.of("Normalization", "axis is not one of the data's"),
                            batch.shape());
            total = total.and(Moments.of(batch, others(batch.rank(), kept)));
        }
        if (total.count() == 0) {
            throw HebbException.of("Normalization", "there is no data to adapt to");
        }
        var moments = total;
        return with(l -> l.adapted = Optional.of(moments));
    }

    /// Mean and variance of `count` numbers at each position, in float64.
    private record Moments(double count, Tensor mean, Tensor variance) {
        static final Moments NONE =
                new Moments(0, Tensor.of(0.0).reshape(), Tensor.of(0.0).reshape());

        static Moments of(Tensor batch, int... axes) {
            var x = batch.cast(DType.FLOAT64);
            double count = Arrays.stream(axes).mapToDouble(x::dim).reduce(1, (a, b) -> a * b);
            return axes.length == 0
                    ? new Moments(count, x, x.mul(0))
                    : new Moments(count, x.mean(axes), x.variance(axes));
        }

        Moments and(Moments more) {
            double sum = count + more.count;
            double share = more.count / sum;
            var both = mean.mul(1 - share).add(more.mean.mul(share));
            var own = variance.add(mean.sub(both).square()).mul(1 - share);
            var others = more.variance.add(more.mean.sub(both).square()).mul(share);
            return new Moments(sum, both, own.add(others));
        }
    }

    /// Values that are known.
    private record Known(Tensor value) implements Initializer {
        @Override
        public Tensor of(Shape shape, Randoms random) {
            return value.cast(DType.FLOAT32).reshape(shape);
        }
    }

    // ---- what it computes

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        var kept = kept(s.wrong("axis is not one of the input's"), x.shape());
        var along =
                Shape.of(
                        IntStream.range(0, x.rank())
                                .map(d -> contains(kept, d) ? x.dim(d) : 1)
                                .toArray());
        Tensor centre;
        Tensor spread;
        if (mean.isPresent()) {
            centre = aligned(s, mean.get(), kept, along).cast(x.dtype());
            spread = aligned(s, variance.orElseThrow(), kept, along).cast(x.dtype());
        } else {
            var shape = Shape.of(Arrays.stream(kept).map(x::dim).toArray());
            centre = s.state("mean", shape, first(Moments::mean, 0)).reshape(along);
            spread = s.state("variance", shape, first(Moments::variance, 1)).reshape(along);
            var _ = s.state("count", new Spec(Shape.of(), DType.INT32), Initializer.zeros());
        }
        var deviation = spread.sqrt().maximum(SMALLEST);
        return invert ? centre.add(x.mul(deviation)) : x.sub(centre).div(deviation);
    }

    private Initializer first(Function<Moments, Tensor> part, double otherwise) {
        return adapted.<Initializer>map(m -> new Known(part.apply(m)))
                .orElseGet(() -> Initializer.constant(otherwise));
    }

    /// The kept axes of an input, in order.
    private int[] kept(HebbException wrong, Shape shape) {
        int rank = shape.rank();
        if (Arrays.stream(axis).anyMatch(a -> a < -rank || a >= rank)) {
            throw wrong.received(Arrays.toString(axis) + " of " + shape)
                    .expected("from " + -rank + " to " + (rank - 1));
        }
        return Arrays.stream(axis).map(a -> Math.floorMod(a, rank)).sorted().toArray();
    }

    private static int[] others(int rank, int... kept) {
        return IntStream.range(0, rank).filter(d -> !contains(kept, d)).toArray();
    }

    private static boolean contains(int[] axes, int axis) {
        return Arrays.stream(axes).anyMatch(a -> a == axis);
    }

    /// Given numbers in a shape that broadcasts against the input.
    private static Tensor aligned(Scope s, Object lists, int[] kept, Shape along) {
        var value = NestedNumbers.tensor(lists);
        if (value.rank() > kept.length) {
            throw s.wrong("mean has more axes than are kept")
                    .received(value.shape())
                    .expected(kept.length + " or fewer");
        }
        var dims = new int[along.rank()];
        Arrays.fill(dims, 1);
        for (int i = 1; i <= value.rank(); i++) {
            int at = kept[kept.length - i];
            dims[at] = value.dim(-i);
            if (dims[at] != 1 && dims[at] != along.dim(at)) {
                throw s.wrong("mean does not match the input")
                        .received("mean of shape " + value.shape())
                        .expected("a length of " + along.dim(at) + " on axis " + at);
            }
        }
        return value.reshape(dims);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("axis", int[].class, axis, v -> axis = v)
                .and("invert", boolean.class, invert, v -> invert = v)
                .optional("mean", Object.class, mean, v -> mean = v)
                .optional("variance", Object.class, variance, v -> variance = v);
    }
}
