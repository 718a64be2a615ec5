package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.training.Compile;
import hebb.nn.training.Evaluation;
import hebb.nn.training.Fit;
import hebb.nn.training.History;
import hebb.nn.training.Inference;
import hebb.nn.training.Trainer;
import java.util.Arrays;
import java.util.List;

/// How a model learns, and how well it has learned.
sealed interface Learning permits Model {
    /// Gets the model ready to learn: how the weights change, what is to become small, what else is
    /// measured. Compiling again begins with a new state of the optimizer; the weights stay.
    ///
    /// {@snippet :
    /// model.compile(Adam.of(), SparseCategoricalCrossentropy.of(), Metric.accuracy());
    /// }
    default void compile(Optimizer<?> optimizer, Loss<?> loss, Metric<?>... metrics) {
        compile(Compile.of(optimizer).loss(loss).metrics(metrics));
    }

    /// The same by Keras's words: `compile("adam", "sparse_categorical_crossentropy", "accuracy")`.
    ///
    /// @throws HebbException if there is nothing of such a name, with the nearest that there is
    default void compile(String optimizer, String loss, String... metrics) {
        compile(
                Optimizer.of(optimizer),
                Loss.of(loss),
                Arrays.stream(metrics).map(Metric::of).toArray(Metric<?>[]::new));
    }

    /// The same with all that can be said: other losses for other outputs, their weights.
    void compile(Compile settings);

    /// What the model was compiled to.
    ///
    /// @throws HebbException if it was not
    Trainer trainer();

    /// Whether it was compiled.
    boolean isCompiled();

    /// Learns from data: one epoch.
    @CanIgnoreReturnValue
    default History fit(Dataset data) {
        return fit(data, Fit.epochs(1));
    }

    /// Learns from data: `model.fit(train, Fit.epochs(5).validation(test))`.
    @CanIgnoreReturnValue
    default History fit(Dataset data, Fit fit) {
        return trainer().fit(data, fit);
    }

    /// Learns from samples and their answers: one epoch.
    @CanIgnoreReturnValue
    default History fit(Tensor x, Tensor y) {
        return fit(x, y, Fit.epochs(1));
    }

    /// Learns from samples and their answers.
    @CanIgnoreReturnValue
    default History fit(Tensor x, Tensor y, Fit fit) {
        return fit(List.of(x), List.of(y), fit);
    }

    /// Learns from samples of several inputs, or outputs: one epoch.
    @CanIgnoreReturnValue
    default History fit(List<Tensor> xs, List<Tensor> ys) {
        return fit(xs, ys, Fit.epochs(1));
    }

    /// Learns from samples of several inputs, or outputs.
    @CanIgnoreReturnValue
    default History fit(List<Tensor> xs, List<Tensor> ys, Fit fit) {
        return trainer().fit(xs, ys, fit);
    }

    /// Measures loss and metrics on data.
    default Evaluation evaluate(Dataset data) {
        return evaluate(data, Inference.of());
    }

    /// Measures loss and metrics on data.
    default Evaluation evaluate(Dataset data, Inference how) {
        return trainer().evaluate(data, how);
    }

    /// Measures loss and metrics on samples and their answers.
    default Evaluation evaluate(Tensor x, Tensor y) {
        return evaluate(x, y, Inference.of());
    }

    /// Measures loss and metrics on samples and their answers.
    default Evaluation evaluate(Tensor x, Tensor y, Inference how) {
        return evaluate(Dataset.of(x, y), how);
    }

    /// Measures loss and metrics on samples of several inputs, or outputs.
    default Evaluation evaluate(List<Tensor> xs, List<Tensor> ys) {
        return evaluate(xs, ys, Inference.of());
    }

    /// Measures loss and metrics on samples of several inputs, or outputs.
    default Evaluation evaluate(List<Tensor> xs, List<Tensor> ys, Inference how) {
        return evaluate(Dataset.of(xs, ys), how);
    }

    /// Learns from one batch. What it gives are the means since `trainer().resetMetrics()`.
    @CanIgnoreReturnValue
    default Evaluation trainOnBatch(Tensor x, Tensor y) {
        return trainOnBatch(Batch.of(x, y));
    }

    /// The same with weights, or several inputs or outputs.
    @CanIgnoreReturnValue
    default Evaluation trainOnBatch(Batch batch) {
        return trainer().trainOnBatch(batch);
    }

    /// Measures one batch. What it gives are the means since `trainer().resetMetrics()`.
    @CanIgnoreReturnValue
    default Evaluation testOnBatch(Tensor x, Tensor y) {
        return testOnBatch(Batch.of(x, y));
    }

    /// The same with weights, or several inputs or outputs.
    @CanIgnoreReturnValue
    default Evaluation testOnBatch(Batch batch) {
        return trainer().testOnBatch(batch);
    }
}
