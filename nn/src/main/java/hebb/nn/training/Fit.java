package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.callbacks.TerminateOnNaN;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How to train: `Fit.epochs(5).batchSize(64).validation(test)`.
///
/// Keras: the arguments of `fit`, with its defaults.
public final class Fit extends Configured<Fit> {
    // read by the loops of this package
    int epochs;
    int initialEpoch;
    Optional<Integer> batchSize = Optional.empty();
    boolean shuffle = true;
    long seed;
    Optional<Dataset> validation = Optional.empty();
    double validationSplit;
    Optional<Integer> validationBatchSize = Optional.empty();
    int validationFreq = 1;
    Optional<Set<Integer>> validationEpochs = Optional.empty();
    Optional<Integer> validationSteps = Optional.empty();
    Optional<Integer> stepsPerEpoch = Optional.empty();
    Map<Integer, Double> classWeight = Map.of();
    List<Optional<Tensor>> sampleWeight = List.of();
    List<TrainingCallback> callbacks = List.of();
    int verbose = 1;
    boolean stopOnNaN = true;

    private Fit(int epochs) {
        this.epochs = epochs;
    }

    /// Trains until this many epochs are done: passes over the data.
    public static Fit epochs(int epochs) {
        return new Fit(Require.atLeast("Fit", "epochs", 1, epochs));
    }

    /// The number of the first epoch, for going on with a training. Default: 0.
    public Fit initialEpoch(int epoch) {
        return with(f -> f.initialEpoch = Require.atLeast("Fit", "initialEpoch", 0, epoch));
    }

    /// Samples a step. Default: what the data set says, else 32.
    public Fit batchSize(int size) {
        return with(f -> f.batchSize = Optional.of(Require.atLeast("Fit", "batchSize", 1, size)));
    }

    /// Whether each epoch takes the samples in another order, which depends on the seed and the
    /// epoch only. Default: true. A stream of batches is taken as it comes.
    public Fit shuffle(boolean shuffle) {
        return with(f -> f.shuffle = shuffle);
    }

    /// Decides the order of the samples and what dropout drops. The same seed gives the same bits.
    /// Default: 0.
    public Fit seed(long seed) {
        return with(f -> f.seed = seed);
    }

    /// Data that the model does not learn from, on which it is evaluated after each epoch.
    public Fit validation(Dataset data) {
        return with(f -> f.validation = Optional.of(data));
    }

    /// Data that the model does not learn from, on which it is evaluated after each epoch.
    public Fit validation(Tensor x, Tensor y) {
        return validation(Dataset.of(x, y));
    }

    /// Keeps this fraction of the samples, the last ones before shuffling, for evaluation after
    /// each epoch. Default: 0.
    public Fit validationSplit(double fraction) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw HebbException.of("Fit.validationSplit", "that is no part of the whole")
                    .received(fraction)
                    .expected("a fraction from 0 to before 1");
        }
        return with(f -> f.validationSplit = fraction);
    }

    /// Samples a step of evaluation. Default: what the validation data say, else as in training.
    public Fit validationBatchSize(int size) {
        return with(f ->
                f.validationBatchSize =
                        Optional.of(Require.atLeast("Fit", "validationBatchSize", 1, size)));
    }

    /// Evaluates only after every `epochs`-th epoch. Default: 1.
    public Fit validationFreq(int epochs) {
        return with(f -> f.validationFreq = Require.atLeast("Fit", "validationFreq", 1, epochs));
    }

    /// Evaluates only after these epochs, of which the first is 1. Default: after each.
    public Fit validationAfter(Integer... epochs) {
        return with(f -> f.validationEpochs = Optional.of(Set.of(epochs)));
    }

    /// Evaluates on this many batches at most. Default: all.
    public Fit validationSteps(int steps) {
        return with(f ->
                f.validationSteps =
                        Optional.of(Require.atLeast("Fit", "validationSteps", 1, steps)));
    }

    /// Ends an epoch after this many batches; the next one goes on with those that are left, if
    /// there are some. Default: when the data end.
    public Fit stepsPerEpoch(int steps) {
        return with(f ->
                f.stepsPerEpoch = Optional.of(Require.atLeast("Fit", "stepsPerEpoch", 1, steps)));
    }

    /// How much the samples of a class count in the loss: class number → factor, 1 for classes that
    /// are missing. For models of one output, and data without sample weights.
    public Fit classWeight(Map<Integer, Double> factors) {
        var copy = Map.copyOf(factors);
        return with(f -> f.classWeight = copy);
    }

    /// How much each sample counts in the loss: (samples), or (samples, steps) for sequences. Of a
    /// model with several outputs, one weight for each in their order, or one (samples) for all.
    /// With a data set, give the weights to that.
    public Fit sampleWeight(Tensor... weights) {
        return sampleWeight(Arrays.stream(weights).map(Optional::of).toList());
    }

    /// The same in the order of the outputs, of which some may have no weight.
    public Fit sampleWeight(List<Optional<Tensor>> weights) {
        var copy = List.copyOf(weights);
        return with(f -> f.sampleWeight = copy);
    }

    /// What is told of the course of the training, in this order.
    public Fit callbacks(TrainingCallback... callbacks) {
        return with(f -> f.callbacks = List.of(callbacks));
    }

    /// What is printed. 0: nothing; 1, the default: a progress bar on a terminal, one line an epoch
    /// elsewhere; 2: one line an epoch.
    public Fit verbose(int level) {
        if (level < 0 || level > 2) {
            throw HebbException.of("Fit.verbose", "there is no such level")
                    .received(level)
                    .expected("0, 1 or 2");
        }
        return with(f -> f.verbose = level);
    }

    /// Whether a loss that is NaN or infinite ends the training with an error. Default: true,
    /// unless [TerminateOnNaN] is among the callbacks.
    public Fit stopOnNaN(boolean stop) {
        return with(f -> f.stopOnNaN = stop);
    }

    /// The batch size for these validation data, if it is not for them to say.
    Optional<Integer> validationBatch(Dataset data) {
        return validationBatchSize.or(
                () -> data.batchSize().isPresent() ? Optional.empty() : batchSize);
    }

    boolean failsOnNaN() {
        return stopOnNaN && callbacks.stream().noneMatch(c -> c instanceof TerminateOnNaN);
    }

    boolean validatesAfter(int epoch) {
        int number = epoch + 1;
        return validationEpochs.map(e -> e.contains(number)).orElse(number % validationFreq == 0);
    }

    @Override
    public Options options() {
        return Options.of("epochs", int.class, epochs, v -> epochs = v)
                .optional("batch_size", Integer.class, batchSize, v -> batchSize = v)
                .and("validation_split", double.class, validationSplit, v -> validationSplit = v)
                .and("shuffle", boolean.class, shuffle, v -> shuffle = v)
                .and("seed", long.class, seed, v -> seed = v)
                .and("initial_epoch", int.class, initialEpoch, v -> initialEpoch = v)
                .optional("steps_per_epoch", Integer.class, stepsPerEpoch, v -> stepsPerEpoch = v)
                .optional(
                        "validation_steps",
                        Integer.class,
                        validationSteps,
                        v -> validationSteps = v)
                .optional(
                        "validation_batch_size",
                        Integer.class,
                        validationBatchSize,
                        v -> validationBatchSize = v)
                .and("validation_freq", int.class, validationFreq, v -> validationFreq = v)
                .and("verbose", int.class, verbose, v -> verbose = v);
    }
}
