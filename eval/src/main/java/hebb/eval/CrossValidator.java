package hebb.eval;

import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.training.Fit;
import java.util.List;
import java.util.function.Supplier;

/// Divides samples into folds, each a part to train on and a part to test on.
public interface CrossValidator {
    /// The folds of samples that have these labels.
    List<Fold> split(Tensor y);

    /// Trains and tests a new model on each fold.
    ///
    /// {@snippet :
    /// var scores = StratifiedKFold.of(5).crossValidate(() -> model(), x, y, Fit.epochs(10));
    /// IO.println(scores);            // accuracy: 0.9733 (+/- 0.0249) …
    /// }
    ///
    /// @param model makes a model that is compiled; asked once for each fold
    default CrossValidation crossValidate(
            Supplier<? extends Model> model, Tensor x, Tensor y, Fit fit) {
        return crossValidate(model, Dataset.of(x, y), fit);
    }

    /// The same of data that have several inputs or outputs, or are prepared batch by batch. They
    /// are divided by their first answers.
    default CrossValidation crossValidate(Supplier<? extends Model> model, Dataset data, Fit fit) {
        return new CrossValidation(
                split(data.all().ys().getFirst()).stream()
                        .map(fold -> {
                            var fresh = model.get();
                            fresh.fit(data.select(fold.train().toInts()), fit);
                            return fresh.evaluate(data.select(fold.test().toInts()));
                        })
                        .toList());
    }
}
