package hebb.bench;

import com.sun.management.ThreadMXBean;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.training.Training;
import java.lang.management.ManagementFactory;
import java.util.Map;

/// Measures an epoch from its begin to its end: the time, and the bytes that all threads of the
/// process allocated.
final class EpochMeter implements TrainingCallback {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long nanos;
    private long bytes;

    @Override
    public void onEpochBegin(Training training, int epoch) {
        bytes = -THREADS.getTotalThreadAllocatedBytes();
        nanos = -System.nanoTime();
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        nanos += System.nanoTime();
        bytes += THREADS.getTotalThreadAllocatedBytes();
    }

    long nanos() {
        return nanos;
    }

    long bytes() {
        return bytes;
    }
}
