package hebb.bench;

import static hebb.nn.layers.Activation.RELU;
import static hebb.nn.layers.Activation.SOFTMAX;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.optimizers.Adam;
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
        return switch (name) {
            case "mnist-mlp" -> images(mnistMlp(), batch, steps);
            case "mnist-cnn" -> images(mnistCnn(), batch, steps);
            default -> throw new IllegalArgumentException("unknown network " + name);
        };
    }

    private static Model mnistMlp() {
        return Sequential.of(
                Input.of(28, 28, 1),
                Flatten.of(),
                Dense.of(128).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model mnistCnn() {
        return Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(32, 3).activation(RELU),
                MaxPooling2D.of(2),
                Conv2D.of(64, 3).activation(RELU),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(128).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    /// Images and labels at random, as many as the steps use.
    private static HebbTraining images(Model model, int batch, int steps) {
        var random = new SplittableRandom(1);
        var shape = model.inputs().getFirst().shape().with(0, batch * steps);
        int classes = model.outputs().getFirst().shape().dim(-1);
        var x =
                Tensor.filled(
                        new Spec(shape, DType.FLOAT32),
                        array -> {
                            var pixels = (float[]) array;
                            for (int i = 0; i < pixels.length; i++) {
                                pixels[i] = (float) random.nextDouble();
                            }
                        });
        var y = Tensor.of(random.ints(shape.dim(0), 0, classes).toArray());
        model.compile(Adam.of(), SparseCategoricalCrossentropy.of());
        return new HebbTraining(model, x, y, batch);
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
