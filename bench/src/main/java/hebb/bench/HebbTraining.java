package hebb.bench;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.training.Fit;
import java.util.Map;
import java.util.SplittableRandom;

/// A network as Hebb trains it: `fit` on tensors in memory, one epoch a round.
final class HebbTraining {
    private final Model model;
    private final Tensor x;
    private final Tensor y;
    private final int batch;

    private HebbTraining(Model model, Tensor x, Tensor y, int batch) {
        this.model = model;
        this.x = x;
        this.y = y;
        this.batch = batch;
    }

    /// The network of that name, new, and samples for `steps` steps.
    static HebbTraining of(String name, int batch, int steps) {
        var model = HebbNetworks.compiled(name);
        int samples = batch * steps;
        var input = model.inputs().getFirst();
        var x =
                input.dtype() == DType.INT32
                        ? words(input.shape().with(0, samples))
                        : pixels(input.shape().with(0, samples));
        int units = model.outputs().getFirst().shape().dim(-1);
        // one unit tells two classes apart
        var y = new SplittableRandom(2).ints(samples, 0, Math.max(2, units)).toArray();
        var labels = Tensor.of(y);
        return new HebbTraining(model, x, units == 1 ? labels.reshape(samples, 1) : labels, batch);
    }

    private static Tensor pixels(Shape shape) {
        var random = new SplittableRandom(1);
        return Tensor.filled(
                new Spec(shape, DType.FLOAT32),
                array -> {
                    var pixels = (float[]) array;
                    for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = (float) random.nextDouble();
                    }
                });
    }

    private static Tensor words(Shape shape) {
        var random = new SplittableRandom(1);
        return Tensor.of(random.ints(shape.size(), 0, HebbNetworks.VOCABULARY).toArray())
                .reshape(shape);
    }

    /// The median nanoseconds of `steps` steps, each timed alone.
    double block(int steps) {
        var clock = new StepClock();
        fit(steps, clock);
        return clock.times().median();
    }

    /// What a step took, found and allocated in a round of `steps`.
    Map<String, Double> round(int steps) {
        var meter = new EpochMeter();
        double loss = fit(steps, meter);
        return Map.of(
                "ns", (double) meter.nanos() / steps,
                "loss", loss,
                "bytes", (double) meter.bytes() / steps);
    }

    private double fit(int steps, TrainingCallback callback) {
        var how =
                Fit.epochs(1)
                        .batchSize(batch)
                        .stepsPerEpoch(steps)
                        .shuffle(false)
                        .verbose(0)
                        .callbacks(callback);
        return model.fit(x, y, how).last("loss");
    }
}
