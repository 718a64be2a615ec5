package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Lines and points over an x axis and a y axis.
///
/// {@snippet :
/// Plot.lines()
///         .line("sigmoid", x, x.sigmoid())
///         .line("tanh", x, x.tanh())
///         .title("Activations").xLabel("x").yLabel("y")
///         .save("activations.png");
/// }
///
/// Defaults: a grid, and a legend in the corner that is emptiest if there is any label.
public final class Chart extends Figure<Chart> {
    private static final int FEW_POINTS = 20;
    private static final BasicStroke DASHES =
            new BasicStroke(
                    1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 5}, 0);

    private List<Points> series = List.of();
    private List<Color> colors = List.of();
    private String xLabel = "";
    private String yLabel = "";
    private boolean legend = true;
    private boolean grid = true;
    private boolean logX;
    private boolean logY;
    private Optional<double[]> xLimits = Optional.empty();
    private Optional<double[]> yLimits = Optional.empty();

    Chart() {}

    // ---- what is drawn

    /// Adds a line through these values, one after the other from x = 0.
    public Chart line(String label, double... y) {
        return line(label, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
    }

    /// Adds a line through these values, one after the other from x = 0.
    public Chart line(String label, List<? extends Number> y) {
        return line(label, y.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /// Adds a line through these values, one after the other from x = 0.
    public Chart line(String label, Tensor y) {
        return line(label, y.toDoubles());
    }

    /// Adds a line through these points.
    public Chart line(String label, double[] x, double[] y) {
        return add(new Points(label, x, y, true, false));
    }

    /// Adds a line through these points.
    public Chart line(String label, Tensor x, Tensor y) {
        return line(label, x.toDoubles(), y.toDoubles());
    }

    /// Adds a dashed line, to compare others with.
    public Chart dashed(String label, double[] x, double[] y) {
        return add(new Points(label, x, y, true, true));
    }

    /// Adds points.
    public Chart scatter(String label, double[] x, double[] y) {
        return add(new Points(label, x, y, false, false));
    }

    /// Adds points.
    public Chart scatter(String label, Tensor x, Tensor y) {
        return scatter(label, x.toDoubles(), y.toDoubles());
    }

    private Chart add(Points points) {
        return with(c -> c.series = Stream.concat(series.stream(), Stream.of(points)).toList());
    }

    // ---- how it looks

    /// What stands below the x axis.
    public Chart xLabel(String xLabel) {
        return with(c -> c.xLabel = xLabel);
    }

    /// What stands beside the y axis.
    public Chart yLabel(String yLabel) {
        return with(c -> c.yLabel = yLabel);
    }

    /// Whether there is a legend. Default: if there is any label.
    public Chart legend(boolean legend) {
        return with(c -> c.legend = legend);
    }

    /// Whether there is a grid. Default: there is.
    public Chart grid(boolean grid) {
        return with(c -> c.grid = grid);
    }

    /// Whether the x axis shows powers of ten at equal distances. Default: no.
    public Chart logX(boolean logX) {
        return with(c -> c.logX = logX);
    }

    /// Whether the y axis shows powers of ten at equal distances. Default: no.
    public Chart logY(boolean logY) {
        return with(c -> c.logY = logY);
    }

    /// Where the x axis begins and ends. Default: where the numbers do.
    public Chart xLimits(double from, double to) {
        return with(c -> c.xLimits = Optional.of(limits(from, to)));
    }

    /// Where the y axis begins and ends. Default: where the numbers do.
    public Chart yLimits(double from, double to) {
        return with(c -> c.yLimits = Optional.of(limits(from, to)));
    }

    private static double[] limits(double from, double to) {
        return range("Chart", "the limits of an axis are no range", from, to);
    }

    /// The colours of lines and points, in their order, as on web pages: `#d62728`.
    public Chart colors(String... colors) {
        return with(c -> c.colors = Arrays.stream(colors).map(Chart::color).toList());
    }

    private static Color color(String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw HebbException.of("Chart.colors", "that is no colour")
                    .received("'" + text + "'")
                    .expected("#rrggbb");
        }
        return Color.decode(text);
    }

    @Override
    int ownWidth() {
        return 720;
    }

    @Override
    int ownHeight() {
        return 480;
    }

    @Override
    void draw(Graphics2D g, int width, int height) {
        if (series.isEmpty()) {
            throw HebbException.of("Chart", "there is nothing to draw")
                    .fix("chart.line(\"loss\", losses)");
        }
        requirePositive();
        var chart = new XYChart(width, height);
        chart.setTitle(title());
        chart.setXAxisTitle(xLabel);
        chart.setYAxisTitle(yLabel);
        for (int i = 0; i < series.size(); i++) {
            addTo(chart, series.get(i), i);
        }
        style(chart);
        chart.paint(g, width, height);
    }

    private void requirePositive() {
        for (var points : series) {
            boolean wrong =
                    (logX && Arrays.stream(points.x()).anyMatch(v -> v <= 0))
                            || (logY && Arrays.stream(points.y()).anyMatch(v -> v <= 0));
            if (wrong) {
                throw HebbException.of(
                                "Chart '" + points.label() + "'",
                                "a logarithmic axis has no place for 0 and below")
                        .fix("chart.logY(false), or leave these values out");
            }
        }
    }

    private void addTo(XYChart chart, Points points, int number) {
        var drawn = chart.addSeries(String.valueOf(number), points.x(), points.y());
        drawn.setLabel(points.label());
        drawn.setShowInLegend(!points.label().isEmpty());
        var color = number < colors.size() ? colors.get(number) : Style.color(number);
        drawn.setLineColor(color);
        drawn.setMarkerColor(color);
        drawn.setMarker(SeriesMarkers.CIRCLE);
        drawn.setXYSeriesRenderStyle(
                points.joined() ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter);
        if (points.dashed()) {
            drawn.setLineStyle(DASHES);
            drawn.setLineColor(Color.GRAY);
        } else {
            drawn.setLineWidth(2);
        }
        if (points.joined() && (points.dashed() || points.y().length > FEW_POINTS)) {
            drawn.setMarker(SeriesMarkers.NONE);
        }
    }

    private void style(XYChart chart) {
        var style = chart.getStyler();
        Style.apply(style, grid);
        style.setLegendVisible(legend && series.stream().anyMatch(s -> !s.label().isEmpty()));
        style.setLegendPosition(EmptyCorner.of(series));
        style.setXAxisLogarithmic(logX);
        style.setYAxisLogarithmic(logY);
        if (series.stream().noneMatch(Points::isSeen)) {
            // an empty frame: without a number XChart counts from one end of all doubles to the
            // other
            style.setYAxisMin(1.0);
            style.setYAxisMax(10.0);
        }
        xLimits.ifPresent(l -> {
            style.setXAxisMin(l[0]);
            style.setXAxisMax(l[1]);
        });
        yLimits.ifPresent(l -> {
            style.setYAxisMin(l[0]);
            style.setYAxisMax(l[1]);
        });
        if (!logX && series.stream().allMatch(s -> isCount(s.x()))) {
            style.setXAxisTickLabelsFormattingFunction(Chart::whole);
        } else {
            style.setXAxisTickLabelsFormattingFunction(Style::number);
            addOutOfStep(chart);
        }
    }

    /// Below evenly spaced points XChart writes some of their own x, however odd; with a point out
    /// of step, which nobody sees, it writes round numbers.
    private void addOutOfStep(XYChart chart) {
        var x = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).summaryStatistics();
        var y =
                series.stream()
                        .flatMapToDouble(s -> Arrays.stream(s.y()))
                        .filter(Double::isFinite)
                        .findFirst();
        if (y.isPresent() && x.getMin() < x.getMax()) {
            double at = x.getMin() + (x.getMax() - x.getMin()) / Math.PI;
            var hidden =
                    chart.addSeries(
                            "out of step", new double[] {at}, new double[] {y.getAsDouble()});
            hidden.setMarker(SeriesMarkers.NONE);
            hidden.setLineStyle(SeriesLines.NONE);
            hidden.setShowInLegend(false);
        }
    }

    private static boolean isCount(double[] x) {
        return x.length <= FEW_POINTS && Arrays.stream(x).allMatch(v -> v == Math.rint(v));
    }

    /// Between two epochs there is nothing.
    private static String whole(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : "";
    }
}
