package hebb.eval;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Named;

/// What scikit-learn 1.9 computed: `src/test/python/cases.py`.
record Cases(String kind, Map<String, String> fields, String text) {
    /// The cases of one kind in a file, named by their number.
    static List<Named<Cases>> of(String file, String kind) {
        var stream = Objects.requireNonNull(Cases.class.getResourceAsStream(file + ".txt"));
        try (stream) {
            var all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var cases =
                    Pattern.compile("\n=\n")
                            .splitAsStream(all)
                            .map(Cases::parse)
                            .filter(c -> c.kind.equals(kind))
                            .toList();
            return cases.stream().map(c -> Named.of(kind + " " + cases.indexOf(c), c)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cases parse(String block) {
        int text = block.indexOf("\ntext\n");
        var head = text < 0 ? block : block.substring(0, text);
        var fields = new HashMap<String, String>();
        head.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    fields.put(line.substring(0, space), line.substring(space + 1));
                });
        return new Cases(
                Objects.requireNonNull(fields.get("case")),
                fields,
                text < 0 ? "" : block.substring(text + "\ntext\n".length()));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String word(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    double number(String name) {
        return Double.parseDouble(spelled(word(name)));
    }

    double[] numbers(String name) {
        return Arrays.stream(word(name).split(" ", -1))
                .mapToDouble(w -> Double.parseDouble(spelled(w)))
                .toArray();
    }

    private static String spelled(String word) {
        return word.replace("nan", "NaN").replace("inf", "Infinity");
    }

    int[] ints(String name) {
        return Arrays.stream(numbers(name)).mapToInt(v -> (int) v).toArray();
    }

    /// int32, of one axis.
    Tensor labels(String name) {
        return Tensor.of(ints(name));
    }

    /// float64, of one axis.
    Tensor tensor(String name) {
        return Tensor.of(numbers(name));
    }

    /// float64, of so many rows.
    Tensor rows(String name, int rows) {
        var values = numbers(name);
        return Tensor.of(values, new Spec(Shape.of(rows, values.length / rows), DType.FLOAT64));
    }

    @Override
    public String toString() {
        return kind;
    }
}
