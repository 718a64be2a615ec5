package hebb.plot;

import hebb.core.shape.HebbException;

/// Numbers at places, joined by a line or not; what is not finite is left out.
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
        this.x = x.clone();
        this.y = y.clone();
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

    boolean joined() {
        return joined;
    }

    boolean dashed() {
        return dashed;
    }
}
