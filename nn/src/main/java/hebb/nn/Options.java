package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The options of one layer, loss or optimizer: each with its name in Keras's spelling, its type,
/// its value and how to give it another one. A class lists them once; its text, its config in a
/// file and its making from such a config all read that list.
///
/// {@snippet :
/// public Options options() {
///     return Options.of("units", int.class, units, v -> units = v)
///             .and("use_bias", boolean.class, useBias, v -> useBias = v);
/// }
/// }
public final class Options {
    private static final Options NONE = new Options(List.of());
    private static final Object MISSING = Optional.empty();

    private final List<Option> options;

    private Options(List<Option> options) {
        this.options = options;
    }

    /// One option. A missing value, Python's `None`, is `Optional.empty()`; `assign` changes the
    /// object that made the list, and is called on fresh copies only.
    public record Option(
            String name, Class<?> type, Object value, boolean optional, Consumer<Object> assign) {}

    /// No options at all.
    public static Options none() {
        return NONE;
    }

    /// A list of one option, which always has a value.
    public static <T> Options of(String name, Class<T> type, T value, Consumer<T> assign) {
        return NONE.and(name, type, value, assign);
    }

    /// This list and one more option, which always has a value.
    @SuppressWarnings("unchecked") // assign(…) checks the type before
    public <T> Options and(String name, Class<T> type, T value, Consumer<T> assign) {
        return plus(new Option(name, type, value, false, v -> assign.accept((T) v)));
    }

    /// A list of the option `axis`: one axis or several. Keras writes one as a number.
    public static Options ofAxes(int[] axes, Consumer<int[]> assign) {
        var value = axes.length == 1 ? (Object) axes[0] : Arrays.stream(axes).boxed().toList();
        return of("axis", Object.class, value, v -> assign.accept(axes(v)));
    }

    private static int[] axes(Object value) {
        return switch (value) {
            case Integer one -> new int[] {one};
            case int[] many -> many;
            case List<?> list
                    when list.stream().allMatch(Integer.class::isInstance) && !list.isEmpty() ->
                    list.stream().mapToInt(a -> (Integer) a).toArray();
            default ->
                    throw HebbException.of("option 'axis'", "the value names no axes")
                            .received(value)
                            .expected("a whole number, or a list of them");
        };
    }

    /// This list and one more option, which may be missing.
    @SuppressWarnings("unchecked") // assign(…) checks the type before
    public <T> Options optional(
            String name, Class<T> type, Optional<T> value, Consumer<Optional<T>> assign) {
        Object given = value.isPresent() ? value.get() : value;
        return plus(
                new Option(
                        name,
                        type,
                        given,
                        true,
                        v ->
                                assign.accept(
                                        MISSING.equals(v)
                                                ? Optional.empty()
                                                : Optional.of((T) v))));
    }

    /// This list and those of `more` behind it.
    public Options and(Options more) {
        var joined = new ArrayList<>(options);
        joined.addAll(more.options);
        return new Options(List.copyOf(joined));
    }

    private Options plus(Option option) {
        var joined = new ArrayList<>(options);
        joined.add(option);
        return new Options(List.copyOf(joined));
    }

    /// All of them, in order.
    public List<Option> all() {
        return options;
    }

    /// The names, in order.
    public List<String> names() {
        return options.stream().map(Option::name).toList();
    }

    /// The values by name, in order; a missing one is `Optional.empty()`.
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        options.forEach(o -> values.put(o.name(), o.value()));
        return values;
    }

    /// Gives the object that made this list another value of one option, `Optional.empty()` for
    /// none. For those who make objects from files.
    ///
    /// @throws HebbException if there is no such option, or the value is of another type
    public void assign(String name, Object value) {
        for (var option : options) {
            if (option.name().equals(name)) {
                check(option, value);
                option.assign().accept(value);
                return;
            }
        }
        throw HebbException.of("Options", "there is no option of that name")
                .received("'" + name + "'")
                .expected(Nearest.oneOf(names()))
                .fix(Nearest.fix(name, names()));
    }

    private static void check(Option option, Object value) {
        var type = MethodType.methodType(option.type()).wrap().returnType();
        if (!type.isInstance(value) && !(option.optional() && value.equals(MISSING))) {
            throw HebbException.of("option '" + option.name() + "'", "the value has another type")
                    .received(text(value))
                    .expected(type.getSimpleName() + (option.optional() ? ", or None" : ""));
        }
    }

    /// `units=128, use_bias=true`.
    @Override
    public String toString() {
        return String.join(
                ", ", options.stream().map(o -> o.name() + "=" + text(o.value())).toList());
    }

    private static String text(Object value) {
        return switch (value) {
            case String s -> "'" + s + "'";
            case int[] a -> Arrays.toString(a);
            case Optional<?> o -> o.isEmpty() ? "None" : text(o.get());
            default -> value.toString();
        };
    }
}
