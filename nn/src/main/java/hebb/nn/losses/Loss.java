package hebb.nn.losses;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Ranks;
import hebb.nn.math.SampleWeights;
import hebb.nn.metrics.MeanMetric;
import hebb.nn.words.LossWords;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// How wrong predictions are: one number that training makes small. Also a metric: then the mean
/// over the samples of an epoch.
///
/// One of your own is a final class that extends this one and says in [#call] what one sample, or
/// each part of it, costs:
///
/// {@snippet file="hebb/nn/losses/LossTest.java" region="own"}
///
/// @param <S> the class itself
public abstract class Loss<S extends Loss<S>> extends MeanMetric<S> {
    private Reduction reduction = Reduction.SUM_OVER_BATCH_SIZE;

    /// A loss of this name, until it is given another one.
    protected Loss(String name) {
        this(name, Direction.DOWN);
    }

    /// A loss of this name, which as a metric has another direction than down.
    protected Loss(String name, Direction asMetric) {
        super(name, asMetric);
    }

    /// The loss that Keras's word chooses: a class's name in snake case, or one of its short names.
    /// It goes by that word, as it is written.
    ///
    /// @throws HebbException if there is none
    public static Loss<?> of(String word) {
        return LossWords.of(word);
    }

    /// The loss that a function of labels and predictions gives: (batch, …) of a number for each
    /// sample, or several.
    public static Loss<?> of(String name, BinaryOperator<Tensor> function) {
        return new FunctionLoss(name, function);
    }

    /// The cross-entropy that fits the shapes: of one output, [BinaryCrossentropy]; of class
    /// numbers, [SparseCategoricalCrossentropy]; else [CategoricalCrossentropy]. Keras:
    /// `"crossentropy"`.
    public static Loss<?> crossentropy() {
        return new ShapedCrossentropy();
    }

    /// This loss, its batches reduced so. Default: the mean over all numbers of the batch.
    public final S reduction(Reduction reduction) {
        return with(l -> ((Loss<?>) l).reduction = reduction);
    }

    /// How the losses of a batch become one number.
    public final Reduction reduction() {
        return reduction;
    }

    /// The loss of a batch: one number, unless the reduction is none.
    public final Tensor of(Tensor yTrue, Tensor yPred) {
        return of(yTrue, yPred, Optional.empty(), Optional.empty());
    }

    /// The loss of a batch of which each sample, or each part of it, counts as much as its weight
    /// says, and not at all where the mask (bool) does not hold.
    public final Tensor of(
            Tensor yTrue, Tensor yPred, Optional<Tensor> weight, Optional<Tensor> mask) {
        var labels = Ranks.like(yTrue, yPred);
        var values = call(labels, Ranks.like(typed(yPred), yTrue));
        var both = SampleWeights.both(mask, valid(labels, values));
        var type = values.dtype();
        var counts =
                SampleWeights.masked(
                        weight.map(w -> w.cast(type)), both.map(m -> scaled(m, values)));
        return reduced(values, counts);
    }

    /// Masked means are over what the mask leaves: a mask is worth more the less it leaves.
    private Tensor scaled(Tensor mask, Tensor values) {
        var ones = mask.cast(values.dtype());
        return switch (reduction) {
            case SUM_OVER_BATCH_SIZE, MEAN -> {
                var share = ones.mean();
                yield ones.div(Tensor.where(share.equal(0), share.add(1), share));
            }
            case MEAN_WITH_SAMPLE_WEIGHT, SUM, NONE -> ones;
        };
    }

    private Tensor reduced(Tensor values, Optional<Tensor> counts) {
        var weighted = counts.map(c -> Ranks.like(values, c).mul(SampleWeights.spread(c, values)));
        var losses = weighted.orElse(values);
        if (losses.rank() == 0) {
            return losses;
        }
        return switch (reduction) {
            case SUM_OVER_BATCH_SIZE, MEAN -> losses.mean();
            case MEAN_WITH_SAMPLE_WEIGHT ->
                    counts.map(c -> quotient(losses.sum(), c.sum())).orElseGet(losses::mean);
            case SUM -> losses.sum();
            case NONE -> losses;
        };
    }

    private static Tensor quotient(Tensor sum, Tensor count) {
        return Tensor.where(count.equal(0), count, sum.div(count));
    }

    /// What each sample costs, or each part of one: (batch, …). Labels have the predictions' number
    /// of axes, if they had one of length 1 more or less.
    @Override
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    /// Looks at a batch's labels before it is trained on, and says which sample is wrong. Default:
    /// any labels will do.
    ///
    /// @throws HebbException if labels cannot be those of predictions of that spec
    public void check(Tensor labels, Spec predictions) {}

    /// The labels in the predictions' type, for losses that compare the two element by element.
    ///
    /// @throws HebbException if their shapes differ
    protected final Tensor labels(Tensor yTrue, Tensor yPred) {
        if (!yTrue.shape().matches(yPred.shape())) {
            throw HebbException.of(className(), "labels and predictions differ in shape")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("one shape");
        }
        return yTrue.cast(yPred.dtype());
    }

    /// The options that every loss has; a class with more adds them behind these.
    @Override
    public Options options() {
        return super.options().and("reduction", Reduction.class, reduction, v -> reduction = v);
    }
}
