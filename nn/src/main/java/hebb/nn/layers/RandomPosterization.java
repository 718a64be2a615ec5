package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.List;

/// In training, keeps only the highest bits of the colours of each image.
///
/// Default: colours from 0 to 255. Source: Cubuk and others, arXiv 1805.09501.
public final class RandomPosterization extends RandomImages<RandomPosterization> {
    private static final int BITS = 8;

    private int least;
    private int most;
    private FactorRange valueRange = FactorRange.BYTES;

    private RandomPosterization(int least, int most) {
        become(least, most);
    }

    /// With 1 to `factor` - 1 bits, as Keras takes one number; with 1 if that is 1.
    public static RandomPosterization of(int factor) {
        return of(1, factor);
    }

    /// With `from` to `to` - 1 bits, or with `from` if both are equal; at most 8.
    public static RandomPosterization of(int from, int to) {
        return new RandomPosterization(from, to);
    }

    private void become(int from, int to) {
        if (Math.min(from, to) < 1 || Math.max(from, to) > BITS) {
            throw HebbException.of("RandomPosterization", "the factor is out of range")
                    .received(List.of(from, to))
                    .expected("from 1 to 8 bits");
        }
        least = Math.min(from, to);
        most = Math.max(from, to);
    }

    /// The range of colours. Default: 0 to 255.
    public RandomPosterization valueRange(double from, double to) {
        var range = FactorRange.colors("RandomPosterization", from, to);
        return with(l -> l.valueRange = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        int choices = Math.max(most - least, 1);
        var bits = draws.uniform("factor", 0, choices).floor().minimum(choices - 1).add(least);
        return posterized(x, bits);
    }

    /// With so many bits, (batch, 1, 1, 1).
    Tensor posterized(Tensor x, Tensor bits) {
        var steps = Tensor.of(256f, 128, 64, 32, 16, 8, 4, 2, 1).cast(x.dtype());
        var step = steps.take(bits.cast(DType.INT32), 0);
        var bytes = ColorSpace.bytes(x, valueRange).floor();
        return ColorSpace.ofBytes(bytes.div(step).floor().mul(step), valueRange);
    }

    @Override
    public Options options() {
        return formatOption()
                .and("factor", Object.class, List.of(least, most), this::become)
                .and(valueRange.colorsOption("RandomPosterization", v -> valueRange = v))
                .and(seedOption());
    }

    private void become(Object value) {
        var range = FactorRange.parse("RandomPosterization", value, 1, BITS);
        become((int) range.low(), (int) range.high());
    }
}
