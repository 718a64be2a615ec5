package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// The stripes between the points that thresholds draw: (thresholds - 1, …).
record CurveArea(Counts counts, AUC.Curve curve, AUC.SummationMethod method) {
    Tensor stripes() {
        if (curve == AUC.Curve.PR && method == AUC.SummationMethod.INTERPOLATION) {
            return alongPrecision();
        }
        var x = x();
        var y = y();
        return before(x).sub(after(x)).mul(height(before(y), after(y)));
    }

    private Tensor height(Tensor a, Tensor b) {
        return switch (method) {
            case INTERPOLATION -> a.add(b).div(2);
            case MAJORING -> a.maximum(b);
            case MINORING -> a.minimum(b);
        };
    }

    private Tensor x() {
        return switch (curve) {
            case ROC -> Tally.share(counts.fp(), counts.tn());
            case PR -> counts.recall();
            case PRGAIN -> gain(counts.fn(), 0).maximum(0);
        };
    }

    private Tensor y() {
        return switch (curve) {
            case ROC -> counts.recall();
            case PR -> counts.precision();
            case PRGAIN -> gain(counts.fp(), 1);
        };
    }

    /// `1 - positives / negatives · mistakes / tp`.
    private Tensor gain(Tensor mistakes, double ofNothing) {
        var tp = counts.tp();
        var factor = Tally.quotient(tp.add(counts.fn()), counts.tn().add(counts.fp()));
        var one = Tensor.scalar(1, tp.dtype());
        var gain = one.sub(factor.mul(Tally.quotient(mistakes, tp)));
        return Tensor.where(tp.equal(0), Tensor.scalar(ofNothing, tp.dtype()), gain);
    }

    /// Between two points, true positives grow in a straight line with all positives, and precision
    /// does not.
    private Tensor alongPrecision() {
        var tp = counts.tp();
        var p = tp.add(counts.fp());
        var dtp = before(tp).sub(after(tp));
        var slope = Tally.quotient(dtp, before(p).sub(after(p)).maximum(0));
        var intercept = after(tp).sub(slope.mul(after(p)));
        var isSafe = before(p).greater(0).and(after(p).greater(0));
        var one = Tensor.scalar(1, p.dtype());
        var ratio = Tensor.where(isSafe, Tally.quotient(before(p), after(p).maximum(0)), one);
        return Tally.quotient(
                slope.mul(dtp.add(intercept.mul(ratio.log()))),
                after(tp).add(after(counts.fn())).maximum(0));
    }

    private static Tensor before(Tensor x) {
        return x.slice(0, 0, x.dim(0) - 1);
    }

    private static Tensor after(Tensor x) {
        return x.sliceFrom(0, 1);
    }
}
