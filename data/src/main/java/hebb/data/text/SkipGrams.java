package hebb.data.text;

import hebb.core.shape.HebbException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Pairs of words for training word vectors: those that stand near each other, and random ones.
/// Keras: `skipgrams`, `make_sampling_table`. Number 0 is no word.
///
/// Defaults: 4 words to either side, as many random pairs as real ones, shuffled.
public final class SkipGrams {
    private static final double GAMMA = 0.577;

    private final int vocabularySize;
    private int windowSize = 4;
    private double negativeSamples = 1;
    private boolean shuffle = true;
    private Optional<double[]> samplingTable = Optional.empty();
    private long seed;

    private SkipGrams(int vocabularySize) {
        this.vocabularySize = vocabularySize;
    }

    private SkipGrams(SkipGrams other) {
        this(other.vocabularySize);
        windowSize = other.windowSize;
        negativeSamples = other.negativeSamples;
        shuffle = other.shuffle;
        samplingTable = other.samplingTable;
        seed = other.seed;
    }

    /// Of words with numbers below this.
    public static SkipGrams of(int vocabularySize) {
        if (vocabularySize < 2) {
            throw HebbException.of("SkipGrams", "there are no words")
                    .received(vocabularySize)
                    .expected("a vocabulary_size of 2 or more, as 0 is no word");
        }
        return new SkipGrams(vocabularySize);
    }

    /// How many words to either side are near. Default: 4.
    public SkipGrams windowSize(int windowSize) {
        var copy = new SkipGrams(this);
        copy.windowSize = windowSize;
        return copy;
    }

    /// How many random pairs there are for each real one. Default: 1.
    public SkipGrams negativeSamples(double negativeSamples) {
        var copy = new SkipGrams(this);
        copy.negativeSamples = negativeSamples;
        return copy;
    }

    /// Whether pairs are shuffled. Default: they are.
    public SkipGrams shuffle(boolean shuffle) {
        var copy = new SkipGrams(this);
        copy.shuffle = shuffle;
        return copy;
    }

    /// The probability that a word is taken as the first of a pair, by its number; see
    /// [#samplingTable(int, double)]. Default: 1 for all.
    public SkipGrams samplingTable(double... table) {
        var copy = new SkipGrams(this);
        copy.samplingTable = Optional.of(table.clone());
        return copy;
    }

    /// Where random numbers start. Default: 0.
    public SkipGrams seed(long seed) {
        var copy = new SkipGrams(this);
        copy.seed = seed;
        return copy;
    }

    /// Two words, and whether they stand near each other.
    public record Pair(int word, int other, boolean near) {}

    /// The pairs of a sequence.
    public List<Pair> of(List<Integer> sequence) {
        var random = new Random(seed);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < sequence.size(); i++) {
            int word = sequence.get(i);
            if (word != 0
                    && (samplingTable.isEmpty()
                            || samplingTable.get()[word] >= random.nextDouble())) {
                addNear(sequence, i, pairs);
            }
        }
        int count = pairs.isEmpty() ? 0 : (int) (pairs.size() * negativeSamples);
        var words = new ArrayList<>(pairs.stream().map(Pair::word).toList());
        Collections.shuffle(words, random);
        for (int i = 0; i < count; i++) {
            int other = 1 + random.nextInt(vocabularySize - 1);
            pairs.add(new Pair(words.get(i % words.size()), other, false));
        }
        if (shuffle) {
            Collections.shuffle(pairs, random);
        }
        return pairs;
    }

    private void addNear(List<Integer> sequence, int i, List<Pair> pairs) {
        int start = Math.max(0, i - windowSize);
        int end = Math.min(sequence.size(), i + windowSize + 1);
        for (int j = start; j < end; j++) {
            if (j != i && sequence.get(j) != 0) {
                pairs.add(new Pair(sequence.get(i), sequence.get(j), true));
            }
        }
    }

    /// For each number of a word, the commonest being 1, the probability to sample it so that
    /// common words do not drown the others; words are taken to follow Zipf's law. Keras's factor
    /// is 1e-5.
    public static double[] samplingTable(int size, double factor) {
        return IntStream.range(0, size)
                .mapToDouble(i -> {
                    double rank = Math.max(1, i);
                    double share =
                            factor * (rank * (Math.log(rank) + GAMMA) + 0.5 - 1 / (12 * rank));
                    return Math.min(1, share / Math.sqrt(share));
                })
                .toArray();
    }
}
