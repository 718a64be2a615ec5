package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Files with the number of each one's class, in order.
///
/// @param classNames the classes by number; empty without labels
/// @param labels one for each file, or none
record LabelledFiles(List<Path> files, List<Integer> labels, List<String> classNames) {
    /// The files below a directory that end in one of these; each directory in it is a class.
    ///
    /// @param classNames the directories to take, in the order of their numbers; empty for all,
    ///   sorted by name
    /// @throws HebbException if a class has no directory, or there is no file
    static LabelledFiles inferred(
            Path directory, List<String> classNames, Set<String> endings, boolean followLinks) {
        var found = directories(directory);
        var wanted = classNames.isEmpty() ? found : classNames;
        if (!found.containsAll(wanted)) {
            throw HebbException.of(directory.toString(), "a class has no directory")
                    .received(classNames)
                    .expected("some of " + found);
        }
        var files = new ArrayList<Path>();
        var labels = new ArrayList<Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            int label = i;
            for (var file : walk(directory.resolve(wanted.get(i)), endings, followLinks)) {
                files.add(file);
                labels.add(label);
            }
        }
        return new LabelledFiles(files, labels, wanted).checked(directory, endings);
    }

    /// The files below a directory that end in one of these, without labels.
    static LabelledFiles unlabelled(Path directory, Set<String> endings, boolean followLinks) {
        var files = walk(directory, endings, followLinks);
        return new LabelledFiles(files, List.of(), List.of()).checked(directory, endings);
    }

    /// The same files, with labels in their order.
    LabelledFiles labelled(List<Integer> given) {
        if (given.size() != files.size()) {
            throw HebbException.of("labels", "there are not as many labels as files")
                    .received(given.size())
                    .expected(files.size());
        }
        var names = given.stream().distinct().sorted().map(String::valueOf).toList();
        return new LabelledFiles(files, List.copyOf(given), names);
    }

    private LabelledFiles checked(Path directory, Set<String> endings) {
        if (files.isEmpty()) {
            throw HebbException.of(directory.toString(), "there are no files")
                    .expected("files that end in one of " + endings.stream().sorted().toList());
        }
        return this;
    }

    private static List<String> directories(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(e -> e.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /// Directory by directory in the order of their paths, each one's files by name: Python's.
    private static List<Path> walk(Path directory, Set<String> endings, boolean followLinks) {
        var options =
                followLinks
                        ? new FileVisitOption[] {FileVisitOption.FOLLOW_LINKS}
                        : new FileVisitOption[0];
        try (var files = Files.walk(directory, options)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> hasEnding(f, endings))
                    .sorted(
                            Comparator.comparing((Path f) -> String.valueOf(f.getParent()))
                                    .thenComparing(f -> f.getFileName().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(directory, e);
        }
    }

    private static boolean hasEnding(Path file, Set<String> endings) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static HebbException unreadable(Path directory, Exception e) {
        return HebbException.of(directory.toString(), "the directory cannot be read")
                .received(e.getClass().getSimpleName() + ": " + e.getMessage())
                .expected("a directory with files")
                .cause(e);
    }

    /// In the order into which Keras shuffles them for this seed.
    LabelledFiles shuffled(long seed) {
        return select(NumpyRandom.of(seed).permutation(files.size()).toInts());
    }

    /// The first ones or, for validation, the last ones, this fraction of all.
    LabelledFiles part(double validationSplit, boolean validation) {
        int held = (int) (validationSplit * files.size());
        int kept = files.size() - held;
        var numbers = validation ? IntStream.range(kept, files.size()) : IntStream.range(0, kept);
        return select(numbers.toArray());
    }

    private LabelledFiles select(int... numbers) {
        return new LabelledFiles(
                IntStream.of(numbers).mapToObj(files::get).toList(),
                labels.isEmpty() ? labels : IntStream.of(numbers).mapToObj(labels::get).toList(),
                classNames);
    }

    /// The labels, if there are some.
    Optional<int[]> numbers() {
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(labels.stream().mapToInt(l -> l).toArray());
    }
}
