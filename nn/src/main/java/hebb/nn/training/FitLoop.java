package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Epochs of training, each with its validation.
final class FitLoop {
    private final Trainer trainer;
    private final Fit fit;
    private final List<Tensor> inputs = new ArrayList<>(); // of a step, filled anew for each
    private final Logs logs;

    FitLoop(Trainer trainer, Fit fit) {
        this.trainer = trainer;
        this.fit = fit;
        logs = new Logs(trainer::logs);
    }

    History run(Dataset data) {
        var feed = Feed.of(data, fit);
        var history = new History();
        var training =
                Training.fit(
                        trainer,
                        fit.epochs,
                        Training.steps(feed.train().batchCount(), fit.stepsPerEpoch),
                        feed.validation().isPresent());
        var callbacks = CallbackList.of(fit.callbacks, Progress.ofFit(fit.verbose));
        trainer.steps().seed(fit.seed);
        training.beginAt(fit.initialEpoch, 0);
        callbacks.onTrainBegin(training);
        try (var course = new Course(feed.train(), fit.stepsPerEpoch)) {
            for (int epoch = fit.initialEpoch; epoch < training.firstEpoch(); epoch++) {
                course.skip(epoch);
            }
            int epoch = training.firstEpoch();
            while (epoch < fit.epochs && !training.isStopped()) {
                history.add(epoch, epoch(epoch, course, feed, training, callbacks));
                epoch++;
            }
        }
        trainer.steps().finish();
        callbacks.onTrainEnd(training);
        return history;
    }

    /// What one epoch measures.
    private Map<String, Double> epoch(
            int epoch, Course course, Feed feed, Training training, CallbackList callbacks) {
        callbacks.onEpochBegin(training, epoch);
        course.begin(epoch);
        train(course, epoch, training, callbacks);
        var values = sorted(trainer.logs());
        if (fit.validatesAfter(epoch)) {
            values.putAll(validated(feed.validation(), training, callbacks));
        }
        callbacks.onEpochEnd(training, epoch, values); // which may add some
        return values;
    }

    private void train(Course course, int epoch, Training training, CallbackList callbacks) {
        trainer.resetMetrics();
        trainer.steps().refresh();
        int step = 0;
        while (!training.isStopped() && course.hasNext()) {
            var batch = course.next();
            if (step >= training.firstBatch(epoch)) {
                callbacks.onTrainBatchBegin(training, step);
                trainer.steps().train(accepted(batch, epoch, step));
                requireNumber(epoch, step, training);
                callbacks.onTrainBatchEnd(training, step, logs.outdated());
            }
            step++;
        }
        if (step == 0) {
            throw noData("fit", trainer);
        }
    }

    private List<Tensor> accepted(Batch batch, int epoch, int step) {
        try {
            return trainer.accepted(batch, inputs);
        } catch (HebbException e) {
            throw e.within(
                    "fit of '%s', epoch %d, step %d"
                            .formatted(trainer.model().label(), epoch + 1, step + 1));
        }
    }

    private void requireNumber(int epoch, int step, Training training) {
        double loss = trainer.steps().loss();
        if (fit.failsOnNaN() && !Double.isFinite(loss)) {
            var steps = training.steps();
            throw HebbException.of(
                            "fit of '" + trainer.model().label() + "'",
                            "the loss " + trainer.culprit() + " is no number any more")
                    .received(
                            loss
                                    + " in epoch "
                                    + (epoch + 1)
                                    + ", step "
                                    + (step + 1)
                                    + (steps.isPresent() ? " of " + steps.getAsInt() : ""))
                    .expected("a finite number")
                    .fix(
                            "look for NaN or very large numbers in the data; try a smaller learning"
                                    + " rate, or clipnorm(1) on the optimizer");
        }
    }

    private Map<String, Double> validated(
            Optional<Dataset> data, Training training, CallbackList callbacks) {
        var values = new LinkedHashMap<String, Double>();
        if (data.isPresent()) {
            var measured =
                    new TestLoop(trainer, training, callbacks).run(data.get(), fit.validationSteps);
            sorted(measured).forEach((name, value) -> values.put("val_" + name, value));
        }
        return values;
    }

    /// Keras's order in histories.
    private static Map<String, Double> sorted(Map<String, Double> values) {
        return new LinkedHashMap<>(new TreeMap<>(values));
    }

    static HebbException noData(String where, Trainer trainer) {
        return HebbException.of(
                        where + " of '" + trainer.model().label() + "'", "there are no samples")
                .expected("at least one batch in the data");
    }
}
