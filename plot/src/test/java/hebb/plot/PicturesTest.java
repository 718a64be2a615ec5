package hebb.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.eval.ConfusionMatrix;
import hebb.eval.RocCurve;
import hebb.nn.Sequential;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.training.Fit;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Images, tables, and what a model looks like.
class PicturesTest {
    private static int rgb(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }

    /// The colours of an image's pixels.
    private static int[] pixels(Tensor image) {
        return pixels(Plot.image(image), image.dim(0), image.dim(1));
    }

    private static int[] pixels(ImageGrid image, int height, int width) {
        var picture = PictureFile.picture(image.size(20 + 40 * width, 20 + 40 * height));
        var pixels = new int[height * width];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[i++] = rgb(picture, 30 + 40 * x, 30 + 40 * y);
            }
        }
        return pixels;
    }

    private static void refuses(Supplier<Figure<?>> figure, String message) {
        assertThatThrownBy(() -> PictureFile.picture(figure.get()))
                .isInstanceOf(HebbException.class)
                .hasMessage(message);
    }

    @Test
    void imagesAreGreyOrInColour() {
        assertThat(pixels(Tensor.of(0, 51, 255).reshape(1, 3).cast(DType.UINT8)))
                .containsExactly(0x000000, 0x333333, 0xffffff);
        assertThat(pixels(Tensor.of(255, 0, 51, 0, 102, 0).reshape(1, 2, 3).cast(DType.UINT8)))
                .containsExactly(0xff0033, 0x006600);
    }

    @Test
    void heatGlowsOverAnImage() {
        var grey = Tensor.full(0.4, Spec.of(1, 1, 4)); // #666666
        var heat = Tensor.of(0, 1, 2, Float.NaN).reshape(1, 1, 4);
        // at the largest 0.7 of the hottest colour, #ffe000, and 0.3 of the image
        assertThat(pixels(Plot.images(grey).heat(heat), 1, 4))
                .containsExactly(0x666666, 0x9c6442, 0xd1bb1f, 0x666666);
        assertThat(pixels(Plot.images(grey).heat(heat.mul(-1)), 1, 4)).containsOnly(0x666666);
        var boundless = Tensor.of(0, 1, 2, Float.POSITIVE_INFINITY).reshape(1, 1, 4);
        assertThat(pixels(Plot.images(grey).heat(boundless), 1, 4))
                .containsExactly(0x666666, 0x9c6442, 0xd1bb1f, 0xd1bb1f);
        refuses(
                () -> Plot.images(grey).heat(Tensor.zeros(1, 4, 1)),
                """
                ImageGrid.heat: there is not one map for each image
                  received: (1, 4, 1)      expected: (1, 1, 4)\
                """);
    }

    @Test
    void numbersAreTakenForWhatTheyMostlyAre() {
        assertThat(pixels(Tensor.of(new float[][] {{0, 0.2f, 1}})))
                .containsExactly(0x000000, 0x333333, 0xffffff);
        assertThat(pixels(Tensor.of(new float[][] {{0, 51, 255}})))
                .containsExactly(0x000000, 0x333333, 0xffffff);
        assertThat(pixels(Tensor.of(new float[][] {{-1, -0.6f, 1}})))
                .containsExactly(0x000000, 0x333333, 0xffffff);
        assertThat(pixels(Tensor.of(new int[][] {{0, 51, 255}})))
                .containsExactly(0x000000, 0x333333, 0xffffff);
        assertThat(pixels(Tensor.of(new float[][] {{0.5f, Float.NaN}}))).startsWith(0x808080);
        assertThat(pixels(Tensor.of(new int[][] {{0, 1, 1}})))
                .containsExactly(0x000000, 0xffffff, 0xffffff);
        assertThat(pixels(Tensor.of(new int[][] {{0, 1, 1}}).equal(1)))
                .containsExactly(0x000000, 0xffffff, 0xffffff);
        assertThat(pixels(Tensor.of(new int[][] {{0, 1, 255}}).cast(DType.UINT8)))
                .containsExactly(0x000000, 0x010101, 0xffffff);
    }

    @Test
    void aRangeBeginsWithTheSmallerNumber() {
        refuses(
                () -> Plot.image(Tensor.zeros(2, 2)).range(1, 1),
                "ImageGrid: the range of the colours is none\n"
                        + "  received: 1.0 to 1.0      expected: the smaller one first");
        refuses(
                () -> Plot.heatMap(Tensor.zeros(2, 2)).range(1, 0),
                "HeatMap: the range of the colours is none\n"
                        + "  received: 1.0 to 0.0      expected: the smaller one first");
    }

    @Test
    void aTableOfNothingButNaNIsDrawn() {
        var picture = PictureFile.picture(Plot.heatMap(Tensor.full(Double.NaN, Spec.of(2, 2))));
        assertThat(picture.getWidth()).isPositive();
    }

    @Test
    void aHeatMapsRangeCanBeTold() {
        var table = Tensor.of(new double[][] {{5, 6}});
        var darkest = ColorMap.GRAY.rgb(0);
        var map = Plot.heatMap(table).colors(ColorMap.GRAY).rows("a").columns("b", "c");
        assertThat(cells(map, darkest)).isLessThan(1_000);
        assertThat(cells(map.range(5, 6), darkest)).isGreaterThan(1_000);
    }

    private static long cells(HeatMap map, int color) {
        var picture = PictureFile.picture(map);
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(i -> rgb(picture, i % picture.getWidth(), i / picture.getWidth()))
                .filter(c -> c == color)
                .count();
    }

    @Test
    void aRangeAndColoursCanBeTold() {
        var image = Tensor.of(new float[][] {{0, 10}});
        var grid = Plot.image(image).range(0, 10).colors(ColorMap.VIRIDIS).size(100, 60);
        var picture = PictureFile.picture(grid);
        assertThat(rgb(picture, 20, 30)).isEqualTo(0x440154);
        assertThat(rgb(picture, 80, 30)).isEqualTo(0xfde725);
    }

    @Test
    void imagesStandInRowsWithTheirCaptions() {
        var grid = Plot.images(Tensor.zeros(5, 28, 28)).columns(2);
        assertThat(grid.width()).isEqualTo(10 + 2 * (84 + 10));
        assertThat(grid.captions("a", "b", "c", "d", "e").height())
                .isEqualTo(grid.height() + 3 * 20);
        refuses(
                () -> grid.captions("a"),
                "ImageGrid: there is not one caption for each image\n"
                        + "  received: 1      expected: 5");
    }

    @Test
    void whatIsNoImageIsRefused() {
        refuses(
                () -> Plot.image(Tensor.zeros(3)),
                "Plot.image: this is no image\n"
                        + "  received: (3,)      expected: (height, width), or (height, width,"
                        + " channels)");
        refuses(
                () -> Plot.images(Tensor.zeros(2, 4, 4, 5)),
                "Plot.images: this is no image\n"
                        + "  received: (2, 4, 4, 5)      expected: (count, height, width), or"
                        + " (count, height, width, 1, 3 or 4 channels)");
    }

    @Test
    void aConfusionMatrixIsBrightestWhereMostAre() {
        var matrix = ConfusionMatrix.of(Tensor.of(0, 0, 0, 1), Tensor.of(0, 0, 0, 0));
        var named = Plot.confusionMatrix(matrix.names("cat", "dog"));
        assertThat(brightPixels(PictureFile.picture(named))).isGreaterThan(4_000);
        var counts = Plot.confusionMatrix(matrix.counts(), List.of()).values(false);
        assertThat(brightPixels(PictureFile.picture(counts)))
                .isGreaterThan(brightPixels(PictureFile.picture(named)));
    }

    private static long brightPixels(BufferedImage picture) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += rgb(picture, x, y) == 0xfde725 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aTableHasTwoAxesAndANameForEachRow() {
        refuses(
                () -> Plot.heatMap(Tensor.zeros(3)),
                "HeatMap: this is no table\n  received: (3,)      expected: (rows, columns)");
        refuses(
                () -> Plot.heatMap(Tensor.zeros(2, 3)).rows(List.of("a")),
                "HeatMap: there is not one name for each row or column\n"
                        + "  received: 1      expected: 2");
    }

    @Test
    void aRocCurveIsDrawnForEachClass() {
        var curve = RocCurve.of(Tensor.of(0, 0, 1, 1), Tensor.of(0.1, 0.4, 0.35, 0.8));
        assertThat(PictureFile.picture(Plot.roc(curve)).getWidth()).isEqualTo(560);
        var two = Plot.roc(List.of("cat", "dog"), List.of(curve, curve));
        assertThat(PictureFile.picture(two).getHeight()).isEqualTo(520);
        refuses(
                () -> Plot.roc(),
                """
                Plot.roc: there is no curve to draw
                  expected: at least one
                  fix: Plot.roc(RocCurve.of(y, scores))\
                """);
        refuses(
                () -> Plot.roc(List.of("a"), List.of(curve, curve)),
                "Plot.roc: there is not one name for each curve\n"
                        + "  received: 1 names, 2 curves      expected: as many of each");
    }

    private static Sequential network() {
        return Sequential.of(
                Input.of(8, 8, 3),
                Conv2D.of(4, 3).name("conv"),
                Conv2D.of(5, 3).name("conv2"),
                Flatten.of().name("flat"),
                Dense.of(1).name("fc"));
    }

    @Test
    void aHistoryHasAChartForEachMeasure() {
        var model = network();
        model.compile("sgd", "mse", "mae");
        var x = Tensor.zeros(4, 8, 8, 3);
        var y = Tensor.zeros(4, 1);
        var history = model.fit(x, y, Fit.epochs(4).validation(x, y).validationFreq(2).verbose(0));
        assertThat(history.epochs("val_loss")).containsExactly(1, 3);
        assertThat(history.epochs("loss")).containsExactly(0, 1, 2, 3);
        assertThat(Plot.history(history).width()).isEqualTo(2 * 560);
        assertThat(PictureFile.picture(Plot.history(history)).getHeight()).isEqualTo(420);
    }

    @Test
    void aModelShowsItsMapsAndFilters() {
        var model = network();
        var x = Tensor.ones(2, 8, 8, 3);
        assertThat(Plot.activations(model, "conv", x).captions("1", "2", "3", "4").width())
                .isPositive();
        assertThat(Plot.filters(model, "conv").captions("1", "2", "3", "4").width()).isPositive();
        assertThat(PictureFile.picture(Plot.filters(model, "conv2")).getWidth()).isPositive();
        refuses(
                () -> Plot.activations(model, "flat", x),
                "Plot.activations: the layer 'flat' gives no maps\n"
                        + "  received: (1, 80)      expected: (1, height, width, channels)");
        refuses(
                () -> Plot.filters(model, "fc"),
                "Plot.filters: the layer 'fc' has no filters\n"
                        + "  received: (80, 1)      expected: a kernel (height, width, channels,"
                        + " filters)");
    }
}
