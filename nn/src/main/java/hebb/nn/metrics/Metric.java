package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.words.MetricWords;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// A number that says how good predictions are, gathered over the batches of an epoch.
///
/// One of your own is a final class that extends this one, or [MeanMetric] if it is a mean over
/// samples. What it gathers it keeps in states, which begin each epoch with their first values:
///
/// {@snippet file="hebb/nn/metrics/MetricTest.java" region="own"}
///
/// @param <S> the class itself
public abstract class Metric<S extends Metric<S>> extends Configured<S> {
    /// Which way is better.
    public enum Direction {
        /// Higher is better.
        UP,
        /// Lower is better.
        DOWN
    }

    private String name;
    private Optional<DType> dtype = Optional.empty();
    private final Optional<Direction> direction;

    /// A metric of this name, until it is given another one, of which nobody knows which way is
    /// better.
    protected Metric(String name) {
        this(name, Optional.empty());
    }

    /// A metric of this name, until it is given another one.
    protected Metric(String name, Direction better) {
        this(name, Optional.of(better));
    }

    private Metric(String name, Optional<Direction> direction) {
        this.name = name;
        this.direction = direction;
    }

    /// The metric that Keras's word chooses: a class's name in snake case, or one of its short
    /// names. It goes by that word, as it is written.
    ///
    /// @throws HebbException if there is none
    public static Metric<?> of(String word) {
        return MetricWords.of(word);
    }

    /// The mean over the samples of a function of labels and predictions.
    public static Metric<?> of(String name, BinaryOperator<Tensor> function) {
        return new FunctionMetric(name, function);
    }

    /// How often predictions are right. What that means depends on the shapes: of one output,
    /// [BinaryAccuracy]; of class numbers, [SparseCategoricalAccuracy]; else [CategoricalAccuracy].
    /// Keras: `"accuracy"`.
    public static Metric<?> accuracy() {
        return new ShapedAccuracy("accuracy");
    }

    /// Under another name in histories and logs.
    public final S name(String name) {
        if (name.isEmpty()) {
            throw HebbException.of(className(), "an empty name").expected("one character at least");
        }
        return with(m -> ((Metric<?>) m).name = name);
    }

    /// Its name in histories and logs. Default: the class's in snake case.
    public final String name() {
        return name;
    }

    /// Computed in float32 or float64. Default: in the type of the predictions.
    public final S dtype(DType dtype) {
        return with(m -> ((Metric<?>) m).dtype = Optional.of(dtype));
    }

    final Optional<DType> dtype() {
        return dtype;
    }

    /// Predictions in the type in which this is computed.
    protected final Tensor typed(Tensor yPred) {
        return dtype.map(yPred::cast).orElse(yPred);
    }

    /// Takes in a batch: its labels, its predictions, and how much each sample counts.
    public abstract void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight);

    /// The number for all that was taken in.
    public abstract Tensor result(Scope s);

    /// Which way is better, if that can be said; callbacks that look for improvement ask.
    public final Optional<Direction> direction() {
        return direction;
    }

    /// The options that every metric has; a class with more adds them behind these.
    @Override
    public Options options() {
        return Options.of("name", String.class, name, v -> name = v)
                .optional("dtype", DType.class, dtype, v -> dtype = v);
    }
}
