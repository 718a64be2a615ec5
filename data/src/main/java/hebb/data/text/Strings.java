package hebb.data.text;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/// Texts in an array of some shape: `(count)` or `(count, width)`. Layers such as TextVectorization
/// make numbers of them, before a model or at its entrance.
///
/// @param values in order, the last axis fastest
public record Strings(Shape shape, List<String> values) {
    /// Texts in that shape.
    ///
    /// @throws HebbException if there are not as many as the shape holds
    public Strings {
        values = List.copyOf(values);
        if (!shape.isKnown() || shape.size() != values.size()) {
            throw HebbException.of("Strings", "there are not as many texts as the shape holds")
                    .received(values.size())
                    .expected(shape);
        }
    }

    /// Texts in a row.
    public static Strings of(String... values) {
        return of(Arrays.asList(values));
    }

    /// Texts in a row.
    public static Strings of(List<String> values) {
        return new Strings(Shape.of(values.size()), values);
    }

    /// Rows of equally many texts.
    public static Strings of(String[][] rows) {
        var values = new ArrayList<String>();
        for (var row : rows) {
            if (row.length != rows[0].length) {
                throw HebbException.of("Strings", "the rows differ in length")
                        .received(row.length)
                        .expected(rows[0].length);
            }
            values.addAll(Arrays.asList(row));
        }
        return new Strings(Shape.of(rows.length, rows.length == 0 ? 0 : rows[0].length), values);
    }

    /// The same texts in another shape.
    public Strings reshape(int... dims) {
        return new Strings(Shape.of(dims), values);
    }

    /// What a function makes of each.
    public Strings map(UnaryOperator<String> function) {
        return new Strings(shape, values.stream().map(function).toList());
    }

    /// The number that a function gives each, as int64 of the same shape.
    public Tensor numbers(ToLongFunction<String> function) {
        var numbers = values.stream().mapToLong(function).toArray();
        return Tensor.of(numbers, new Spec(shape, DType.INT64));
    }

    /// The texts of each row: what lies along the second axis, or one text where there is none.
    public List<List<String>> rows() {
        int width = shape.rank() < 2 ? 1 : shape.slice(1, shape.rank()).size();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < values.size(); i += width) {
            rows.add(values.subList(i, i + width));
        }
        return rows;
    }
}
