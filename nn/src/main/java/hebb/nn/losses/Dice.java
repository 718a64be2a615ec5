package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `1 - 2 · Σ yTrue · yPred / (Σ yTrue + Σ yPred)`: how little two areas overlap.
///
/// - labels and predictions: (batch, …), of one shape, from 0 to 1
///
/// Default: `axis` all axes. Source: Sørensen, 1948; Dice, 1945.
public final class Dice extends Overlap<Dice> {
    private Dice() {
        super("dice");
    }

    /// Over the whole batch.
    public static Dice of() {
        return new Dice();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = labels(yTrue, yPred);
        return missing(sum(y.mul(yPred)).mul(2), sum(y).add(sum(yPred)));
    }

    @Override
    public Options options() {
        return super.options().and(axes());
    }
}
