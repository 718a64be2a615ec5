package hebb.nn.words;

import hebb.nn.metrics.BinaryAccuracy;
import hebb.nn.metrics.CategoricalAccuracy;
import hebb.nn.metrics.Mean;
import hebb.nn.metrics.Metric;
import hebb.nn.metrics.RootMeanSquaredError;
import hebb.nn.metrics.SparseCategoricalAccuracy;
import hebb.nn.metrics.SparseTopKCategoricalAccuracy;
import hebb.nn.metrics.Sum;
import hebb.nn.metrics.TopKCategoricalAccuracy;

/// Keras's words for metrics; those for losses are among them.
public final class MetricWords {
    private static final Words<Metric<?>> TABLE =
            new Words<Metric<?>>("metric")
                    .and(Metric::accuracy, "accuracy", "acc")
                    .and(BinaryAccuracy::of, "binary_accuracy")
                    .and(CategoricalAccuracy::of, "categorical_accuracy")
                    .and(SparseCategoricalAccuracy::of, "sparse_categorical_accuracy")
                    .and(TopKCategoricalAccuracy::of, "top_k_categorical_accuracy")
                    .and(SparseTopKCategoricalAccuracy::of, "sparse_top_k_categorical_accuracy")
                    .and(RootMeanSquaredError::of, "root_mean_squared_error")
                    .and(Mean::of, "mean")
                    .and(Sum::of, "sum")
                    .and(LossWords.table());

    private MetricWords() {}

    /// What the word stands for, under that word as its name.
    public static Metric<?> of(String word) {
        return TABLE.make("Metric.of", word).name(word);
    }

    /// All of them; words and the names of classes are the same but for case and underscores.
    public static Words<Metric<?>> table() {
        return TABLE;
    }
}
