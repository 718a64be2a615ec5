package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// [KFold] in which each fold has about the same share of each class. scikit-learn:
/// `StratifiedKFold`, with the same folds for the same seed.
///
/// Defaults: in the order of the samples, not shuffled, seed 0. Labels are what [ConfusionMatrix]
/// takes.
public final class StratifiedKFold implements CrossValidator {
    private final int folds;
    private final boolean shuffle;
    private final long seed;

    private StratifiedKFold(int folds, boolean shuffle, long seed) {
        this.folds = folds;
        this.shuffle = shuffle;
        this.seed = seed;
    }

    /// So many folds, 2 or more.
    public static StratifiedKFold of(int folds) {
        return new StratifiedKFold(KFold.atLeastTwo("StratifiedKFold.of", folds), false, 0);
    }

    /// Whether each class's samples are shuffled first. Default: no.
    public StratifiedKFold shuffle(boolean shuffle) {
        return new StratifiedKFold(folds, shuffle, seed);
    }

    /// Shuffled by the random numbers of this seed, numpy's. scikit-learn: `random_state`.
    public StratifiedKFold seed(long seed) {
        return new StratifiedKFold(folds, shuffle, seed);
    }

    /// The folds of samples that have these labels.
    ///
    /// @throws HebbException if no class has as many samples as there are folds
    @Override
    public List<Fold> split(Tensor y) {
        var labels = ClassNumbers.of("StratifiedKFold.split", y);
        var byAppearance = IntStream.of(labels).distinct().toArray();
        var sizes =
                IntStream.of(byAppearance)
                        .map(c -> (int) IntStream.of(labels).filter(l -> l == c).count())
                        .toArray();
        if (IntStream.of(sizes).allMatch(size -> size < folds)) {
            throw HebbException.of("StratifiedKFold.split", "no class has as many samples as folds")
                    .received("at most " + IntStream.of(sizes).max().orElse(0))
                    .expected(folds + " or more");
        }
        var shares = shares(sizes);
        var random = NumpyRandom.of(seed);
        var foldOf = new int[labels.length];
        for (int c = 0; c < byAppearance.length; c++) {
            var own = new ArrayList<Integer>();
            for (int f = 0; f < folds; f++) {
                for (int i = 0; i < shares[f][c]; i++) {
                    own.add(f);
                }
            }
            if (shuffle) {
                random.shuffle(own);
            }
            int at = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == byAppearance[c]) {
                    foldOf[i] = own.get(at++);
                }
            }
        }
        return KFold.folds(folds, foldOf);
    }

    /// How many samples of each class a fold tests on: those of the samples in the order of their
    /// classes, dealt out one by one.
    private int[][] shares(int... sizes) {
        var shares = new int[folds][sizes.length];
        int dealt = 0;
        for (int c = 0; c < sizes.length; c++) {
            for (int i = 0; i < sizes[c]; i++) {
                shares[dealt++ % folds][c]++;
            }
        }
        return shares;
    }
}
