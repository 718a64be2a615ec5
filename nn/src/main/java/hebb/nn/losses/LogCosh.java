package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean(log(cosh(yPred - yTrue)))`, over the last axis: like a square where the error is small,
/// like its absolute value where it is large.
public final class LogCosh extends Loss<LogCosh> {
    private LogCosh() {
        super("log_cosh");
    }

    /// The mean over the batch.
    public static LogCosh of() {
        return new LogCosh();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var x = yPred.sub(labels(yTrue, yPred));
        return x.add(x.mul(-2).softplus()).sub(Math.log(2)).mean(-1);
    }
}
