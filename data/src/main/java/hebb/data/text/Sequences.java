package hebb.data.text;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Sequences of unequal length as rows of one length. Keras: `pad_sequences`.
///
/// Defaults: as long as the longest, int32, zeros in front, and what is too long loses its
/// beginning.
public final class Sequences {
    /// Where something is added or cut off.
    public enum Side {
        /// At the beginning.
        PRE,
        /// At the end.
        POST
    }

    private Optional<Integer> maxlen = Optional.empty();
    private DType dtype = DType.INT32;
    private Side padding = Side.PRE;
    private Side truncating = Side.PRE;
    private double value;

    private Sequences() {}

    private Sequences(Sequences other) {
        maxlen = other.maxlen;
        dtype = other.dtype;
        padding = other.padding;
        truncating = other.truncating;
        value = other.value;
    }

    /// With the defaults.
    public static Sequences padding() {
        return new Sequences();
    }

    /// The sequences in rows of this length, with the defaults.
    public static Tensor pad(List<? extends List<? extends Number>> sequences, int maxlen) {
        return padding().maxlen(maxlen).of(sequences);
    }

    /// The length of the rows. Default: the longest one's.
    public Sequences maxlen(int maxlen) {
        if (maxlen < 1) {
            throw HebbException.of("Sequences", "maxlen is not positive")
                    .received(maxlen)
                    .expected("1 or more");
        }
        var copy = new Sequences(this);
        copy.maxlen = Optional.of(maxlen);
        return copy;
    }

    /// The type of the rows. Default: int32.
    public Sequences dtype(DType dtype) {
        var copy = new Sequences(this);
        copy.dtype = dtype;
        return copy;
    }

    /// Where values are added. Default: PRE.
    public Sequences padding(Side padding) {
        var copy = new Sequences(this);
        copy.padding = padding;
        return copy;
    }

    /// Where long sequences are cut. Default: PRE.
    public Sequences truncating(Side truncating) {
        var copy = new Sequences(this);
        copy.truncating = truncating;
        return copy;
    }

    /// What is added. Default: 0.
    public Sequences value(double value) {
        var copy = new Sequences(this);
        copy.value = value;
        return copy;
    }

    /// A row for each sequence.
    public Tensor of(List<? extends List<? extends Number>> sequences) {
        int longest = sequences.stream().mapToInt(List::size).max().orElse(0);
        int width = maxlen.orElse(longest);
        var values = new double[sequences.size() * width];
        Arrays.fill(values, value);
        for (int row = 0; row < sequences.size(); row++) {
            var sequence = sequences.get(row);
            int kept = Math.min(width, sequence.size());
            int from = truncating == Side.PRE ? sequence.size() - kept : 0;
            int to = row * width + (padding == Side.PRE ? width - kept : 0);
            for (int i = 0; i < kept; i++) {
                values[to + i] = sequence.get(from + i).doubleValue();
            }
        }
        var spec = new Spec(Shape.of(sequences.size(), width), DType.FLOAT64);
        return Tensor.of(values, spec).cast(dtype);
    }
}
