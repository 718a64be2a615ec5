package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Puts a model to use: one recorded function of a batch, safe for several threads at once.
///
/// Programs use the methods of [Model] that lead here.
public final class Predictor {
    private final Model model;
    private final Traced traced;

    /// Gets ready to use a model.
    public Predictor(Model model) {
        this.model = model;
        traced = Traced.ofAll(xs -> model.call(Pass.inference(), xs));
    }

    /// What the model makes of one batch, whole.
    public List<Tensor> predict(List<Tensor> xs) {
        return traced.runAll(xs);
    }

    /// What the model makes of data, batch by batch, put together: one tensor an output.
    public List<Tensor> predict(Dataset data, Inference how) {
        var batches = Feed.batched(data, how.batchSize);
        var training = Training.prediction(model, Training.steps(batches.batchCount(), how.steps));
        var callbacks = CallbackList.of(how.callbacks, Progress.ofInference(how.verbose));
        List<List<Tensor>> results = new ArrayList<>();
        int most = how.steps.orElse(Integer.MAX_VALUE);
        callbacks.onPredictBegin(training);
        try (var iterator = batches.iterator()) {
            while (results.size() < most && iterator.hasNext()) {
                var batch = iterator.next();
                callbacks.onPredictBatchBegin(training, results.size());
                results.add(predict(batch.xs()));
                callbacks.onPredictBatchEnd(training, results.size() - 1);
            }
        }
        callbacks.onPredictEnd(training);
        if (results.isEmpty()) {
            throw HebbException.of("predict of '" + model.label() + "'", "there are no samples")
                    .expected("at least one batch in the data");
        }
        return IntStream.range(0, results.getFirst().size())
                .mapToObj(output -> joined(results.stream().map(r -> r.get(output)).toList()))
                .toList();
    }

    private static Tensor joined(List<Tensor> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : Tensor.concat(0, parts.toArray(Tensor[]::new));
    }
}
