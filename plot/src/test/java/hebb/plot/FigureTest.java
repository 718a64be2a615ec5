package hebb.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    private static final int BLUE = 0x1f77b4;
    private static final int ORANGE = 0xff7f0e;

    @TempDir private Path folder = Path.of("");

    private static BufferedImage picture(Figure<?> figure) {
        return PictureFile.picture(figure);
    }

    private static long count(BufferedImage picture, IntPredicate color) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff)
                .filter(color)
                .count();
    }

    private static long count(BufferedImage picture, int color) {
        return count(picture, c -> c == color);
    }

    private static long ink(Figure<?> figure) {
        return count(picture(figure), c -> c != 0xffffff);
    }

    private static Chart chart() {
        return Plot.lines().line("a", 0, 1, 4, 9).line("b", 9, 4, 1, 0);
    }

    private static void refuses(Supplier<Figure<?>> figure, String message) {
        assertThatThrownBy(() -> PictureFile.picture(figure.get()))
                .isInstanceOf(HebbException.class)
                .hasMessage(message);
    }

    /// What a training that ran away leaves.
    @Test
    void nothingButNaNIsAnEmptyFrame() throws IOException {
        double nan = Double.NaN;
        for (var frame :
                List.of(
                        Plot.lines().line("loss", nan, nan, Double.POSITIVE_INFINITY),
                        Plot.lines().line("loss", nan).logY(true),
                        Plot.bars("a", "b").bars("loss", nan, nan))) {
            var picture = picture(frame);
            assertThat(count(picture, c -> c != 0xffffff)).isBetween(500L, 20_000L);
            assertThat(count(picture, BLUE)).isLessThan(50);
        }
        var mixed = Plot.lines().line("loss", nan, nan).line("other", 1, 2).legend(false);
        assertThat(count(picture(mixed), ORANGE)).isGreaterThan(100);
    }

    @Test
    void pointsWithoutAPlaceAreLeftOut() {
        double[] x = {0, 1, Double.NaN, Double.POSITIVE_INFINITY, 2};
        double[] y = {0, 1, 5, 5, 2};
        var chart = Plot.lines().line("a", x, y).size(300, 200);
        var without = Plot.lines().line("a", new double[] {0, 1, 2}, new double[] {0, 1, 2});
        assertThat(ink(chart)).isEqualTo(ink(without.size(300, 200)));
        refuses(
                () -> Plot.lines().line("a", new double[] {Double.NaN}, new double[] {1}),
                "Chart 'a': no x is a finite number\n"
                        + "  received: [NaN]      expected: at least one");
    }

    @Test
    void isSavedInItsSize() throws IOException {
        var file = folder.resolve("chart.png");
        chart().size(300, 200).save(file);
        var read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(300);
        assertThat(read.getHeight()).isEqualTo(200);
        assertThat(folder.toFile().list()).containsExactly("chart.png");
    }

    @Test
    void isSavedInKnownFormatsOnly() {
        assertThatThrownBy(() -> chart().save("chart.bmp"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "chart.bmp: a figure cannot be saved so\n"
                                + "  received: bmp      expected: .png");
    }

    @Test
    void hasNoSizeThatIsNone() {
        refuses(
                () -> chart().size(0, 10),
                "Figure: a picture cannot have that size\n"
                        + "  received: 0 x 10      expected: 1 to 16384 pixels");
    }

    @Test
    void drawsEachLineInItsColour() {
        var picture = picture(chart());
        assertThat(count(picture, BLUE)).isGreaterThan(200);
        assertThat(count(picture, ORANGE)).isGreaterThan(200);
        assertThat(count(picture, 0xd62728)).isZero();
        assertThat(picture.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
        assertThat(count(picture(chart().colors("#d62728")), 0xd62728)).isGreaterThan(200);
    }

    @Test
    void changesCopiesOnly() {
        var plain = chart();
        long before = ink(plain);
        assertThat(ink(plain.title("Squares").xLabel("x").yLabel("y"))).isNotEqualTo(before);
        assertThat(ink(plain.grid(false))).isLessThan(before);
        assertThat(ink(plain.legend(false))).isNotEqualTo(before);
        assertThat(ink(plain.line("c", 5))).isNotEqualTo(before);
        assertThat(ink(plain)).isEqualTo(before);
    }

    @Test
    void putsTheLegendWhereNothingIs() {
        var down = IntStream.range(1, 60).mapToDouble(i -> 1.0 / i).toArray();
        var up = IntStream.range(1, 60).mapToDouble(i -> -1.0 / i).toArray();
        var falling = picture(Plot.lines().line("loss", down));
        var rising = picture(Plot.lines().line("accuracy", up));
        assertThat(count(falling.getSubimage(360, 0, 360, 240), BLUE)).isGreaterThan(20);
        assertThat(count(rising.getSubimage(360, 240, 360, 240), BLUE)).isGreaterThan(20);
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        var broken = Plot.lines().line("loss", 1, Double.NaN, Double.POSITIVE_INFINITY, 2);
        assertThat(count(picture(broken), BLUE)).isPositive();
    }

    @Test
    void drawsOnePointAndEqualValues() {
        assertThat(count(picture(Plot.lines().line("", 0.5)), BLUE)).isPositive();
        assertThat(count(picture(Plot.lines().line("", 2, 2, 2)), BLUE)).isGreaterThan(200);
    }

    @Test
    void drawsTensorsPointsAndBars() {
        var x = Tensor.linspace(-1, 1, 50);
        assertThat(count(picture(Plot.lines().line("square", x, x.square())), BLUE))
                .isGreaterThan(200);
        assertThat(count(picture(Plot.scatter(x, x.square())), BLUE)).isGreaterThan(200);
        var bars = Plot.bars(List.of("SGD", "Adam")).bars("train", 1, 2).bars("test", 2, 1);
        assertThat(count(picture(bars), BLUE)).isGreaterThan(10_000);
        assertThat(count(picture(bars.values(true)), ORANGE)).isGreaterThan(10_000);
    }

    @Test
    void hasAsManyXAsY() {
        refuses(
                () -> Plot.lines().line("a", new double[2], new double[3]),
                "Chart 'a': there is not one y for each x\n"
                        + "  received: 2 x, 3 y      expected: as many of each, at least one");
        refuses(
                () -> Plot.bars(List.of("SGD", "Adam"), 1),
                "BarChart '': there is not one value for each name\n"
                        + "  received: 1      expected: 2");
    }

    @Test
    void saysWhatItCannotDraw() {
        refuses(
                () -> Plot.lines(),
                "Chart: there is nothing to draw\n  fix: chart.line(\"loss\", losses)");
        refuses(
                () -> chart().logY(true),
                "Chart 'a': a logarithmic axis has no place for 0 and below\n"
                        + "  fix: chart.logY(false), or leave these values out");
        refuses(
                () -> chart().yLimits(1, 0),
                "Chart: the limits of an axis are no range\n"
                        + "  received: 1.0 to 0.0      expected: the smaller one first");
        refuses(
                () -> chart().colors("red"),
                "Chart.colors: that is no colour\n  received: 'red'      expected: #rrggbb");
    }

    @Test
    void writesNumbersShortly() {
        assertThat(Style.number(0.05)).isEqualTo("0.05");
        assertThat(Style.number(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Style.number(-1500)).isEqualTo("-1500");
        assertThat(Style.number(0)).isEqualTo("0");
        assertThat(Style.number(3e-9)).isEqualTo("3E-9");
    }

    @Test
    void standSideBySide() {
        var row = Plot.panels(chart().size(200, 100), chart().size(300, 150), chart());
        assertThat(picture(row).getWidth()).isEqualTo(3 * 720);
        var grid = row.columns(2).title("Three");
        assertThat(picture(grid).getHeight()).isEqualTo(44 + 2 * 480);
    }
}
