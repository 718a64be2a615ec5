package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    @TempDir private Path folder = Path.of("");

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0000 0801 00000002 00ff, UINT8, 0, 255",
        "0000 0901 00000002 00ff, INT32, 0, -1",
        "0000 0b01 00000002 0001 fffe, INT32, 1, -2",
        "0000 0c01 00000002 00000001 fffffffe, INT32, 1, -2",
        "0000 0d01 00000002 3f800000 c0000000, FLOAT32, 1, -2",
        "0000 0e01 00000002 3ff0000000000000 c000000000000000, FLOAT64, 1, -2",
    })
    void readsEveryType(String hex, DType dtype, double first, double second) {
        var tensor = Idx.read("x", bytes(hex));
        assertThat(tensor.dtype()).isEqualTo(dtype);
        assertThat(tensor.toDoubles()).containsExactly(first, second);
    }

    @Test
    void readsPackedAndUnpackedFiles() throws IOException {
        var plain = bytes("0000 0802 00000002 00000001 0709");
        for (var content : new byte[][] {plain, packed(plain)}) {
            var file = Files.write(folder.resolve("x"), content);
            var tensor = Idx.read(file);
            assertThat(tensor.shape()).isEqualTo(Shape.of(2, 1));
            assertThat(tensor.toInts()).containsExactly(7, 9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.idx", "x.idx.gz"})
    void readsWhatItWrote(String name) {
        for (var dtype : new DType[] {DType.UINT8, DType.INT32, DType.FLOAT32, DType.FLOAT64}) {
            var tensor = Tensor.arange(200_000).reshape(400, 500).cast(dtype);
            Idx.write(folder.resolve(name), tensor);
            var read = Idx.read(folder.resolve(name));
            assertThat(read.spec()).isEqualTo(tensor.spec());
            assertThat(read.toInts()).isEqualTo(tensor.toInts());
        }
        assertThatThrownBy(() -> Idx.write(folder.resolve(name), Tensor.of(1L)))
                .hasMessage(
                        "Idx.write: IDX has no code for this element type\n"
                                + "  received: int64"
                                + "      expected: uint8, int32, float32 or float64\n"
                                + "  fix: x.cast(DType.INT32)");
    }

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Idx.write(folder.resolve("x"), Tensor.of(new int[][] {{1, -2}}));
        assertThat(Files.readAllBytes(folder.resolve("x")))
                .isEqualTo(bytes("0000 0c02 00000001 00000002 00000001 fffffffe"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0102 0801; x (byte 0): this is no IDX file; 01 02; 00 00",
                "0000 0701; x (byte 2): there is no element type of that code; 07;"
                        + " 08, 09, 0b, 0c, 0d or 0e",
                "0000; x (byte 0): the file is too short; 2 bytes;"
                        + " 4 bytes for the head of an IDX file",
                "0000 0803 00000001; x (byte 4): the file is too short; 4 bytes;"
                        + " 12 bytes for 3 lengths of axes",
                "0000 0801 00000003 0102; x (byte 8): the file is too short; 2 bytes;"
                        + " 3 bytes for a tensor of (3,)",
                "0000 0801 00000001 0102; x (byte 9): the file is too long; more bytes; its end",
                "0000 0801 ffffffff; x (byte 4): the length of an axis is too large; 4294967295;"
                        + " at most 2147483647",
            })
    void saysWhatIsWrong(String hex, String what, String received, String expected) {
        assertThatThrownBy(() -> Idx.read("x", bytes(hex)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "%s\n  received: %s      expected: %s".formatted(what, received, expected));
    }

    @Test
    void countsWhatIsPackedBeforeItBelievesTheSize() throws IOException {
        var bomb = packed(bytes("0000 0801 7fffffff 0102"));
        assertThatThrownBy(() -> Idx.read("bomb", bomb))
                .hasMessage(
                        "bomb (byte 8): the file is too short\n"
                                + "  received: 2 bytes"
                                + "      expected: 2147483647 bytes for a tensor of (2147483647,)");
        var zeros = new byte[8 + (20 << 20)];
        System.arraycopy(bytes("0000 0801 01400000"), 0, zeros, 0, 8);
        assertThat(Idx.read("zeros", packed(zeros)).shape()).isEqualTo(Shape.of(20 << 20));
    }

    @Test
    void noticesDamagedPacking() throws IOException {
        var packed = packed(bytes("0000 0801 00000002 0102"));
        packed[packed.length - 8] ^= 1; // the checksum
        assertThatThrownBy(() -> Idx.read("x", packed))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith("x (byte 10): the file is damaged\n  received: ");
        var cut = Arrays.copyOf(packed, packed.length - 12);
        assertThatThrownBy(() -> Idx.read("x", cut)).isInstanceOf(HebbException.class);
    }
}
