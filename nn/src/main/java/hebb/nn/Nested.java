package hebb.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How the inputs or the outputs of a model are put together: one, or a list or dict of such.
///
/// What lies in it is in the order in which Keras walks it: that of a list, and in a dict that of
/// the keys.
///
/// @param <T> what lies in it
public sealed interface Nested<T> {
    /// Just one.
    record One<T>(T value) implements Nested<T> {}

    /// One behind the other.
    record Listed<T>(List<Nested<T>> items) implements Nested<T> {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /// By their keys.
    record Keyed<T>(Map<String, Nested<T>> items) implements Nested<T> {
        public Keyed {
            items = Collections.unmodifiableMap(new TreeMap<>(items));
        }
    }

    /// One alone, or several as a list: so Keras gives its predictions.
    static <T> Nested<T> of(List<? extends T> values) {
        return values.size() == 1
                ? new One<>(values.getFirst())
                : new Listed<>(values.stream().<Nested<T>>map(One::new).toList());
    }

    /// Those by their keys.
    static <T> Nested<T> of(Map<String, ? extends T> values) {
        var items = new LinkedHashMap<String, Nested<T>>();
        values.forEach((key, value) -> items.put(key, new One<>(value)));
        return new Keyed<>(items);
    }

    /// All that lies in it, in order.
    default List<T> values() {
        return switch (this) {
            case One<T> one -> List.of(one.value);
            case Listed<T> list -> list.items.stream().flatMap(n -> n.values().stream()).toList();
            case Keyed<T> dict ->
                    dict.items.values().stream().flatMap(n -> n.values().stream()).toList();
        };
    }

    /// The same structure of other things.
    default <U> Nested<U> map(Function<? super T, ? extends U> to) {
        return switch (this) {
            case One<T> one -> new One<>(to.apply(one.value));
            case Listed<T> list ->
                    new Listed<>(list.items.stream().map(n -> n.<U>map(to)).toList());
            case Keyed<T> dict -> {
                var items = new LinkedHashMap<String, Nested<U>>();
                dict.items.forEach((key, n) -> items.put(key, n.map(to)));
                yield new Keyed<>(items);
            }
        };
    }

    /// Whether there is no list or dict inside a list or dict.
    default boolean isFlat() {
        return switch (this) {
            case One<T> _ -> true;
            case Listed<T> list -> list.items.stream().allMatch(One.class::isInstance);
            case Keyed<T> dict -> dict.items.values().stream().allMatch(One.class::isInstance);
        };
    }

    /// The names under which Keras logs the losses of what lies in it, in order: the keys and
    /// places that lead there, `p/0/dense`, where the last is the thing's own name in place of its
    /// place in a list.
    default List<String> names(Function<? super T, String> own) {
        var names = new ArrayList<String>();
        name("", true, own, names);
        return names;
    }

    private void name(
            String path, boolean isPlace, Function<? super T, String> own, List<String> names) {
        switch (this) {
            case One<T> one -> {
                var name = own.apply(one.value);
                int last = path.lastIndexOf('/');
                names.add(isPlace ? path.substring(0, last + 1) + name : path);
            }
            case Listed<T> list -> {
                for (int i = 0; i < list.items.size(); i++) {
                    list.items.get(i).name(under(path, String.valueOf(i)), true, own, names);
                }
            }
            case Keyed<T> dict ->
                    dict.items.forEach((key, n) -> n.name(under(path, key), false, own, names));
        }
    }

    private static String under(String path, String step) {
        return path.isEmpty() ? step : path + "/" + step;
    }
}
