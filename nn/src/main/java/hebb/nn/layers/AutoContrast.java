package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// Images `(batch, height, width, channels)` whose channels are stretched to the whole range of
/// colours. Channels of one colour stay as they are. Default: colours from 0 to 255.
public final class AutoContrast extends Layer<AutoContrast> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private FactorRange valueRange = FactorRange.BYTES;

    private AutoContrast() {}

    /// From 0 to 255.
    public static AutoContrast of() {
        return new AutoContrast();
    }

    /// The range of colours. Default: 0 to 255.
    public AutoContrast valueRange(double from, double to) {
        var range = FactorRange.colors("AutoContrast", from, to);
        return with(l -> l.valueRange = range);
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public AutoContrast dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = ImageShape.channelsLast(s, Inputs.floating(s, input), dataFormat);
        return ImageShape.restored(stretched(x), dataFormat);
    }

    Tensor stretched(Tensor x) {
        int rows = x.rank() - 3;
        var low = x.neg().maxKeepDims(rows, rows + 1).neg();
        var width = x.maxKeepDims(rows, rows + 1).sub(low);
        var flat = width.equal(0);
        var one = Tensor.scalar(1, x.dtype());
        var factor = Tensor.where(flat, one, width).reciprocal().mul(valueRange.width());
        return Tensor.where(flat, x, x.sub(low).mul(factor).add(valueRange.low()));
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and(valueRange.colorsOption("AutoContrast", v -> valueRange = v));
    }
}
