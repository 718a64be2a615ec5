package hebb.bench;

import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Times each step of a training, from the end of the one before.
final class StepClock implements TrainingCallback {
    private final List<Double> nanos = new ArrayList<>();
    private long before;

    @Override
    public void onEpochBegin(Training training, int epoch) {
        before = System.nanoTime();
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        long now = System.nanoTime();
        nanos.add((double) (now - before));
        before = now;
    }

    StepTimes times() {
        return new StepTimes(nanos);
    }
}
