package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
    @TempDir private Path folder = Path.of("");

    private static Tensor tensor(Map<String, Tensor> tensors, String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void readsWhatNumpyWrote(String file) {
        var tensors = Npz.read(NumpyFiles.path(file));
        assertThat(tensors.keySet()).containsExactly("x", "y");
        assertThat(tensor(tensors, "x").spec()).isEqualTo(Spec.of(2, 3));
        assertThat(tensor(tensors, "x").toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(tensor(tensors, "y").dtype()).isEqualTo(DType.INT64);
        assertThat(tensor(tensors, "y").toInts()).containsExactly(0, 1, 2);
    }

    @Test
    void readsWhatItWrote() {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("b", Tensor.zeros(1000, 1000));
        tensors.put("a", Tensor.of(1, 2, 3));
        var stored = folder.resolve("stored.npz");
        var deflated = folder.resolve("deflated.npz");
        Npz.write(stored, tensors);
        Npz.writeCompressed(deflated, tensors);
        assertThat(stored.toFile().length()).isGreaterThan(4_000_000);
        assertThat(deflated.toFile().length()).isLessThan(10_000);
        for (var file : new Path[] {stored, deflated}) {
            var read = Npz.read(file);
            assertThat(read.keySet()).containsExactly("b", "a");
            assertThat(tensor(read, "b").shape()).isEqualTo(Shape.of(1000, 1000));
            assertThat(tensor(read, "a").toInts()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void writesTheSameBytesForTheSameTensors() throws IOException, InterruptedException {
        Npz.write(folder.resolve("a.npz"), Map.of("x", Tensor.of(1f)));
        Npz.write(folder.resolve("b.npz"), Map.of("x", Tensor.of(1f)));
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @Test
    void saysWhenItIsNoArchive() throws IOException {
        var text = Files.writeString(folder.resolve("x.npz"), "no archive");
        assertThatThrownBy(() -> Npz.read(text))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(text + ": this is no zip archive, or a damaged one\n")
                .hasMessageEndingWith("expected: an .npz file, as np.savez writes it");
        assertThatThrownBy(() -> Npz.read(folder.resolve("none.npz")))
                .hasMessage(folder.resolve("none.npz") + ": there is no such file");
    }

    @Test
    void noticesAChangedByteByItsChecksum() throws IOException {
        var bytes = Files.readAllBytes(NumpyFiles.path("stored.npz"));
        var header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<f4");
        bytes[header + 118] ^= 1; // behind the header: an element
        var damaged = Files.write(folder.resolve("x.npz"), bytes);
        assertThatThrownBy(() -> Npz.read(damaged))
                .hasMessage(
                        damaged
                                + ", entry 'x.npy' (byte 152): the file is damaged\n"
                                + "  received: a wrong checksum");
    }

    @Test
    void namesTheEntryThatIsWrong() throws IOException {
        var bytes = Files.readAllBytes(NumpyFiles.path("stored.npz"));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.lastIndexOf("NUMPY")] = 'X';
        var damaged = Files.write(folder.resolve("x.npz"), bytes);
        assertThatThrownBy(() -> Npz.read(damaged))
                .hasMessageStartingWith(
                        damaged + ", entry 'y.npy' (byte 0): this is no .npy file\n");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("a", Tensor.of(1));
        tensors.put("b", Tensor.of(2));
        var file = folder.resolve("x.npz");
        Npz.write(file, tensors);
        var text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("b.npy", "a.npy");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Npz.read(file))
                .hasMessage(file + ", entry 'a.npy': there are two entries of that name");
    }

    @Test
    void refusesEntriesThatShareTheirBytes() throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("a", Tensor.zeros(500));
        tensors.put("b", Tensor.zeros(500));
        var file = folder.resolve("x.npz");
        Npz.write(file, tensors);
        var bytes = Files.readAllBytes(file);
        var overlapping = Files.write(file, withoutSecondEntry(bytes));
        assertThatThrownBy(() -> Npz.read(overlapping))
                .hasMessageStartingWith(file + ": the archive's entries overlap\n");
    }

    /// The archive without the bytes of its second entry, whose directory entry points to the
    /// first.
    private static byte[] withoutSecondEntry(byte[] zip) {
        var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int directory = in.getInt(end + 16);
        int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2", directory + 1);
        int gone = directory - in.getInt(second + 42);
        in.putInt(second + 42, 0).putInt(end + 16, directory - gone);
        return ByteBuffer.allocate(zip.length - gone)
                .put(zip, 0, directory - gone)
                .put(zip, directory, zip.length - directory)
                .array();
    }
}
