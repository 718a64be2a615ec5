package hebb.data.format;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands before the elements in a .npy file: a Python dictionary of three entries.
///
/// @param type numpy's name of the elements' type
/// @param fortran whether the first axis runs fastest
/// @param place where in the file it stands
record NpyHeader(String type, boolean fortran, Shape shape, long place) {
    private static final String FORM =
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }";

    private static final Set<String> ENTRIES = Set.of("descr", "fortran_order", "shape");

    // numpy leaves room for the first axis to grow to this many digits
    private static final int ROOM = 21;

    static NpyHeader parse(byte[] bytes, Incoming in, long place) {
        var entries =
                new Literal(new String(bytes, StandardCharsets.UTF_8), in, place).dictionary();
        if (!entries.keySet().equals(ENTRIES)) {
            throw in.at(place, "the header has other entries than it should")
                    .received(entries.keySet())
                    .expected(FORM);
        }
        if (!(entries.get("descr") instanceof String type)
                || !(entries.get("fortran_order") instanceof Boolean fortran)
                || !(entries.get("shape") instanceof Shape shape)) {
            throw in.at(place, "an entry of the header is of the wrong kind")
                    .received(entries)
                    .expected(FORM);
        }
        return new NpyHeader(type, fortran, shape, place);
    }

    /// How many Python objects there are, in a row.
    static int objects(byte[] bytes, Incoming in, long place) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var entries = new Literal(text, in, place).dictionary();
        if ("|O".equals(entries.get("descr"))
                && entries.get("shape") instanceof Shape shape
                && shape.rank() == 1) {
            return shape.dim(0);
        }
        throw in.at(place, "these are no lists").received(text.strip()).expected("'|O', in a row");
    }

    /// The type without its order of bytes.
    private String plain() {
        return type.isEmpty() || "<>|=".indexOf(type.charAt(0)) < 0 ? type : type.substring(1);
    }

    /// How many letters a text has at most, if the elements are texts.
    OptionalInt letters() {
        return plain().matches("U\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(plain().substring(1)))
                : OptionalInt.empty();
    }

    /// How a number lies in the file.
    Element element(Incoming in) {
        return switch (plain()) {
            case "b1", "?" -> Element.BOOL;
            case "u1" -> Element.UINT8;
            case "i1" -> Element.INT8;
            case "i2" -> Element.INT16;
            case "u2" -> Element.UINT16;
            case "i4" -> Element.INT32;
            case "u4" -> Element.UINT32;
            case "i8" -> Element.INT64;
            case "f2" -> Element.FLOAT16;
            case "f4" -> Element.FLOAT32;
            case "f8" -> Element.FLOAT64;
            default ->
                    throw in.at(place, "elements of that type cannot be read")
                            .received("'" + type + "'")
                            .expected("b1, u1, u2, u4, i1, i2, i4, i8, f2, f4 or f8")
                            .fix(
                                    letters().isPresent()
                                            ? "Npy.readTexts(file)"
                                            : "in Python: np.save(file, x.astype('float32'))");
        };
    }

    ByteOrder order() {
        return switch (type.charAt(0)) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '=' -> ByteOrder.nativeOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }

    /// The header of a tensor to be written, byte for byte as numpy 2 writes it.
    static byte[] of(DType dtype, Shape shape) {
        var dims = shape.stream().mapToObj(String::valueOf).toList();
        var room = dims.isEmpty() ? "" : " ".repeat(ROOM - dims.getFirst().length());
        var text =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }%s"
                        .formatted(code(dtype), tuple(dims), room);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String tuple(List<String> items) {
        return items.stream()
                .collect(Collectors.joining(", ", "(", items.size() == 1 ? ",)" : ")"));
    }

    private static String code(DType dtype) {
        return switch (dtype) {
            case BOOL -> "|b1";
            case UINT8 -> "|u1";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
        };
    }
}
