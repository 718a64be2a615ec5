package hebb.nn.training;

import hebb.nn.callbacks.TrainingCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells several callbacks, in their order, what it is told.
record CallbackList(List<TrainingCallback> all) implements TrainingCallback {
    /// These, and then what prints, if anything does.
    static CallbackList of(
            List<TrainingCallback> given, Optional<? extends TrainingCallback> printer) {
        var all = new ArrayList<>(given);
        printer.ifPresent(all::add);
        return new CallbackList(all);
    }

    @Override
    public void onTrainBegin(Training training) {
        all.forEach(c -> c.onTrainBegin(training));
    }

    @Override
    public void onTrainEnd(Training training) {
        all.forEach(c -> c.onTrainEnd(training));
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        all.forEach(c -> c.onEpochBegin(training, epoch));
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        all.forEach(c -> c.onEpochEnd(training, epoch, logs));
    }

    @Override
    public void onTrainBatchBegin(Training training, int batch) {
        all.forEach(c -> c.onTrainBatchBegin(training, batch));
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        all.forEach(c -> c.onTrainBatchEnd(training, batch, logs));
    }

    @Override
    public void onTestBegin(Training training) {
        all.forEach(c -> c.onTestBegin(training));
    }

    @Override
    public void onTestEnd(Training training, Map<String, Double> logs) {
        all.forEach(c -> c.onTestEnd(training, logs));
    }

    @Override
    public void onTestBatchBegin(Training training, int batch) {
        all.forEach(c -> c.onTestBatchBegin(training, batch));
    }

    @Override
    public void onTestBatchEnd(Training training, int batch, Map<String, Double> logs) {
        all.forEach(c -> c.onTestBatchEnd(training, batch, logs));
    }

    @Override
    public void onPredictBegin(Training training) {
        all.forEach(c -> c.onPredictBegin(training));
    }

    @Override
    public void onPredictEnd(Training training) {
        all.forEach(c -> c.onPredictEnd(training));
    }

    @Override
    public void onPredictBatchBegin(Training training, int batch) {
        all.forEach(c -> c.onPredictBatchBegin(training, batch));
    }

    @Override
    public void onPredictBatchEnd(Training training, int batch) {
        all.forEach(c -> c.onPredictBatchEnd(training, batch));
    }
}
