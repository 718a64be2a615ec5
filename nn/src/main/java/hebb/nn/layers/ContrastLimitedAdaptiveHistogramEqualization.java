package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// Spreads the colours of images `(…, height, width, channels)` as [Equalization] does, but by the
/// colours of the tiles around each pixel, and not without bounds: CLAHE.
///
/// Defaults: colours from 0 to 255; 8 by 8 tiles; a colour counts for at most 4 times its share.
public final class ContrastLimitedAdaptiveHistogramEqualization
        extends Layer<ContrastLimitedAdaptiveHistogramEqualization> {
    private static final String NAME = "ContrastLimitedAdaptiveHistogramEqualization";
    private static final double WHITE = FactorRange.BYTES.high();
    private static final int BINS = 256;

    private FactorRange valueRange = FactorRange.BYTES;
    private double clipLimit = 4;
    private int[] tileGridSize = {8, 8};
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private ContrastLimitedAdaptiveHistogramEqualization() {}

    /// Of colours from 0 to 255.
    public static ContrastLimitedAdaptiveHistogramEqualization of() {
        return new ContrastLimitedAdaptiveHistogramEqualization();
    }

    /// The range of colours. Default: 0 to 255.
    public ContrastLimitedAdaptiveHistogramEqualization valueRange(double from, double to) {
        var range = FactorRange.colors(NAME, from, to);
        return with(l -> l.valueRange = range);
    }

    /// How many times its share of a tile a colour counts at most; 0 for no limit. Default: 4.
    public ContrastLimitedAdaptiveHistogramEqualization clipLimit(double clipLimit) {
        return with(l -> l.clipLimit = clipLimit);
    }

    /// The number of tiles below and beside each other. Default: 8, 8.
    public ContrastLimitedAdaptiveHistogramEqualization tileGridSize(int... tileGridSize) {
        var checked = Lengths.of(NAME, "tile_grid_size", 2, tileGridSize);
        return with(l -> l.tileGridSize = checked);
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public ContrastLimitedAdaptiveHistogramEqualization dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var images = ImageShape.channelsLast(s, input, dataFormat);
        boolean one = images.rank() == 3;
        var batch = Inputs.floating(s, one ? images.expandDims(0) : images);
        var y = ColorSpace.ofBytes(equalized(ColorSpace.bytes(batch, valueRange)), valueRange);
        return ImageShape.restored((one ? y.squeeze(0) : y).cast(input.dtype()), dataFormat);
    }

    private Tensor equalized(Tensor x) {
        var rows = new Tiles(1, x.dim(1), tileGridSize[0]);
        var columns = new Tiles(2, x.dim(2), tileGridSize[1]);
        var pixels = columns.filled(rows.filled(x)).clip(0, WHITE).cast(DType.INT32);
        var table = table(inTiles(pixels, rows, columns), rows.size() * columns.size(), x.dtype());
        var colors = new Colors(pixels, table.reshape(-1));
        var toRight = columns.distance(x.dtype());
        var above = mixed(colors, rows.tile(0), columns, toRight);
        var below = mixed(colors, rows.tile(1), columns, toRight);
        var y = between(above, below, rows.distance(x.dtype()));
        return y.slice(1, 0, x.dim(1)).slice(2, 0, x.dim(2));
    }

    /// The pixels of each channel of each tile of each image, in a row.
    private static Tensor inTiles(Tensor pixels, Tiles rows, Tiles columns) {
        return pixels.reshape(
                        -1,
                        rows.count(),
                        rows.size(),
                        columns.count(),
                        columns.size(),
                        pixels.dim(3))
                .transpose(0, 1, 3, 5, 2, 4)
                .reshape(-1, rows.size() * columns.size());
    }

    /// What becomes of each colour, by the pixels in each row: `(rows, colours)`.
    private Tensor table(Tensor rows, int size, DType type) {
        var counts = Histograms.counts(rows, BINS, type);
        if (clipLimit > 0) {
            var clipped = counts.minimum(clipLimit * size / BINS);
            counts = clipped.add(counts.sub(clipped).sumKeepDims(1).div(BINS));
        }
        var upTo = Histograms.sums(counts);
        var least = upTo.neg().maxKeepDims(1).neg();
        var rest = least.neg().add(size);
        var one = Tensor.scalar(1, type);
        return upTo.sub(least)
                .mul(WHITE)
                .div(Tensor.where(rest.equal(0), one, rest))
                .clip(0, WHITE);
    }

    private Tensor mixed(Colors colors, Tensor row, Tiles columns, Tensor toRight) {
        return between(
                colors.by(row, columns.tile(0), tileGridSize),
                colors.by(row, columns.tile(1), tileGridSize),
                toRight);
    }

    private static Tensor between(Tensor a, Tensor b, Tensor share) {
        return a.mul(share.neg().add(1)).add(b.mul(share));
    }

    /// Pixels, and what becomes of colours in each channel of each tile of each image.
    private record Colors(Tensor pixels, Tensor table) {
        /// By the tiles in these rows and columns.
        Tensor by(Tensor row, Tensor column, int... grid) {
            var image = number(Shape.of(pixels.dim(0), 1, 1, 1), 0);
            var channel = number(Shape.of(1, 1, 1, pixels.dim(3)), 3);
            var tile = image.mul(grid[0]).add(row).mul(grid[1]).add(column);
            return table.take(tile.mul(pixels.dim(3)).add(channel).mul(BINS).add(pixels), 0);
        }

        private static Tensor number(Shape shape, int axis) {
            return Tensor.iota(new Spec(shape, DType.INT32), axis);
        }
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and(valueRange.colorsOption(NAME, v -> valueRange = v))
                .and("clip_limit", double.class, clipLimit, v -> clipLimit = v)
                .and("tile_grid_size", int[].class, tileGridSize, v -> tileGridSize = v);
    }
}
