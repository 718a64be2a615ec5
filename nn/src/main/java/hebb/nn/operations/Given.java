package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.operations.Definition.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What one call of an operation is given: tensors, by the names of its parameters, and numbers,
/// lists or texts, by those of its parameters and options.
public final class Given {
    private final Map<String, List<Tensor>> tensors = new HashMap<>();
    private final Map<String, Object> values;
    private final String first;
    private final DType widest;

    /// Tensors go to the parameters that no value was told for, in order.
    ///
    /// @param values what was told, and the options
    /// @throws HebbException if there are too many or too few
    public Given(Definition definition, Map<String, ?> values, List<Tensor> tensors) {
        this.values = Map.copyOf(values);
        first = definition.parameters().getFirst().name();
        widest = tensors.stream().map(Tensor::dtype).reduce(DType.BOOL, DType::promote);
        int at = 0;
        for (var p : definition.parameters()) {
            if (values.containsKey(p.name())) {
                continue;
            }
            boolean takesAll = p.kind() == Kind.LIST || p.kind() == Kind.ALL_OTHERS;
            int end = takesAll ? tensors.size() : Math.min(at + 1, tensors.size());
            if (at == end && p.kind() != Kind.PERHAPS_ONE) {
                throw count(definition, tensors);
            }
            this.tensors.put(p.name(), tensors.subList(at, end));
            at = end;
        }
        if (at < tensors.size()) {
            throw count(definition, tensors);
        }
    }

    private HebbException count(Definition definition, List<Tensor> tensors) {
        var names = definition.parameters().stream().map(Definition.Parameter::name).toList();
        return HebbException.of(definition.name(), "the number of operands is wrong")
                .received(
                        tensors.size() + " tensors " + tensors.stream().map(Tensor::shape).toList())
                .expected(String.join(", ", names));
    }

    /// The first operand.
    Tensor x() {
        return tensor(first);
    }

    /// The first operand; whole numbers as float32.
    Tensor floating() {
        return floating(x());
    }

    static Tensor floating(Tensor x) {
        return x.dtype().isFloating() ? x : x.cast(DType.FLOAT32);
    }

    /// An operand: a tensor, or a number, which takes the type of the tensors beside it; a fraction
    /// makes whole numbers float32.
    Tensor tensor(String name) {
        return optional(name).orElseThrow(() -> missing(name, "a tensor"));
    }

    /// An operand that may be missing.
    Optional<Tensor> optional(String name) {
        var given = tensors.getOrDefault(name, List.of());
        if (!given.isEmpty()) {
            return Optional.of(given.getFirst());
        }
        return Optional.ofNullable(values.get(name)).flatMap(value -> tensorOf(name, value));
    }

    private Optional<Tensor> tensorOf(String name, Object value) {
        return switch (value) {
            case Tensor constant -> Optional.of(constant);
            case Boolean truth -> Optional.of(scalar(truth ? 1 : 0, DType.BOOL.promote(widest)));
            case Integer whole -> {
                var type = widest == DType.BOOL ? DType.INT32 : widest;
                yield Optional.of(scalar(whole, type));
            }
            case Number number -> {
                var type = widest.isFloating() ? widest : DType.FLOAT32;
                yield Optional.of(scalar(number.doubleValue(), type));
            }
            case Optional<?> o when o.isEmpty() -> Optional.empty();
            case List<?> list -> Optional.of(listed(name, list));
            default -> throw missing(name, "a tensor or a number");
        };
    }

    private static Tensor scalar(double value, DType type) {
        return Tensor.scalar(value, type);
    }

    private Tensor listed(String name, List<?> list) {
        var parts = list.stream().map(v -> tensorOf(name, v).orElseThrow()).toList();
        return Tensor.stack(0, parts.toArray(Tensor[]::new));
    }

    /// All tensors of a parameter that is a list.
    Tensor[] list(String name) {
        var given = tensors.getOrDefault(name, List.of()).stream();
        return given.map(t -> t.cast(widest)).toArray(Tensor[]::new);
    }

    /// Whether an option has a value.
    boolean has(String name) {
        var value = values.get(name);
        return value != null && !(value instanceof Optional<?>);
    }

    Object value(String name) {
        var value = values.get(name);
        if (value == null || value instanceof Optional<?>) {
            throw missing(name, "a value");
        }
        return value;
    }

    int integer(String name) {
        return (int) number(name);
    }

    double number(String name) {
        if (value(name) instanceof Number n) {
            return n.doubleValue();
        }
        throw missing(name, "a number");
    }

    boolean truth(String name) {
        return value(name) instanceof Boolean b ? b : number(name) != 0;
    }

    String text(String name) {
        return String.valueOf(value(name));
    }

    /// Whole numbers, or one; None is an unknown length.
    int[] ints(String name) {
        return switch (value(name)) {
            case Number one -> new int[] {one.intValue()};
            case List<?> list ->
                    list.stream()
                            .mapToInt(v -> v instanceof Number n ? n.intValue() : Shape.UNKNOWN)
                            .toArray();
            default -> throw missing(name, "whole numbers");
        };
    }

    /// The type that an option names, if it names one.
    Optional<DType> dtype(String name) {
        return has(name) ? Optional.of(DType.parse(text(name))) : Optional.empty();
    }

    /// The axes that the option `axis` names, counted from 0; without any, all of them.
    int[] axes() {
        var all = IntStream.range(0, x().rank());
        return has("axis")
                ? IntStream.of(ints("axis")).map(x().shape()::axis).toArray()
                : all.toArray();
    }

    /// The one axis that the option `axis` names, counted from 0.
    int axis() {
        return x().shape().axis(integer("axis"));
    }

    /// The first operand with the axis that is named, or with all of its elements along one.
    Tensor alongAxis() {
        return has("axis") ? x() : x().flatten();
    }

    /// That axis.
    int alongWhich() {
        return has("axis") ? axis() : 0;
    }

    private HebbException missing(String name, String expected) {
        return HebbException.of("argument '" + name + "'", "the value is not one for it")
                .received(values.getOrDefault(name, "nothing"))
                .expected(expected);
    }
}
