package hebb.plot;

import hebb.core.shape.HebbException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Numbers at places, joined by a line or not. A number that is not finite is a gap; one at a place
/// that is not finite is left out.
final class Points {
    private final String label;
    private final double[] x;
    private final double[] y;
    private final boolean joined;
    private final boolean dashed;

    Points(String label, double[] x, double[] y, boolean joined, boolean dashed) {
        if (x.length != y.length || x.length == 0) {
            throw HebbException.of("Chart '" + label + "'", "there is not one y for each x")
                    .received(x.length + " x, " + y.length + " y")
                    .expected("as many of each, at least one");
        }
        this.label = label;
        var seen = IntStream.range(0, x.length).filter(i -> Double.isFinite(x[i])).toArray();
        if (seen.length == 0) {
            throw HebbException.of("Chart '" + label + "'", "no x is a finite number")
                    .received(Arrays.toString(x))
                    .expected("at least one");
        }
        this.x = IntStream.of(seen).mapToDouble(i -> x[i]).toArray();
        this.y =
                IntStream.of(seen)
                        .mapToDouble(i -> Double.isFinite(y[i]) ? y[i] : Double.NaN)
                        .toArray();
        this.joined = joined;
        this.dashed = dashed;
    }

    String label() {
        return label;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /// Whether there is anything to be seen.
    boolean isSeen() {
        return Arrays.stream(y).anyMatch(Double::isFinite);
    }

    boolean joined() {
        return joined;
    }

    boolean dashed() {
        return dashed;
    }
}
