package hebb.nn.losses;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// `log(1 + Σ exp(γ · wₚ · (dₚ - m)) · Σ exp(γ · wₙ · (1 - m - dₙ)))`: draws samples of one class
/// together and those of others apart, the more the further they are from where they should be,
/// with cosine distances d to all other samples of the batch, `wₚ = d + m` and `wₙ = 1 + m - d`.
///
/// - labels: (batch) or (batch, 1), class numbers
/// - predictions: (batch, features), of length 1
///
/// Samples without another one of their class, or of another class, do not count. Defaults: `gamma`
/// 80, `margin` m 0.4, `removeDiagonal`. Source: Sun and others, arXiv 2002.10857.
public final class Circle extends Loss<Circle> {
    private double gamma = 80;
    private double margin = 0.4;
    private boolean removeDiagonal = true;

    private Circle() {
        super("circle");
    }

    /// With `gamma` 80 and `margin` 0.4.
    public static Circle of() {
        return new Circle();
    }

    /// With distances times this. Default: 80.
    public Circle gamma(double gamma) {
        return with(l -> l.gamma = gamma);
    }

    /// With samples of one class this far from each other at most. Default: 0.4.
    public Circle margin(double margin) {
        return with(l -> l.margin = margin);
    }

    /// Whether a sample's distance to itself is left out. Default: it is.
    public Circle removeDiagonal(boolean remove) {
        return with(l -> l.removeDiagonal = remove);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var distances = CrossEntropy.rest(yPred.matmul(yPred.transpose())).maximum(0);
        var labels = column(yTrue);
        var same = labels.equal(labels.transpose());
        var positive = removeDiagonal ? same.and(diagonal(yPred.dim(0)).not()) : same;
        var near = distances.add(margin).mul(positive.cast(yPred.dtype())).maximum(0);
        var far = distances.neg().add(1 + margin).mul(same.not().cast(yPred.dtype())).maximum(0);
        var pulls = near.mul(-gamma).mul(distances.neg().add(margin));
        var pushes = far.mul(gamma).mul(distances.neg().add(1 - margin));
        var counts = positive.any(1).and(same.not().any(1));
        var both = logSum(pulls, positive).add(logSum(pushes, same.not()));
        return Tensor.where(counts, both.softplus(), Tensor.scalar(0, yPred.dtype()));
    }

    private Tensor column(Tensor yTrue) {
        if (yTrue.rank() > 2 || (yTrue.rank() == 2 && yTrue.dim(1) != 1)) {
            throw HebbException.of(className(), "labels are no class numbers")
                    .received("labels " + yTrue.shape())
                    .expected("(batch) or (batch, 1)");
        }
        var numbers = yTrue.cast(DType.INT32);
        return numbers.rank() == 1 ? numbers.expandDims(1) : numbers;
    }

    private static Tensor diagonal(int n) {
        return Tensor.eye(n).notEqual(0);
    }

    /// The logarithm of the sum of the exponentials of a row, of those that count; 0 if none does.
    private static Tensor logSum(Tensor x, Tensor counts) {
        var lowest = Tensor.scalar(-Float.MAX_VALUE, x.dtype());
        var top = Tensor.where(counts, x, lowest).maxKeepDims(1).stopGradient();
        var zero = Tensor.scalar(0, x.dtype());
        var sum = Tensor.where(counts, Tensor.where(counts, x.sub(top), zero).exp(), zero).sum(1);
        var any = counts.any(1);
        var log = Tensor.where(any, sum, Tensor.scalar(1, x.dtype())).log();
        return Tensor.where(any, log.add(top.squeeze(1)), zero);
    }

    @Override
    protected Optional<Tensor> valid(Tensor yTrue, Tensor values) {
        return Optional.of(values.greater(0));
    }

    @Override
    public Options options() {
        return super.options()
                .and("gamma", double.class, gamma, v -> gamma = v)
                .and("margin", double.class, margin, v -> margin = v)
                .and("remove_diagonal", boolean.class, removeDiagonal, v -> removeDiagonal = v);
    }
}
