package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// In training, spreads the colours of images `(…, height, width, channels)` so that each is as
/// frequent as any other; each channel on its own, by its colours in the whole batch.
///
/// Defaults: colours from 0 to 255, of 256 kinds.
public final class Equalization extends Layer<Equalization> {
    private static final double WHITE = FactorRange.BYTES.high();

    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private FactorRange valueRange = FactorRange.BYTES;
    private int bins = 256;

    private Equalization() {}

    /// Of colours from 0 to 255.
    public static Equalization of() {
        return new Equalization();
    }

    /// The range of colours. Default: 0 to 255.
    public Equalization valueRange(double from, double to) {
        var range = FactorRange.colors("Equalization", from, to);
        return with(l -> l.valueRange = range);
    }

    /// How many kinds of colours are told apart, 2 or more. Default: 256.
    public Equalization bins(int bins) {
        int checked = Require.atLeast("Equalization", "bins", 2, bins);
        return with(l -> l.bins = checked);
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public Equalization dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        if (!s.training()) {
            return input;
        }
        var x = ImageShape.channelsLast(s, Inputs.floating(s, input), dataFormat);
        return ImageShape.restored(equalized(x), dataFormat);
    }

    Tensor equalized(Tensor x) {
        int channels = x.dim(-1);
        double scale = WHITE / valueRange.width();
        var bytes = x.mul(scale).add(-valueRange.low() * scale);
        var rows = bytes.reshape(-1, channels).swapAxes(0, 1);
        var counts = Histograms.counts(binned(rows.mul(bins - 1).div(WHITE)), bins, x.dtype());
        var isOneColor = counts.greater(0).cast(x.dtype()).sum(1).lessEqual(1); // of each channel
        var channel = Tensor.iota(new Spec(Shape.of(channels), DType.INT32), 0);
        var place = binned(bytes.div(WHITE).mul(bins - 1)).add(channel.mul(bins));
        var spread = table(counts).reshape(-1).take(place, 0);
        var y = Tensor.where(isOneColor, bytes, spread);
        return y.mul(1 / scale).add(valueRange.low());
    }

    private Tensor binned(Tensor x) {
        return x.clip(0, bins - 1).cast(DType.INT32);
    }

    /// What becomes of the colours of each channel: `(channels, bins)`.
    private static Tensor table(Tensor counts) {
        var upTo = Histograms.sums(counts);
        var all = upTo.maxKeepDims(1);
        var least = Tensor.where(upTo.greater(0), upTo, all).neg().maxKeepDims(1).neg();
        var rest = all.sub(least).maximum(1);
        return upTo.sub(least).mul(WHITE).div(rest).round().clip(0, WHITE);
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("bins", int.class, bins, v -> bins = v)
                .and(valueRange.colorsOption("Equalization", v -> valueRange = v));
    }
}
