package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import java.util.Map;
import java.util.Set;

/// Brings what batch normalization makes of a batch closer to what it makes with the moving
/// statistics: each normalized value is taken times r plus d. Keras: `renorm`.
///
/// Source: Ioffe, "Batch renormalization", arXiv 1702.03275.
record Renormalization(Tensor mean, Tensor stddev, Tensor movingStddev) {
    private static final Set<String> BOUNDS = Set.of("rmax", "rmin", "dmax");

    /// The states, found or made.
    static Renormalization of(Scope s, Shape shape, Initializer mean, Initializer variance) {
        var stddev = new Root(variance);
        var movingStddev = s.state("moving_stddev", shape, stddev);
        return new Renormalization(
                s.state("renorm_mean", shape, mean),
                s.state("renorm_stddev", shape, stddev),
                movingStddev);
    }

    /// What to multiply normalized values by, and what to add. No gradient flows through them.
    record Correction(Tensor r, Tensor d) {}

    /// The correction for a batch, within bounds.
    Correction correction(Statistics batch, double epsilon, Map<String, Double> clipping) {
        var divisor = stddev.maximum(Math.sqrt(epsilon));
        double dmax = bound(clipping, "dmax", Double.POSITIVE_INFINITY);
        return new Correction(
                bounded(
                        batch.stddev(epsilon).div(divisor),
                        bound(clipping, "rmin", Double.NEGATIVE_INFINITY),
                        bound(clipping, "rmax", Double.POSITIVE_INFINITY)),
                bounded(batch.mean().sub(mean).div(divisor), -dmax, dmax));
    }

    private static Tensor bounded(Tensor x, double low, double high) {
        var above = Double.isInfinite(low) ? x : x.maximum(low);
        return (Double.isInfinite(high) ? above : above.minimum(high)).stopGradient();
    }

    private static double bound(Map<String, Double> clipping, String name, double none) {
        return clipping.getOrDefault(name, none);
    }

    /// Moves the states towards a batch.
    void update(Scope s, Statistics batch, double epsilon, double momentum, double renormMomentum) {
        var deviation = batch.stddev(epsilon);
        s.update("renorm_mean", moved(mean, batch.mean(), renormMomentum));
        s.update("renorm_stddev", moved(stddev, deviation, renormMomentum));
        var moving = moved(movingStddev, deviation, momentum);
        s.update("moving_stddev", moving);
        s.update("moving_variance", moving.square().sub(epsilon).relu());
    }

    /// A moving average's next value.
    static Tensor moved(Tensor moving, Tensor batch, double momentum) {
        return moving.mul(momentum).add(batch.mul(1 - momentum));
    }

    static Map<String, Double> checked(Map<String, Double> clipping) {
        boolean isKnown = BOUNDS.containsAll(clipping.keySet());
        double rmin = bound(clipping, "rmin", Double.NEGATIVE_INFINITY);
        if (!isKnown
                || rmin > bound(clipping, "rmax", Double.POSITIVE_INFINITY)
                || bound(clipping, "dmax", 0) < 0) {
            throw HebbException.of("BatchNormalization", "renorm_clipping has no such bounds")
                    .received(clipping)
                    .expected("rmax, rmin of at most that, dmax of 0 or more, or some of them");
        }
        return Map.copyOf(clipping);
    }

    /// The root of another initializer's values.
    private record Root(Initializer variance) implements Initializer {
        @Override
        public Tensor of(Shape shape, Randoms random) {
            return variance.of(shape, random).sqrt();
        }

        @Override
        public Options options() {
            return variance.options();
        }
    }
}
