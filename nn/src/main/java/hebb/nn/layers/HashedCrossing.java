package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Fingerprint;
import hebb.data.text.Strings;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A bin for each combination of the values of several features, by their hash.
///
/// Features are [Strings] or tensors of whole numbers, all of one shape, `(batch)` or `(batch, 1)`.
/// Hashes are no arithmetic of tensors, so it is no part of a model: its `apply` makes the tensor
/// that a model is given. Default: INT (int64).
public final class HashedCrossing extends Layer<HashedCrossing> {
    private static final long START = 0xDECAFCAFFEL;

    private int numBins;
    private OutputMode outputMode = OutputMode.INT;
    private boolean sparse;

    private HashedCrossing(int numBins) {
        this.numBins = Require.positive("HashedCrossing", "num_bins", numBins);
    }

    /// Into this many bins.
    public static HashedCrossing of(int numBins) {
        return new HashedCrossing(numBins);
    }

    /// INT or ONE_HOT. Default: INT.
    public HashedCrossing outputMode(OutputMode outputMode) {
        if (outputMode != OutputMode.INT && outputMode != OutputMode.ONE_HOT) {
            throw HebbException.of("HashedCrossing", "output_mode is not for combinations")
                    .received(outputMode)
                    .expected("int or one_hot");
        }
        return with(l -> l.outputMode = outputMode);
    }

    /// The bins of features, each Strings or a tensor of whole numbers.
    public Tensor cross(Object... features) {
        var shapes = new ArrayList<Shape>();
        var columns = new ArrayList<long[]>();
        for (var feature : features) {
            shapes.add(shape(feature));
            columns.add(fingerprints(feature));
        }
        if (shapes.size() < 2 || shapes.stream().distinct().count() > 1) {
            throw HebbException.of("HashedCrossing", "these are no features to be combined")
                    .received(shapes)
                    .expected("two or more of one shape");
        }
        var bins = new long[columns.getFirst().length];
        for (int i = 0; i < bins.length; i++) {
            long hash = START;
            for (var column : columns) {
                hash = Fingerprint.cat(hash, column[i]);
            }
            bins[i] = Long.remainderUnsigned(hash, numBins);
        }
        var numbers = Tensor.of(bins, new Spec(shapes.getFirst(), DType.INT64));
        return outputMode.encoded(numbers, numBins, DType.FLOAT32, Optional.empty());
    }

    private static Shape shape(Object feature) {
        return switch (feature) {
            case Strings words -> words.shape();
            case Tensor numbers when !numbers.dtype().isFloating() -> numbers.shape();
            default ->
                    throw HebbException.of("HashedCrossing", "a feature has another type")
                            .received(feature.getClass().getSimpleName())
                            .expected("Strings, or a tensor of whole numbers");
        };
    }

    private static long[] fingerprints(Object feature) {
        return feature instanceof Strings words
                ? words.values().stream().mapToLong(Fingerprint::farm).toArray()
                : (long[]) ((Tensor) feature).cast(DType.INT64).toArray();
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        throw s.wrong("a model cannot compute hashes")
                .received(xs.size() + " tensors")
                .fix("make the bins before: layer.cross(a, b)");
    }

    @Override
    public Options options() {
        return Options.of("num_bins", int.class, numBins, v -> numBins = v)
                .and("output_mode", OutputMode.class, outputMode, v -> outputMode = v)
                .and("sparse", boolean.class, sparse, v -> sparse = v);
    }
}
