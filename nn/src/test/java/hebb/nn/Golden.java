package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Numbers that Keras computed: see `src/test/python/golden.py`.
public final class Golden {
    /// By how much float32 numbers may differ, or by which part.
    public static final double TOLERANCE = 2e-6;

    private final Map<String, Map<String, Tensor>> cases = new LinkedHashMap<>();

    private Golden() {}

    /// The cases of one file.
    public static Golden of(String file) {
        var golden = new Golden();
        var stream = Objects.requireNonNull(Golden.class.getResourceAsStream(file + ".txt"));
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var current = new LinkedHashMap<String, Tensor>();
            for (var line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
                var words = List.of(line.split(" "));
                if (words.getFirst().equals("case")) {
                    current = new LinkedHashMap<>();
                    golden.cases.put(words.get(1), current);
                } else {
                    current.put(words.getFirst(), tensor(words.subList(1, words.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private static Tensor tensor(List<String> words) {
        var dims = words.getFirst().replaceAll("[()]", "");
        var shape =
                Shape.of(
                        Arrays.stream(dims.split(","))
                                .filter(d -> !d.isEmpty())
                                .mapToInt(Integer::parseInt)
                                .toArray());
        var numbers = words.subList(1, words.size()).stream().mapToDouble(Double::parseDouble);
        return Tensor.of(numbers.toArray(), new Spec(shape, DType.FLOAT64)).cast(DType.FLOAT32);
    }

    /// The names of the cases.
    public Set<String> names() {
        return cases.keySet();
    }

    /// The tensors of one case, by name.
    public Map<String, Tensor> tensors(String name) {
        assertThat(cases).containsKey(name);
        return cases.getOrDefault(name, Map.of());
    }

    /// One tensor of a case, in float32.
    public Tensor tensor(String name, String tensor) {
        return Objects.requireNonNull(
                tensors(name).get(tensor), () -> "'" + tensor + "' of case '" + name + "'");
    }

    /// Fails unless the shapes are equal and the numbers differ by at most [#TOLERANCE].
    public static void assertClose(Tensor actual, Tensor expected) {
        assertClose(actual, expected, TOLERANCE);
    }

    /// Fails unless the shapes are equal and the numbers differ by at most `t`, or a `t`-th.
    public static void assertClose(Tensor actual, Tensor expected, double t) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        var a = actual.toDoubles();
        var e = expected.toDoubles();
        for (int i = 0; i < a.length; i++) {
            boolean equal = a[i] == e[i] || (Double.isNaN(a[i]) && Double.isNaN(e[i]));
            if (!equal && !(Math.abs(a[i] - e[i]) <= t + t * Math.abs(e[i]))) {
                throw new AssertionError(
                        "element "
                                + i
                                + " is "
                                + a[i]
                                + ", not "
                                + e[i]
                                + "\n"
                                + actual
                                + "\n instead of\n"
                                + expected);
            }
        }
    }
}
