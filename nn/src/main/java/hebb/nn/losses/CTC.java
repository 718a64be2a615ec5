package hebb.nn.losses;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.math.Classes;
import java.util.List;

/// `-log p` of a sequence of labels, whichever way predictions over time spell it: with each label
/// once or several times in a row, and blanks, which are class 0, before, between and after.
///
/// - labels: (batch, length), class numbers from 1; 0 fills the rows up
/// - predictions: (batch, time, classes), logits
///
/// Source: Graves and others, "Connectionist temporal classification", 2006.
public final class CTC extends Loss<CTC> {
    /// The logarithm of a probability that is 0, but for its gradient.
    private static final double NEVER = -1e30;

    private CTC() {
        super("ctc");
    }

    /// The mean over the batch.
    public static CTC of() {
        return new CTC();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (yTrue.rank() != 2 || yPred.rank() != 3) {
            throw HebbException.of(className(), "labels or predictions have another form")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("labels (batch, length), predictions (batch, time, classes)");
        }
        var labels = yTrue.cast(DType.INT32);
        var spelled = spelled(labels);
        var logs = yPred.logSoftmax();
        var emitted = logs.matmul(Classes.named(spelled, logs).cast(logs.dtype()).swapAxes(1, 2));
        var ends = forward(spelled, emitted.swapAxes(0, 1));
        return logSum(Tensor.where(isLast(labels, ends), ends, never(ends))).neg();
    }

    /// A blank before each label, and one behind the last: (batch, 2 · length + 1).
    private static Tensor spelled(Tensor labels) {
        int batch = labels.dim(0);
        var blanks = Tensor.zeros(new Spec(Shape.of(batch, labels.dim(1), 1), DType.INT32));
        var pairs = Tensor.concat(2, blanks, labels.expandDims(2)).reshape(batch, -1);
        return Tensor.concat(1, pairs, blanks.slice(1, 0, 1).reshape(batch, 1));
    }

    /// The logarithms of the probabilities of having come to each place of what is spelled.
    private static Tensor forward(Tensor spelled, Tensor emitted) {
        var isNew = spelled.notEqual(0).and(spelled.notEqual(shifted(spelled, 2, 0)));
        var places = Tensor.iota(new Spec(spelled.shape(), DType.INT32), 1);
        var zero = Tensor.scalar(0, emitted.dtype());
        var before = Tensor.where(places.equal(0), zero, Tensor.scalar(NEVER, emitted.dtype()));
        return Scanned.over(
                        List.of(emitted),
                        List.of(before),
                        false,
                        (states, at) -> {
                            var here = states.getFirst();
                            var leapt = shifted(here, 2, NEVER);
                            var ways =
                                    Tensor.concat(
                                            0,
                                            here.expandDims(0),
                                            shifted(here, 1, NEVER).expandDims(0),
                                            Tensor.where(isNew, leapt, never(leapt)).expandDims(0));
                            var next = logSum(ways.transpose(1, 2, 0)).add(at.getFirst());
                            return new Scanned(List.of(), List.of(next));
                        })
                .states()
                .getFirst();
    }

    /// A sequence is spelled when its last label is, or the blank behind it.
    private static Tensor isLast(Tensor labels, Tensor ends) {
        var last = labels.notEqual(0).cast(DType.INT32).sum(1).mul(2).expandDims(1);
        var places = Tensor.iota(new Spec(ends.shape(), DType.INT32), 1);
        return places.equal(last).or(places.equal(last.sub(1)));
    }

    private static Tensor shifted(Tensor x, int by, double filler) {
        return x.pad(List.of(0, by), List.of(0, 0), filler).slice(1, 0, x.dim(1));
    }

    private static Tensor never(Tensor like) {
        return Tensor.scalar(NEVER, like.dtype());
    }

    private static Tensor logSum(Tensor x) {
        var top = x.maxKeepDims(-1).stopGradient();
        return x.sub(top).exp().sum(-1).log().add(top.squeeze(-1));
    }
}
