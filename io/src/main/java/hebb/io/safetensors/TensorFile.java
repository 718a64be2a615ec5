package hebb.io.safetensors;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import hebb.io.json.Json;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tensors of a `.safetensors` file, mapped until it is closed. All that the header says about
/// types, shapes and places is checked when it is opened: tensors must not overlap or leave a gap.
final class TensorFile implements AutoCloseable {
    private static final long LONGEST_HEADER = 100_000_000; // the format's own limit

    private final Arena arena;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// One tensor: its type as the file writes it, its shape, its bytes.
    private record Entry(Kind kind, Shape shape, MemorySegment bytes) {
        /// Where it begins in the data.
        long from(MemorySegment data) {
            return bytes.address() - data.address();
        }
    }

    /// The types that are read.
    private enum Kind {
        F32(4),
        F64(8),
        F16(2),
        BF16(2),
        I32(4),
        I64(8),
        U8(1),
        BOOL(1);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    private TensorFile(Arena arena, String file, MemorySegment bytes) {
        this.arena = arena;
        if (bytes.byteSize() < 8) {
            throw cut(file, bytes.byteSize() + " bytes", "a header's length in 8 bytes");
        }
        long length = bytes.get(little(ValueLayout.JAVA_LONG_UNALIGNED), 0);
        if (length < 2 || length > Math.min(LONGEST_HEADER, bytes.byteSize() - 8)) {
            throw cut(
                    file,
                    "a header of " + Long.toUnsignedString(length) + " bytes",
                    "one within the file, of at most " + LONGEST_HEADER + " bytes");
        }
        var text = bytes.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
        var header = Json.parse(file + ", header", new String(text, StandardCharsets.UTF_8));
        var data = bytes.asSlice(8 + length);
        header.fields()
                .forEach((name, json) -> {
                    if (!name.equals("__metadata__")) {
                        entries.put(name, entry(json, data));
                    }
                });
        requireWhole(file, data);
    }

    private static HebbException cut(String file, String received, String expected) {
        return HebbException.of(file, "no safetensors file, or one that is cut off")
                .received(received)
                .expected(expected);
    }

    /// Opens a file.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    static TensorFile open(Path file) {
        var arena = Arena.ofConfined();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new TensorFile(arena, file.toString(), bytes);
        } catch (IOException e) {
            arena.close();
            throw UnreadableFile.of(file, e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static Entry entry(Json json, MemorySegment data) {
        var kind = kind(json.at("dtype"));
        long size = kind.bytes;
        var dims = json.at("shape").items();
        for (var dim : dims) {
            long length = dim.whole();
            if (length < 0 || length > Integer.MAX_VALUE || size * Math.max(1, length) > 1L << 40) {
                throw json.at("shape")
                        .wrong("not the shape of a tensor")
                        .received(json.at("shape"));
            }
            size *= length;
        }
        var offsets = json.at("data_offsets").items();
        if (offsets.size() != 2
                || offsets.getFirst().whole() < 0
                || offsets.getLast().whole() > data.byteSize()
                || offsets.getLast().whole() - offsets.getFirst().whole() != size) {
            throw json.at("data_offsets")
                    .wrong("the place does not fit the shape or the file")
                    .received(json.at("data_offsets"))
                    .expected(size + " bytes within " + data.byteSize());
        }
        var shape = Shape.of(dims.stream().mapToInt(Json::integer).toArray());
        return new Entry(kind, shape, data.asSlice(offsets.getFirst().whole(), size));
    }

    private static Kind kind(Json json) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(json.text())) {
                return kind;
            }
        }
        throw json.wrong("elements of a type that is not read")
                .received(json)
                .expected("one of " + List.of(Kind.values()));
    }

    /// One begins where the one before it ends, the first at the beginning, and the last at the
    /// end.
    private void requireWhole(String file, MemorySegment data) {
        var places =
                entries.values().stream()
                        .sorted(
                                Comparator.comparingLong((Entry e) -> e.from(data))
                                        .thenComparingLong(e -> e.bytes.byteSize()))
                        .toList();
        long end = 0;
        for (var place : places) {
            requireAt(file, end, place.from(data), "the next tensor");
            end += place.bytes.byteSize();
        }
        requireAt(file, end, data.byteSize(), "the end of the file");
    }

    private static void requireAt(String file, long expected, long found, String what) {
        if (found != expected) {
            throw HebbException.of(file, "the tensors overlap or leave a gap")
                    .received(what + " at byte " + found + " behind the header")
                    .expected("byte " + expected + ", where the tensor before it ends");
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    Optional<Shape> shape(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::shape);
    }

    boolean fits(String name, Shape shape) {
        return shape(name).filter(shape::equals).isPresent();
    }

    /// The tensor of that name; float16 and bfloat16 as float32.
    Tensor read(String name) {
        var entry = Optional.ofNullable(entries.get(name)).orElseThrow();
        var bytes = entry.bytes;
        return switch (entry.kind) {
            case F32 ->
                    of(
                            bytes.toArray(little(ValueLayout.JAVA_FLOAT_UNALIGNED)),
                            DType.FLOAT32,
                            entry);
            case F64 ->
                    of(
                            bytes.toArray(little(ValueLayout.JAVA_DOUBLE_UNALIGNED)),
                            DType.FLOAT64,
                            entry);
            case I32 ->
                    of(bytes.toArray(little(ValueLayout.JAVA_INT_UNALIGNED)), DType.INT32, entry);
            case I64 ->
                    of(bytes.toArray(little(ValueLayout.JAVA_LONG_UNALIGNED)), DType.INT64, entry);
            case U8 -> of(bytes.toArray(ValueLayout.JAVA_BYTE), DType.UINT8, entry);
            case BOOL -> of(bytes.toArray(ValueLayout.JAVA_BYTE), DType.BOOL, entry);
            case F16, BF16 -> of(halves(entry), DType.FLOAT32, entry);
        };
    }

    private static Tensor of(Object array, DType type, Entry entry) {
        return Tensor.of(array, new Spec(entry.shape, type));
    }

    private static float[] halves(Entry entry) {
        var layout = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        var values = new float[entry.shape.size()];
        for (int i = 0; i < values.length; i++) {
            short bits = entry.bytes.get(layout, 2L * i);
            values[i] =
                    entry.kind == Kind.F16
                            ? Float.float16ToFloat(bits)
                            : Float.intBitsToFloat(bits << 16);
        }
        return values;
    }

    @SuppressWarnings("unchecked") // the order changes no type
    private static <L extends ValueLayout> L little(L layout) {
        return (L) layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        arena.close();
    }
}
