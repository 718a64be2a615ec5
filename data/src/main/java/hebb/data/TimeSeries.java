package hebb.data;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Windows over a long series, each a sample. Keras: `timeseries_dataset_from_array`.
///
/// A window takes `sequence_length` steps that are `sampling_rate` apart, and the next one starts
/// `sequence_stride` later. The target of a window is the one at the place where it starts.
///
/// Defaults: every step, a window at each, from beginning to end, in order.
public final class TimeSeries {
    private final Tensor data;
    private final Optional<Tensor> targets;
    private final int sequenceLength;
    private int sequenceStride = 1;
    private int samplingRate = 1;
    private int startIndex;
    private int endIndex;

    private TimeSeries(Tensor data, Optional<Tensor> targets, int sequenceLength) {
        this.data = data;
        this.targets = targets;
        this.sequenceLength = sequenceLength;
        endIndex = data.dim(0);
    }

    private TimeSeries(TimeSeries other) {
        this(other.data, other.targets, other.sequenceLength);
        sequenceStride = other.sequenceStride;
        samplingRate = other.samplingRate;
        startIndex = other.startIndex;
        endIndex = other.endIndex;
    }

    /// Windows of this length without targets; time is the series' first axis.
    public static TimeSeries of(Tensor data, int sequenceLength) {
        return new TimeSeries(
                data, Optional.empty(), within(data, "sequence_length", sequenceLength));
    }

    /// Windows of this length with targets: `data.sliceFrom(0, length)` to foretell what follows.
    public static TimeSeries of(Tensor data, Tensor targets, int sequenceLength) {
        int length = within(data, "sequence_length", sequenceLength);
        return new TimeSeries(data, Optional.of(targets), length);
    }

    private static int within(Tensor data, String option, int value) {
        if (value < 1 || value > data.dim(0)) {
            throw HebbException.of("TimeSeries", option + " does not fit the series")
                    .received(value)
                    .expected("from 1 to " + data.dim(0));
        }
        return value;
    }

    /// How many steps lie between the beginnings of two windows. Default: 1.
    public TimeSeries sequenceStride(int sequenceStride) {
        var copy = new TimeSeries(this);
        copy.sequenceStride = within(data, "sequence_stride", sequenceStride);
        return copy;
    }

    /// Takes each so-manieth step into a window. Default: 1.
    public TimeSeries samplingRate(int samplingRate) {
        var copy = new TimeSeries(this);
        copy.samplingRate = within(data, "sampling_rate", samplingRate);
        return copy;
    }

    /// Uses nothing before this step. Default: 0.
    public TimeSeries startIndex(int startIndex) {
        var copy = new TimeSeries(this);
        copy.startIndex = Math.max(0, Math.min(startIndex, data.dim(0)));
        return copy;
    }

    /// Uses nothing from this step on. Default: all.
    public TimeSeries endIndex(int endIndex) {
        var copy = new TimeSeries(this);
        copy.endIndex = Math.max(0, Math.min(endIndex, data.dim(0)));
        return copy;
    }

    /// The windows as samples, put together batch by batch.
    ///
    /// @throws HebbException if there is no window
    public Dataset dataset() {
        int count = endIndex - startIndex - (sequenceLength - 1) * samplingRate;
        if (targets.isPresent()) {
            count = Math.min(count, targets.get().dim(0) - startIndex);
        }
        if (count < 1) {
            throw HebbException.of("TimeSeries", "the series is too short for a window")
                    .received(endIndex - startIndex + " steps")
                    .expected("at least " + ((sequenceLength - 1) * samplingRate + 1));
        }
        int windows = Math.ceilDiv(count, sequenceStride);
        var starts =
                IntStream.range(0, windows).map(i -> startIndex + i * sequenceStride).toArray();
        return Dataset.of(Tensor.of(starts)).mapBatches(this::windows);
    }

    private Batch windows(Batch starts) {
        var start = starts.xs().getFirst();
        var steps = Tensor.iota(new Spec(Shape.of(sequenceLength), DType.INT32), 0);
        var rate = Tensor.scalar(samplingRate, DType.INT32);
        var x = data.take(start.expandDims(-1).add(steps.mul(rate)), 0);
        var y = targets.map(t -> List.of(t.take(start, 0))).orElse(List.of());
        return new Batch(List.of(x), y, starts.weights());
    }
}
