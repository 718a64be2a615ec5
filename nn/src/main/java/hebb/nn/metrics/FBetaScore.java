package hebb.nn.metrics;

import hebb.nn.Options;
import hebb.nn.check.Require;

/// A mean of precision and recall, of which recall counts `beta` times as much: `(1 + beta²) ·
/// precision · recall / (beta² · precision + recall)`.
///
/// - labels and predictions: (batch, classes)
///
/// Defaults: `beta` 1; a number for each class; yes for the largest prediction of a sample.
public final class FBetaScore extends FScore<FBetaScore> {
    private double beta = 1;

    private FBetaScore() {
        super("fbeta_score");
    }

    /// A number for each class, with `beta` 1.
    public static FBetaScore of() {
        return new FBetaScore();
    }

    /// With recall counting so many times as much as precision. Default: 1.
    public FBetaScore beta(double beta) {
        return with(m -> m.beta = Require.positive("FBetaScore", "beta", beta));
    }

    @Override
    double beta() {
        return beta;
    }

    @Override
    public Options options() {
        return super.options()
                .and(average())
                .and("beta", double.class, beta, v -> beta = v)
                .and(threshold());
    }
}
