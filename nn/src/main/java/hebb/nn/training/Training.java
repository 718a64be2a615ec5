package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.nn.Model;
import hebb.nn.metrics.Metric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A fit, an evaluation or a prediction under way, as callbacks see it: the model, how far it goes,
/// and how to end it.
public final class Training {
    private final Model model;
    private final Optional<Trainer> trainer;
    private final int epochs;
    private final OptionalInt steps;
    private final boolean validates;
    private boolean stopped;
    private int firstEpoch;
    private int firstBatch;

    private Training(
            Model model,
            Optional<Trainer> trainer,
            int epochs,
            OptionalInt steps,
            boolean validates) {
        this.model = model;
        this.trainer = trainer;
        this.epochs = epochs;
        this.steps = steps;
        this.validates = validates;
    }

    static Training fit(Trainer trainer, int epochs, OptionalInt steps, boolean validates) {
        return new Training(trainer.model(), Optional.of(trainer), epochs, steps, validates);
    }

    static Training evaluation(Trainer trainer, OptionalInt steps) {
        return new Training(trainer.model(), Optional.of(trainer), 0, steps, false);
    }

    static Training prediction(Model model, OptionalInt steps) {
        return new Training(model, Optional.empty(), 0, steps, false);
    }

    /// How many steps there will be: as many as the data give, and no more than that.
    static OptionalInt steps(OptionalInt batches, Optional<Integer> most) {
        return batches.isPresent()
                ? OptionalInt.of(Math.min(batches.getAsInt(), most.orElse(Integer.MAX_VALUE)))
                : batches;
    }

    /// The model that is trained or used.
    public Model model() {
        return model;
    }

    /// The number of epochs that the fit goes to; 0 of an evaluation or prediction.
    public int epochs() {
        return epochs;
    }

    /// How many batches an epoch has, if the data say.
    public OptionalInt steps() {
        return steps;
    }

    /// The learning rate now.
    public double learningRate() {
        return trainer.orElseThrow(this::noTrainer).learningRate();
    }

    /// Goes on with another learning rate.
    public void learningRate(double rate) {
        trainer.orElseThrow(this::noTrainer).learningRate(rate);
    }

    private HebbException noTrainer() {
        return HebbException.of("Training", "a prediction has no learning rate");
    }

    /// Ends the fit after this step; the epoch is closed as usual.
    public void stop() {
        stopped = true;
    }

    /// Begins, where nothing has begun yet, with this epoch, without the first `batch` batches of
    /// it: they were done before. Both count from 0.
    public void beginAt(int epoch, int batch) {
        boolean isDone = steps.isPresent() && batch >= steps.getAsInt();
        firstEpoch = isDone ? epoch + 1 : epoch;
        firstBatch = isDone ? 0 : batch;
    }

    int firstEpoch() {
        return firstEpoch;
    }

    /// The first batch of an epoch that is to be done.
    int firstBatch(int epoch) {
        return epoch == firstEpoch ? firstBatch : 0;
    }

    /// Whether somebody asked to end it.
    public boolean isStopped() {
        return stopped;
    }

    /// The names of all that is measured, with `val_` in front of those of the validation.
    public List<String> measured() {
        return trainer.map(t -> t.measured(validates)).orElse(List.of());
    }

    /// Which way a value is better, if that can be said. Of a loss: down.
    public Optional<Metric.Direction> direction(String name) {
        return trainer.flatMap(t -> t.direction(name));
    }
}
