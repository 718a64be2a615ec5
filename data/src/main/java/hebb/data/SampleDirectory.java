package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Files in a directory as samples, read batch by batch, with the classes they belong to.
///
/// Each directory in it is a class; or labels are given in the order of the files' paths. A split
/// needs a seed; the same seed gives the split that Keras gives.
///
/// @param <S> the class itself
public abstract class SampleDirectory<S extends SampleDirectory<S>> implements Cloneable {
    private final Path directory;
    private final Set<String> endings;
    private Optional<List<Integer>> labels = Optional.empty();
    private LabelMode labelMode = LabelMode.INT;
    private List<String> classNames = List.of();
    private int batchSize = 32;
    private boolean shuffle = true;
    private Optional<Long> seed = Optional.empty();
    private double validationSplit;
    private boolean followLinks;

    /// The files that end in one of these.
    protected SampleDirectory(Path directory, Set<String> endings) {
        this.directory = directory;
        this.endings = endings;
    }

    /// A copy with one change applied.
    protected final S with(Consumer<S> change) {
        try {
            @SuppressWarnings("unchecked") // S is the class itself
            var copy = (S) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    private SampleDirectory<S> own(S copy) {
        return copy;
    }

    // ---- options

    /// These labels, in the order of the files' paths, instead of those of directories.
    public final S labels(Integer... labels) {
        return with(d -> own(d).labels = Optional.of(List.of(labels)));
    }

    /// How classes are told; with NONE there are samples only. Default: INT.
    public final S labelMode(LabelMode labelMode) {
        return with(d -> own(d).labelMode = labelMode);
    }

    /// The directories to take, in the order of their numbers. Default: all, by name.
    public final S classNames(String... classNames) {
        return with(d -> own(d).classNames = List.of(classNames));
    }

    /// How many samples a batch has. Default: 32.
    public final S batchSize(int batchSize) {
        return with(d -> own(d).batchSize = batchSize);
    }

    /// Whether samples come in another order in each epoch; else by path. Default: they do.
    public final S shuffle(boolean shuffle) {
        return with(d -> own(d).shuffle = shuffle);
    }

    /// Where the order starts.
    public final S seed(long seed) {
        return with(d -> own(d).seed = Optional.of(seed));
    }

    /// Holds this fraction back for validation. Default: none.
    public final S validationSplit(double validationSplit) {
        if (!(validationSplit > 0 && validationSplit < 1)) {
            throw HebbException.of(getClass().getSimpleName(), "validation_split is no fraction")
                    .received(validationSplit)
                    .expected("between 0 and 1");
        }
        return with(d -> own(d).validationSplit = validationSplit);
    }

    /// Whether links to directories are followed. Default: no.
    public final S followLinks(boolean followLinks) {
        return with(d -> own(d).followLinks = followLinks);
    }

    // ---- what it gives

    /// The classes, by number.
    public final List<String> classNames() {
        return files(Part.ALL).classNames();
    }

    /// Which of the samples.
    protected enum Part {
        /// All of them.
        ALL,
        /// Those that are not held back.
        TRAINING,
        /// Those that are held back, always in one order.
        VALIDATION
    }

    /// The files of a part, in order.
    protected final List<Path> paths(Part part) {
        return files(part).files();
    }

    /// A part in batches, whose x a function makes of their files.
    protected final Dataset dataset(Part part, Function<List<Path>, Tensor> x) {
        var files = files(part);
        var numbers = new int[files.files().size()];
        Arrays.setAll(numbers, i -> i);
        var index = Tensor.of(numbers);
        var classes = files.numbers().map(Tensor::of);
        var samples = classes.map(y -> Dataset.of(index, y)).orElseGet(() -> Dataset.of(index));
        boolean inTurns = shuffle && part != Part.VALIDATION;
        var ordered = inTurns ? samples.shuffle(seed.orElse(0L)) : samples;
        return ordered.mapBatches(b -> batch(files, b, x)).batch(batchSize);
    }

    private Batch batch(LabelledFiles files, Batch numbers, Function<List<Path>, Tensor> x) {
        var chosen = numbers.xs().getFirst().toInts();
        var paths = Arrays.stream(chosen).mapToObj(files.files()::get).toList();
        int classes = files.classNames().size();
        var ys = numbers.ys().stream().map(y -> labelMode.of(y, classes)).toList();
        return new Batch(List.of(x.apply(paths)), ys, numbers.weights());
    }

    private LabelledFiles files(Part part) {
        if (part != Part.ALL && (validationSplit == 0 || (shuffle && seed.isEmpty()))) {
            throw HebbException.of(getClass().getSimpleName(), "the split is not told")
                    .expected(
                            "validation_split, and a seed so that the parts have nothing in common")
                    .fix("validationSplit(0.2).seed(1)");
        }
        var found = found();
        if (labelMode == LabelMode.BINARY && found.classNames().size() != 2) {
            throw HebbException.of(directory.toString(), "binary labels need two classes")
                    .received(found.classNames())
                    .expected("two classes");
        }
        var ordered = shuffle ? found.shuffled(seed.orElse(0L)) : found;
        return switch (part) {
            case ALL -> ordered;
            case TRAINING -> ordered.part(validationSplit, false);
            case VALIDATION -> ordered.part(validationSplit, true);
        };
    }

    private LabelledFiles found() {
        if (labelMode == LabelMode.NONE) {
            return LabelledFiles.unlabelled(directory, endings, followLinks);
        }
        return labels.map(
                        l -> LabelledFiles.unlabelled(directory, endings, followLinks).labelled(l))
                .orElseGet(
                        () -> LabelledFiles.inferred(directory, classNames, endings, followLinks));
    }
}
