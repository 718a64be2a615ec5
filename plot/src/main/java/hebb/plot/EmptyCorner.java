package hebb.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.style.Styler.LegendPosition;

/// The corner of a chart where a legend hides least.
final class EmptyCorner {
    private static final double WIDTH = 0.45;
    private static final double HEIGHT = 0.35;
    private static final int STEPS = 50;

    private final double[] xs;
    private final double[] ys;

    private EmptyCorner(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    static LegendPosition of(List<Points> series) {
        var corner =
                new EmptyCorner(
                        range(series.stream().flatMapToDouble(s -> DoubleStream.of(s.x()))),
                        range(series.stream().flatMapToDouble(s -> DoubleStream.of(s.y()))));
        var hidden =
                Map.of(
                        LegendPosition.InsideNE, corner.hidden(series, true, true),
                        LegendPosition.InsideSE, corner.hidden(series, true, false),
                        LegendPosition.InsideNW, corner.hidden(series, false, true),
                        LegendPosition.InsideSW, corner.hidden(series, false, false));
        return hidden.entrySet().stream()
                .min(
                        Map.Entry.<LegendPosition, Long>comparingByValue()
                                .thenComparing(Map.Entry::getKey, Comparator.comparing(Enum::name)))
                .orElseThrow()
                .getKey();
    }

    private static double[] range(DoubleStream values) {
        var summary = values.filter(Double::isFinite).summaryStatistics();
        double length = summary.getMax() - summary.getMin();
        return new double[] {summary.getMin(), length > 0 ? length : 1};
    }

    private long hidden(List<Points> series, boolean east, boolean north) {
        return series.stream().mapToLong(s -> hidden(s, east, north)).sum();
    }

    /// How many of the points, and of places on the lines between them, lie in that corner.
    private long hidden(Points points, boolean east, boolean north) {
        long count = 0;
        int last = points.x().length - 1;
        int steps = points.joined() ? Math.max(1, STEPS / Math.max(1, last)) : 1;
        for (int i = 0; i <= last; i++) {
            for (int step = 0; step < steps; step++) {
                double share = i < last ? (double) step / steps : 0;
                double x = between(points.x(), i, share, xs);
                double y = between(points.y(), i, share, ys);
                boolean beside = east ? x > 1 - WIDTH : x < WIDTH;
                boolean above = north ? y > 1 - HEIGHT : y < HEIGHT;
                count += beside && above ? 1 : 0;
            }
        }
        return count;
    }

    private static double between(double[] values, int i, double share, double[] range) {
        double value = share == 0 ? values[i] : values[i] + share * (values[i + 1] - values[i]);
        return (value - range[0]) / range[1];
    }
}
