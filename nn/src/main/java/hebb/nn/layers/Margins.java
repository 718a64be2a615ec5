package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.nn.Options;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// So much before and so much behind each spatial axis. Keras writes a pair for one axis, a list of
/// pairs for several.
record Margins(List<Integer> before, List<Integer> behind) {
    /// Of one number for all of them; of one for each of several axes; or of two for each, before
    /// and behind.
    static Margins of(String where, String option, int rank, int... values) {
        boolean fits =
                values.length == 1
                        || values.length == 2 * rank
                        || (rank > 1 && values.length == rank);
        if (!fits || Arrays.stream(values).anyMatch(v -> v < 0)) {
            throw HebbException.of(where, option + " fits no input")
                    .received(Arrays.toString(values))
                    .expected(
                            "one number of 0 or more, "
                                    + (rank > 1 ? rank + " of them, " : "")
                                    + "or "
                                    + 2 * rank
                                    + " of them: before and behind each axis");
        }
        if (values.length < 2 * rank) {
            var each = values.length == 1 ? Collections.nCopies(rank, values[0]) : list(values);
            return new Margins(each, each);
        }
        var all = list(values);
        return new Margins(every(all, 0), every(all, 1));
    }

    private static List<Integer> list(int... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Integer> every(List<Integer> values, int from) {
        return IntStream.range(0, values.size() / 2)
                .mapToObj(i -> values.get(2 * i + from))
                .toList();
    }

    int rank() {
        return before.size();
    }

    /// Along one of the axes, both together.
    int sum(int axis) {
        return before.get(axis) + behind.get(axis);
    }

    /// As an option, which a file may also hold in the shorter forms.
    Options option(String where, String name, Consumer<Margins> assign) {
        var pairs =
                IntStream.range(0, rank())
                        .mapToObj(i -> List.of(before.get(i), behind.get(i)))
                        .toList();
        Object value = rank() == 1 ? pairs.getFirst() : pairs;
        return Options.of(
                name,
                Object.class,
                value,
                v -> assign.accept(of(where, name, rank(), numbers(where, name, v))));
    }

    private int[] numbers(String where, String name, Object value) {
        return switch (value) {
            case Integer i -> new int[] {i};
            case int[] many -> many;
            case List<?> list ->
                    list.stream()
                            .flatMapToInt(v -> Arrays.stream(numbers(where, name, v)))
                            .toArray();
            default ->
                    throw HebbException.of(where, name + " is not made of whole numbers")
                            .received(value)
                            .expected("a number, a pair, or a list of them");
        };
    }
}
