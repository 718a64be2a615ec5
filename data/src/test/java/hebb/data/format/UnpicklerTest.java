package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pickles by hand, as a program may and may not write them.
class UnpicklerTest {
    private static final String ARRAY =
            "\u0080\u0003cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085C\1b"
                    + "\u0087R(K\1K\2\u0085cnumpy\ndtype\nX\2\0\0\0O8K\0K\1\u0087R\u0089";

    @TempDir private Path folder = Path.of("");

    private Path npz(String descr, byte[] pickle) throws IOException {
        var header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (2,), }\n";
        var content = new ByteArrayOutputStream();
        content.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        content.write(new byte[] {(byte) header.length(), 0});
        content.write(header.getBytes(StandardCharsets.ISO_8859_1));
        content.write(pickle);
        var file = folder.resolve("x.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            content.writeTo(zip);
        }
        return file;
    }

    private static byte[] bytes(String pickle) {
        return pickle.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refuses(byte[] pickle, String what) throws IOException {
        var file = npz("|O", pickle);
        assertThatThrownBy(() -> Npz.readLists(file, "x"))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining(file + ", entry 'x.npy'")
                .hasMessageContaining(what);
    }

    @Test
    void readsListsOfNumbers() throws IOException {
        var rows =
                Npz.readLists(
                        npz("|O", bytes(ARRAY + "](](K\1M\0\1J\0\0\1\0e]\u008a\3\0\0\1aetb.")),
                        "x");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsExactly(1, 256, 65_536);
        assertThat(rows.get(1)).containsExactly(65_536);
    }

    @Test
    void runsNothing() throws IOException {
        refuses(
                bytes("\u0080\3cos\nsystem\nX\4\0\0\0true\u0085R."),
                "the pickle names a class that is not made from a file\n"
                        + "  received: os.system      expected: numpy's array of objects, and lists");
    }

    @ParameterizedTest
    @CsvSource({
        "0, there is no such protocol",
        "1, there is no such protocol",
        "9, there is no such protocol"
    })
    void refusesOtherProtocols(int version, String what) throws IOException {
        refuses(new byte[] {(byte) 0x80, (byte) version, '.'}, what);
    }

    @Test
    void refusesWhatIsNoArrayOfLists() throws IOException {
        refuses(bytes("\u0080\3]."), "the pickle holds something else");
        refuses(bytes(ARRAY + "](K\1K\2etb."), "no list of whole numbers");
        refuses(bytes(ARRAY + "](]etb."), "another number of lists");
        refuses(bytes(ARRAY + "](](X\1\0\0\0ae]etb."), "no list of whole numbers");
        refuses(bytes("\u0080\3(."), "the pickle takes more than it has");
        refuses(bytes("\u0080\3e."), "the pickle takes more than it has");
        refuses(bytes("\u0080\3h\1."), "the pickle recalls what it never kept");
        refuses(bytes("\u0080\3o."), "received: opcode 6f");
        refuses(bytes("\u0080\3"), "the file is too short");
        refuses(bytes(ARRAY + "](]]etb.more"), "the file is too long");
    }

    @Test
    void refusesTextsLongerThanTheyAre() throws IOException {
        refuses(bytes("\u0080\3X\u00ff\u00ff\u00ff\u007f"), "a text is too long");
    }

    @Test
    void refusesWhatWouldFillTheMemory() throws IOException {
        refuses(bytes("\u0080\3" + "K\1".repeat(200_000)), "keeps too much at once");
        refuses(bytes("\u0080\3" + "]0".repeat(1_100_000)), "the pickle has too many lists");
    }

    @Test
    void refusesOtherArrays() throws IOException {
        var file = npz("<i4", new byte[8]);
        assertThatThrownBy(() -> Npz.readLists(file, "x"))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("these are no lists");
        assertThatThrownBy(() -> Npz.readLists(file, "y"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": there is no entry of that name\n"
                                + "  received: [x.npy]      expected: y.npy");
    }
}
