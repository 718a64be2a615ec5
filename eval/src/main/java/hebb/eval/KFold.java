package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Divides samples into parts of equal size, each of which is once what is tested on. scikit-learn:
/// `KFold`, with the same folds for the same seed.
///
/// {@snippet :
/// var folds = KFold.of(5).shuffle(true).seed(42);
/// }
///
/// Defaults: in the order of the samples, not shuffled, seed 0.
public final class KFold implements CrossValidator {
    private final int folds;
    private final boolean shuffle;
    private final long seed;

    private KFold(int folds, boolean shuffle, long seed) {
        this.folds = folds;
        this.shuffle = shuffle;
        this.seed = seed;
    }

    /// So many folds, 2 or more.
    public static KFold of(int folds) {
        return new KFold(atLeastTwo("KFold.of", folds), false, 0);
    }

    static int atLeastTwo(String where, int folds) {
        if (folds < 2) {
            throw HebbException.of(where, "there must be something to train on and to test on")
                    .received(folds + " folds")
                    .expected("2 or more");
        }
        return folds;
    }

    /// Whether samples are shuffled first. Default: no.
    public KFold shuffle(boolean shuffle) {
        return new KFold(folds, shuffle, seed);
    }

    /// Shuffled by the random numbers of this seed, numpy's. scikit-learn: `random_state`.
    public KFold seed(long seed) {
        return new KFold(folds, shuffle, seed);
    }

    /// The folds of samples that have these labels, of which only the number counts.
    ///
    /// @throws HebbException if there are fewer samples than folds
    @Override
    public List<Fold> split(Tensor y) {
        return split(y.rank() == 0 ? 1 : y.dim(0));
    }

    /// The folds of so many samples.
    public List<Fold> split(int samples) {
        if (folds > samples) {
            throw HebbException.of("KFold.split", "there are fewer samples than folds")
                    .received(samples + " samples")
                    .expected(folds + " or more");
        }
        var order =
                shuffle
                        ? NumpyRandom.of(seed).permutation(samples).toInts()
                        : IntStream.range(0, samples).toArray();
        var foldOf = new int[samples];
        int at = 0;
        for (int f = 0; f < folds; f++) {
            int size = samples / folds + (f < samples % folds ? 1 : 0);
            for (int i = 0; i < size; i++) {
                foldOf[order[at++]] = f;
            }
        }
        return folds(folds, foldOf);
    }

    /// One fold for each number in `foldOf`, which says where a sample is tested on.
    static List<Fold> folds(int count, int... foldOf) {
        return IntStream.range(0, count)
                .mapToObj(f ->
                        Fold.of(
                                IntStream.range(0, foldOf.length)
                                        .filter(i -> foldOf[i] != f)
                                        .toArray(),
                                IntStream.range(0, foldOf.length)
                                        .filter(i -> foldOf[i] == f)
                                        .toArray()))
                .toList();
    }
}
