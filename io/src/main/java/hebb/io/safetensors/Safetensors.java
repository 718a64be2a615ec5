package hebb.io.safetensors;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.tensor.Tensor;
import hebb.data.format.NewFile;
import hebb.io.json.Json;
import hebb.nn.Model;
import hebb.nn.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Weights and states by their paths in a `.safetensors` file: a JSON header with type, shape and
/// place of each tensor, then the numbers.
///
/// Source: the format's specification, github.com/huggingface/safetensors.
public final class Safetensors {
    private static final Map<DType, String> NAMES =
            Map.of(
                    DType.FLOAT32, "F32",
                    DType.FLOAT64, "F64",
                    DType.INT32, "I32",
                    DType.INT64, "I64",
                    DType.UINT8, "U8",
                    DType.BOOL, "BOOL");

    private Safetensors() {}

    /// Gives a model the weights of a file, by their paths.
    ///
    /// @throws HebbException if one is missing or has another shape, and nothing changes; with
    ///   `skipMismatch` such a one stays as it is
    public static void load(Model model, Path file, boolean skipMismatch) {
        var fitting = new LinkedHashMap<Weight, Tensor>();
        try (var tensors = TensorFile.open(file)) {
            for (var weight : model.weights()) {
                if (tensors.fits(weight.path(), weight.shape())) {
                    fitting.put(weight, tensors.read(weight.path()));
                } else if (!skipMismatch) {
                    throw missing(file, weight, tensors);
                }
            }
        }
        fitting.forEach(Weight::assign);
    }

    private static HebbException missing(Path file, Weight weight, TensorFile tensors) {
        return HebbException.of(file.toString(), "there is no tensor for a weight of the model")
                .received(
                        tensors.shape(weight.path())
                                .map(s -> weight.path() + " " + s)
                                .orElse(Nearest.oneOf(tensors.names())))
                .expected(weight);
    }

    /// Writes the weights and states of a model.
    ///
    /// @throws HebbException if they cannot be written
    public static void save(Model model, Path file) {
        var header = new LinkedHashMap<String, Object>();
        var values = new ArrayList<Tensor>();
        long end = 0;
        for (var weight : model.weights()) {
            var value = weight.value();
            long start = end;
            end += (long) value.size() * value.dtype().bytes();
            values.add(value);
            header.put(weight.path(), entry(value, start, end));
        }
        NewFile.write(file, out -> write(header, values, out));
    }

    private static Map<String, Object> entry(Tensor value, long start, long end) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("dtype", NAMES.getOrDefault(value.dtype(), ""));
        entry.put("shape", value.shape().stream().boxed().toList());
        entry.put("data_offsets", List.of(start, end));
        return entry;
    }

    private static void write(Map<String, Object> header, List<Tensor> values, OutputStream out)
            throws IOException {
        var json = Json.write(header).getBytes(StandardCharsets.UTF_8);
        int padding = -json.length & 7; // the numbers begin at a multiple of eight
        out.write(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length + padding)
                        .array());
        out.write(json);
        out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        for (var value : values) {
            out.write(bytes(value));
        }
    }

    private static byte[] bytes(Tensor value) {
        var buffer =
                ByteBuffer.allocate(Math.multiplyExact(value.size(), value.dtype().bytes()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        switch (value.toArray()) {
            case float[] a -> buffer.asFloatBuffer().put(a);
            case double[] a -> buffer.asDoubleBuffer().put(a);
            case int[] a -> buffer.asIntBuffer().put(a);
            case long[] a -> buffer.asLongBuffer().put(a);
            case byte[] a -> buffer.put(a);
            default -> throw new IllegalStateException("no numbers: " + value.dtype());
        }
        return buffer.array();
    }
}
