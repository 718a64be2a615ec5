package hebb.eval;

import hebb.core.shape.HebbException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// What classes are called.
final class LabelNames {
    private LabelNames() {}

    static List<String> numbers(int... labels) {
        return IntStream.of(labels).mapToObj(String::valueOf).toList();
    }

    /// Names that were given for these classes, checked.
    static List<String> of(String where, int[] labels, List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw HebbException.of(where, "two classes have one name")
                    .received(names)
                    .expected("another name for each class");
        }
        if (names.size() != labels.length) {
            throw HebbException.of(where, "there is not one name for each class")
                    .received(names.size() + " names")
                    .expected(labels.length + ", for the classes " + Arrays.toString(labels))
                    .fix("say which classes there are: .labels(0, 1, 2).names(…)");
        }
        return List.copyOf(names);
    }

    static int[] checked(String where, int... labels) {
        if (labels.length == 0 || IntStream.of(labels).distinct().count() < labels.length) {
            throw HebbException.of(where, "the classes are not each named once")
                    .received(Arrays.toString(labels))
                    .expected("one label or more, none twice");
        }
        return labels.clone();
    }
}
