package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.callbacks.TrainingCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pass over data that measures loss and metrics.
record TestLoop(Trainer trainer, Training training, TrainingCallback callbacks) {
    Map<String, Double> run(Dataset data, Optional<Integer> steps) {
        List<Tensor> inputs = new ArrayList<>(); // of a step, filled anew for each
        var logs = new Logs(trainer::logs);
        trainer.resetMetrics();
        trainer.steps().refresh();
        callbacks.onTestBegin(training);
        int most = steps.orElse(Integer.MAX_VALUE);
        int step = 0;
        try (var batches = data.iterator()) {
            while (step < most && batches.hasNext()) {
                var batch = batches.next();
                callbacks.onTestBatchBegin(training, step);
                trainer.steps().test(accepted(batch, inputs, step));
                callbacks.onTestBatchEnd(training, step, logs.outdated());
                step++;
            }
        }
        if (step == 0) {
            throw FitLoop.noData("evaluate", trainer);
        }
        var values = trainer.logs();
        callbacks.onTestEnd(training, values);
        return values;
    }

    private List<Tensor> accepted(Batch batch, List<Tensor> inputs, int step) {
        try {
            return trainer.accepted(batch, inputs);
        } catch (HebbException e) {
            throw e.within(
                    "evaluate of '%s', step %d".formatted(trainer.model().label(), step + 1));
        }
    }
}
