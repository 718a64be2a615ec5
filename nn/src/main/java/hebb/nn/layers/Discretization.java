package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The number of the range that each number lies in: `i` for `boundary[i - 1] ≤ x < boundary[i]`.
///
/// Boundaries are given, or taken from data by [#adapt] so that about equally many numbers lie in
/// each range. Defaults: `output_mode` INT (int32), `epsilon` 0.01.
public final class Discretization extends Layer<Discretization> {
    private Optional<Object> binBoundaries = Optional.empty();
    private Optional<Integer> numBins = Optional.empty();
    private double epsilon = 0.01;
    private OutputMode outputMode = OutputMode.INT;
    private boolean sparse;

    private Discretization() {}

    /// With these boundaries, in order: one range more than boundaries.
    public static Discretization of(double... binBoundaries) {
        return new Discretization().with(l -> l.binBoundaries = Optional.of(list(binBoundaries)));
    }

    /// With this many ranges, whose boundaries are to be found by [#adapt].
    public static Discretization ofBins(int numBins) {
        var bins = Require.positive("Discretization", "num_bins", numBins);
        return new Discretization().with(l -> l.numBins = Optional.of(bins));
    }

    private static Object list(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }

    /// The share of the data by which boundaries may be off when they are taken from data. Default:
    /// 0.01.
    public Discretization epsilon(double epsilon) {
        return with(l -> l.epsilon = Require.fraction("Discretization", "epsilon", epsilon));
    }

    /// What is made of the numbers of ranges. Default: INT.
    public Discretization outputMode(OutputMode outputMode) {
        if (outputMode == OutputMode.TF_IDF) {
            throw HebbException.of("Discretization", "output_mode is not for ranges")
                    .received(outputMode)
                    .expected("int, one_hot, multi_hot or count");
        }
        return with(l -> l.outputMode = outputMode);
    }

    /// This layer with boundaries that divide this data.
    public Discretization adapt(Tensor data) {
        return adapted(Quantiles.NONE.and(data.toDoubles(), epsilon));
    }

    /// This layer with boundaries that divide the samples of a data set.
    public Discretization adapt(Dataset data) {
        var quantiles = Quantiles.NONE;
        for (var batch : data) {
            quantiles = quantiles.and(batch.xs().getFirst().toDoubles(), epsilon);
        }
        return adapted(quantiles);
    }

    private Discretization adapted(Quantiles quantiles) {
        int bins =
                numBins.orElseThrow(() ->
                        HebbException.of("Discretization", "the boundaries are given")
                                .fix("Discretization.ofBins(count).adapt(data)"));
        return with(l -> l.binBoundaries = Optional.of(list(quantiles.boundaries(bins))));
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        var boundaries = boundaries(s).cast(x.dtype());
        int depth = boundaries.size() + 1;
        // not "greater or equal", so that what is no number comes last, as in NumPy
        var reached = x.expandDims(-1).less(boundaries).not();
        var number = reached.cast(DType.INT32).sum(-1);
        return outputMode.encoded(number, depth, s.dtype(), Optional.empty());
    }

    private Tensor boundaries(Scope s) {
        return NestedNumbers.tensor(
                binBoundaries.orElseThrow(() ->
                        s.wrong("the boundaries are not known yet")
                                .fix("layer.adapt(data) before it is used")));
    }

    @Override
    public Options options() {
        return Options.none()
                .optional("bin_boundaries", Object.class, binBoundaries, v -> binBoundaries = v)
                .optional("num_bins", Integer.class, numBins, v -> numBins = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v)
                .and("output_mode", OutputMode.class, outputMode, v -> outputMode = v)
                .and("sparse", boolean.class, sparse, v -> sparse = v);
    }
}
