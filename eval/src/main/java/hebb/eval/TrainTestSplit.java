package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import java.util.stream.IntStream;

/// Divides samples once, into a part to train on and a part to test on. scikit-learn:
/// `train_test_split`, with the same samples for the same seed.
///
/// {@snippet :
/// var split = TrainTestSplit.of(0.25).seed(42).split(y);
/// model.fit(split.train(x), split.train(y));
/// IO.println(model.evaluate(split.test(x), split.test(y)));
/// }
///
/// Defaults: shuffled, seed 0, without regard to classes.
public final class TrainTestSplit {
    private final double share;
    private final int count;
    private final long seed;
    private final boolean shuffle;
    private final boolean stratified;

    private TrainTestSplit(
            double share, int count, long seed, boolean shuffle, boolean stratified) {
        this.share = share;
        this.count = count;
        this.seed = seed;
        this.shuffle = shuffle;
        this.stratified = stratified;
    }

    /// With this share of the samples to test on, rounded up; between 0 and 1.
    public static TrainTestSplit of(double testSize) {
        if (!(testSize > 0 && testSize < 1)) {
            throw HebbException.of("TrainTestSplit.of", "that is no share of the samples")
                    .received(testSize)
                    .expected("a number between 0 and 1");
        }
        return new TrainTestSplit(testSize, 0, 0, true, false);
    }

    /// With so many samples to test on.
    public static TrainTestSplit ofCount(int testSize) {
        if (testSize < 1) {
            throw HebbException.of("TrainTestSplit.ofCount", "there is nothing to test on")
                    .received(testSize)
                    .expected("1 or more");
        }
        return new TrainTestSplit(0, testSize, 0, true, false);
    }

    /// With the random numbers of this seed, numpy's. scikit-learn: `random_state`.
    public TrainTestSplit seed(long seed) {
        return new TrainTestSplit(share, count, seed, shuffle, stratified);
    }

    /// Whether the samples are shuffled first; else the last ones are tested on.
    public TrainTestSplit shuffle(boolean shuffle) {
        return new TrainTestSplit(share, count, seed, shuffle, stratified);
    }

    /// Whether both parts have about the same share of each class. scikit-learn: `stratify=y`.
    public TrainTestSplit stratified(boolean stratified) {
        return new TrainTestSplit(share, count, seed, shuffle, stratified);
    }

    /// The two parts of samples that have these labels.
    ///
    /// @throws HebbException if one part would be empty, or cannot have samples of each class
    public Fold split(Tensor y) {
        int samples = y.rank() == 0 ? 1 : y.dim(0);
        int tested = count > 0 ? count : (int) Math.ceil(share * samples);
        int trained = samples - tested;
        if (trained < 1) {
            throw HebbException.of("TrainTestSplit.split", "there is nothing left to train on")
                    .received(tested + " of " + samples + " samples to test on")
                    .expected("at most " + (samples - 1));
        }
        if (!shuffle) {
            return inOrder(trained, samples);
        }
        var random = NumpyRandom.of(seed);
        if (stratified) {
            return Strata.of(ClassNumbers.of("TrainTestSplit.split", y))
                    .split(trained, tested, random);
        }
        var order = random.permutation(samples);
        return new Fold(order.slice(0, tested, samples), order.slice(0, 0, tested));
    }

    private Fold inOrder(int trained, int samples) {
        if (stratified) {
            throw HebbException.of("TrainTestSplit.split", "only shuffled samples are stratified")
                    .fix("leave out shuffle(false), or stratified(true)");
        }
        return Fold.of(
                IntStream.range(0, trained).toArray(), IntStream.range(trained, samples).toArray());
    }
}
