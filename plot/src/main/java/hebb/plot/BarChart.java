package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/// A bar for each of some names, or several beside each other.
public final class BarChart extends Figure<BarChart> {
    private static final int MANY_LETTERS = 60;

    private final List<String> names;
    private List<Bars> series = List.of();
    private String xLabel = "";
    private String yLabel = "";
    private boolean values;

    BarChart(List<String> names) {
        this.names = List.copyOf(names);
    }

    private record Bars(String label, List<Double> values) {}

    /// Adds a bar for each name; none where the value is not finite.
    public BarChart bars(String label, double... values) {
        if (values.length != names.size()) {
            throw HebbException.of(
                            "BarChart '" + label + "'", "there is not one value for each name")
                    .received(values.length)
                    .expected(names.size());
        }
        var added =
                new Bars(
                        label,
                        Arrays.stream(values)
                                .map(v -> Double.isFinite(v) ? v : Double.NaN)
                                .boxed()
                                .toList());
        return with(c -> c.series = Stream.concat(series.stream(), Stream.of(added)).toList());
    }

    /// Adds a bar for each name.
    public BarChart bars(String label, Tensor values) {
        return bars(label, values.toDoubles());
    }

    /// What stands below the x axis.
    public BarChart xLabel(String xLabel) {
        return with(c -> c.xLabel = xLabel);
    }

    /// What stands beside the y axis.
    public BarChart yLabel(String yLabel) {
        return with(c -> c.yLabel = yLabel);
    }

    /// Whether each bar tells its value. Default: no.
    public BarChart values(boolean values) {
        return with(c -> c.values = values);
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
            throw HebbException.of("BarChart", "there is nothing to draw")
                    .fix("chart.bars(\"accuracy\", values)");
        }
        var chart = new CategoryChart(width, height);
        chart.setTitle(title());
        chart.setXAxisTitle(xLabel);
        chart.setYAxisTitle(yLabel);
        for (int i = 0; i < series.size(); i++) {
            var bars = series.get(i);
            var drawn = chart.addSeries(String.valueOf(i), names, bars.values());
            drawn.setLabel(bars.label()).setShowInLegend(!bars.label().isEmpty());
            drawn.setFillColor(Style.color(i));
        }
        var style = chart.getStyler();
        Style.apply(style, true);
        style.setPlotGridVerticalLinesVisible(false);
        if (series.stream().flatMap(b -> b.values().stream()).noneMatch(Double::isFinite)) {
            style.setYAxisMin(0.0);
            style.setYAxisMax(1.0);
        }
        style.setLegendVisible(series.size() > 1);
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setAvailableSpaceFill(series.size() > 1 ? 0.8 : 0.6);
        int letters = names.size() * names.stream().mapToInt(String::length).max().orElse(0);
        style.setXAxisMaxLabelCount(names.size());
        style.setXAxisLabelRotation(letters > MANY_LETTERS ? 45 : 0);
        style.setLabelsVisible(values);
        style.setLabelsFont(Style.SMALL);
        style.setLabelsPosition(1.05);
        style.setLabelsFontColorAutomaticEnabled(false);
        chart.paint(g, width, height);
    }
}
