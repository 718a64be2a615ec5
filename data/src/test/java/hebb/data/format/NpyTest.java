package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir private Path folder = Path.of("");

    /// Writes a file whose header says this, with `size` bytes behind it.
    private Path file(String header, int size) throws IOException {
        var text = header.getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new byte[10 + text.length + size];
        var magic = new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
        System.arraycopy(magic, 0, bytes, 0, 10);
        System.arraycopy(text, 0, bytes, 10, text.length);
        return Files.write(folder.resolve("x.npy"), bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "bool, BOOL, 0 1 0 1 0 1",
        "uint8, UINT8, 0 1 2 3 4 5",
        "uint16, INT32, 0 1 2 3 4 5",
        "uint32, INT64, 0 1 2 3 4 5",
        "int8, INT32, -2 -1 0 1 2 3",
        "int16, INT32, -2 -1 0 1 2 3",
        "int32, INT32, -2 -1 0 1 2 3",
        "int64, INT64, -2 -1 0 1 2 3",
        "float16, FLOAT32, -1 -.5 0 .5 1 1.5",
        "float32, FLOAT32, -1 -.5 0 .5 1 1.5",
        "float64, FLOAT64, -1 -.5 0 .5 1 1.5",
        "big_int16, INT32, -2 -1 0 1 2 3",
        "big_int32, INT32, -2 -1 0 1 2 3",
        "big_int64, INT64, -2 -1 0 1 2 3",
        "big_float16, FLOAT32, -2 -1 0 1 2 3",
        "big_float32, FLOAT32, -2 -1 0 1 2 3",
        "big_float64, FLOAT64, -2 -1 0 1 2 3",
        "version2, FLOAT32, 0 1 2 3 4 5",
        "version3, FLOAT32, 0 1 2 3 4 5",
    })
    void readsWhatNumpyWrote(String file, DType dtype, String values) {
        var tensor = Npy.read(NumpyFiles.path(file + ".npy"));
        assertThat(tensor.spec()).isEqualTo(new Spec(Shape.of(2, 3), dtype));
        assertThat(tensor.toDoubles())
                .containsExactly(
                        Arrays.stream(values.split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
    }

    @Test
    void readsFortranOrder() {
        var tensor = Npy.read(NumpyFiles.path("fortran.npy"));
        assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3, 4));
        assertThat(tensor.toInts()).containsExactly(IntStream.range(0, 24).toArray());
    }

    @Test
    void readsScalarsAndEmptyArrays() {
        assertThat(Npy.read(NumpyFiles.path("scalar.npy")).item()).isEqualTo(2.5);
        assertThat(Npy.read(NumpyFiles.path("scalar.npy")).shape()).isEqualTo(Shape.of());
        assertThat(Npy.read(NumpyFiles.path("empty.npy")).shape()).isEqualTo(Shape.of(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bool", "uint8", "int32", "int64", "float32", "float64", "scalar", "vector", "empty"
            })
    void writesWhatNumpyWrites(String file) throws IOException {
        var original = NumpyFiles.path(file + ".npy");
        var copy = folder.resolve("copy.npy");
        Npy.write(copy, Npy.read(original));
        assertThat(copy).hasSameBinaryContentAs(original);
    }

    @Test
    void readsWhatItWroteWhenLongerThanAChunk() {
        var values = Tensor.arange(100_003).cast(DType.FLOAT64);
        Npy.write(folder.resolve("long.npy"), values);
        assertThat(Npy.read(folder.resolve("long.npy")).toDoubles())
                .containsExactly(values.toDoubles());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "object; |O; in Python: np.save(file, x.astype('float32'))",
                "text; <U1; Npy.readTexts(file)",
                "complex64; <c8; in Python: np.save(file, x.astype('float32'))"
            })
    void refusesWhatIsNoNumber(String file, String type, String fix) {
        var path = NumpyFiles.path(file + ".npy");
        assertThatThrownBy(() -> Npy.read(path))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        path
                                + " (byte 10): elements of that type cannot be read\n"
                                + "  received: '"
                                + type
                                + "'      expected: b1, u1, u2, u4, i1, i2, i4, i8, f2, f4 or f8\n"
                                + "  fix: "
                                + fix);
    }

    @Test
    void readsTexts() throws IOException {
        var numpy = NumpyFiles.path("texts.npy"); // np.array([["a", "größer"], ["", "日本"]])
        assertThat(Npy.holdsTexts(numpy)).isTrue();
        assertThat(Npy.readTexts(numpy))
                .isEqualTo(Strings.of(new String[][] {{"a", "größer"}, {"", "日本"}}));
        assertThat(Npy.holdsTexts(NumpyFiles.path("complex64.npy"))).isFalse();
        var path = NumpyFiles.path("complex64.npy");
        assertThatThrownBy(() -> Npy.readTexts(path))
                .hasMessage(
                        path
                                + " (byte 10): the elements are no texts in row-major order\n"
                                + "  received: '<c8'      expected: U and a number\n"
                                + "  fix: in Python: np.save(file, np.array(texts))");
    }

    @Test
    void refusesRecords() {
        assertThatThrownBy(() -> Npy.read(NumpyFiles.path("record.npy")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("(byte 20): records of several fields cannot be read");
    }

    @Test
    void saysWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> Npy.read(folder.resolve("none.npy")))
                .hasMessage(folder.resolve("none.npy") + ": there is no such file");
        assertThatThrownBy(() -> Npy.read(folder))
                .hasMessage(folder + ": this is a folder\n  expected: a file");
    }

    @Test
    void saysWhatIsMissingOfACutFile() throws IOException {
        var cut = file("{'descr': '<f4', 'fortran_order': False, 'shape': (1000, 1000)}", 12);
        assertThatThrownBy(() -> Npy.read(cut))
                .hasMessage(
                        cut
                                + " (byte 73): the file is too short\n"
                                + "  received: 12 bytes"
                                + "      expected: 4000000 bytes for a tensor of (1000, 1000)");
        var tail = file("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", 5);
        assertThatThrownBy(() -> Npy.read(tail))
                .hasMessage(
                        tail
                                + " (byte 69): the file is too long\n"
                                + "  received: more bytes      expected: its end");
    }

    @Test
    void believesNoSizeThatIsNotThere() throws IOException {
        var huge = file("{'descr': '<f8', 'fortran_order': False, 'shape': (99999, 99999)}", 8);
        assertThatThrownBy(() -> Npy.read(huge))
                .hasMessage(
                        huge
                                + " (byte 75), Shape (99999, 99999): too large for one tensor\n"
                                + "  expected: at most 2147483647 elements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'descr': '<f4'; (byte 25): the header is damaged; its end; '}'",
                "nonsense; (byte 10): the header is damaged; nonsense; '{'",
                "{'shape': (2, -1)}; (byte 24): the header is damaged; -1)}; the length of an axis",
                "{'shape': (99999999999)}; (byte 21): the header is damaged; 99999999999)};"
                        + " a length of at most 2147483647",
                "{'shape': Truth}; (byte 20): the header is damaged; Truth}; True",
                "{'shape': exit()}; (byte 20): the header is damaged; exit()};"
                        + " a string, True, False or a tuple",
                "{'a': 'b', 'a': 'c'}; (byte 29): the header is damaged; };"
                        + " no second entry ''a''",
                "{} + 1; (byte 13): the header is damaged; + 1; the end of the header",
                "{'shape': ()}; (byte 10): the header has other entries than it should; [shape];"
                        + " {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }",
            },
            quoteCharacter = '"')
    void saysWhatIsWrongWithAHeader(String header, String what, String received, String expected)
            throws IOException {
        var file = file(header, 0);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "%s %s\n  received: %s      expected: %s"
                                .formatted(file, what, received, expected.replace("''", "'")));
    }

    @Test
    void refusesAnEntryOfTheWrongKind() throws IOException {
        var file = file("{'descr': True, 'fortran_order': False, 'shape': (1,)}", 4);
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessageStartingWith(
                        file + " (byte 10): an entry of the header is of the wrong");
    }

    @Test
    void refusesOtherFilesAndVersions() throws IOException {
        var text = Files.writeString(folder.resolve("notes.npy"), "just some text");
        assertThatThrownBy(() -> Npy.read(text))
                .hasMessage(
                        text
                                + " (byte 0): this is no .npy file\n  received: 6a 75 73 74 20 73"
                                + "      expected: 93 4e 55 4d 50 59, as numpy's files begin");
        var bytes = Files.readAllBytes(NumpyFiles.path("float32.npy"));
        bytes[6] = 4;
        var later = Files.write(folder.resolve("later.npy"), bytes);
        assertThatThrownBy(() -> Npy.read(later))
                .hasMessage(
                        later
                                + " (byte 6): there is no such version of the format\n"
                                + "  received: 4.0      expected: 1.0, 2.0 or 3.0");
        bytes[6] = 2;
        bytes[10] = 1;
        var long2 = Files.write(folder.resolve("long.npy"), bytes);
        assertThatThrownBy(() -> Npy.read(long2))
                .hasMessageContaining("(byte 8): the header is too long");
    }
}
