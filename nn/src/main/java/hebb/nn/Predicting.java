package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.data.text.Strings;
import hebb.nn.training.Inference;
import hebb.nn.training.Predictor;
import java.util.List;

/// How a model is put to use.
sealed interface Predicting permits Model {
    /// What puts it to use.
    Predictor predictor();

    /// The model's name.
    String label();

    /// Names for the outputs.
    List<String> outputNames();

    /// What the model makes of samples, in batches of 32. Several threads may ask at once.
    ///
    /// @throws HebbException if the model has several outputs
    default Tensor predict(Tensor x) {
        return predict(x, Inference.of());
    }

    /// What a model of texts is given in place of them.
    Tensor numbers(Strings texts);

    /// What the model makes of texts.
    default Tensor predict(Strings texts) {
        return predict(numbers(texts));
    }

    /// What the model makes of samples.
    default Tensor predict(Tensor x, Inference how) {
        return predict(Dataset.of(x), how);
    }

    /// What the model makes of samples.
    default Tensor predict(Dataset data) {
        return predict(data, Inference.of());
    }

    /// What the model makes of samples.
    default Tensor predict(Dataset data, Inference how) {
        var results = predictAll(data, how);
        if (results.size() != 1) {
            throw HebbException.of(
                            "predict of '" + label() + "'",
                            "predict gives one output, the model has several")
                    .received(String.join(", ", outputNames()))
                    .fix("model.predictAll(…), which gives a list");
        }
        return results.getFirst();
    }

    /// All outputs for samples of one input or several.
    default List<Tensor> predictAll(Tensor... xs) {
        return predictAll(List.of(xs));
    }

    /// All outputs for samples of one input or several.
    default List<Tensor> predictAll(List<Tensor> xs) {
        return predictAll(xs, Inference.of());
    }

    /// All outputs for samples of one input or several.
    default List<Tensor> predictAll(List<Tensor> xs, Inference how) {
        return predictAll(Dataset.of(xs, List.of()), how);
    }

    /// All outputs for samples.
    default List<Tensor> predictAll(Dataset data) {
        return predictAll(data, Inference.of());
    }

    /// All outputs for samples.
    default List<Tensor> predictAll(Dataset data, Inference how) {
        return predictor().predict(data, how);
    }

    /// What the model makes of one batch, whole.
    default Tensor predictOnBatch(Tensor x) {
        return predictor().predict(List.of(x)).getFirst();
    }
}
