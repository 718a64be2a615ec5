package hebb.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hebb.core.shape.HebbException;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Damage and malice: one clear error, soon, and no more memory than the file deserves.
class HostileFilesTest {
    private static final String WEIGHTS = "model.weights.h5";
    private static final String CONFIG = "config.json";

    @TempDir Path folder;
    private Path file;
    private byte[] valid;
    private Map<String, byte[]> entries;

    @BeforeEach
    void writeAValidFile() throws IOException {
        file = folder.resolve("m.keras");
        Sequential.of(Input.of(3), Dense.of(5).name("fc"), Dense.of(2)).save(file);
        valid = Files.readAllBytes(file);
        entries = Zips.read(file);
    }

    private void assertRefused(byte[] bytes, String... texts) {
        write(bytes);
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () ->
                        assertThatThrownBy(() -> Model.load(file))
                                .isInstanceOf(HebbException.class)
                                .hasMessageContainingAll(texts));
    }

    private void write(byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] with(String entry, UnaryOperator<byte[]> change) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(entry, change.apply(changed.getOrDefault(entry, new byte[0])));
        return Zips.bytes(changed);
    }

    private byte[] withConfig(String from, String to) {
        return with(CONFIG, bytes -> new String(bytes, UTF_8).replace(from, to).getBytes(UTF_8));
    }

    // ---- the zip

    @Test
    void noZipAtAll() {
        assertRefused("hello".getBytes(UTF_8), "m.keras: the zip file is damaged");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "100", "2000"})
    void aZipThatIsCutOff(int left) {
        assertRefused(Arrays.copyOf(valid, left), "m.keras");
    }

    @Test
    void aWrongChecksum() {
        var bytes = valid.clone();
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"fc\"") + 1] = 'g';
        assertRefused(bytes, "config.json: the checksum is wrong: the file is damaged", "CRC-32");
    }

    @Test
    void anEntryThatLeadsElsewhere() {
        assertRefused(
                with("../evil", _ -> new byte[1]), "../evil: the name of an entry leads elsewhere");
    }

    @Test
    void twoEntriesOfOneName() {
        var bytes = with("konfig.json", _ -> new byte[1]);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertRefused(
                text.replace("konfig", "config").getBytes(StandardCharsets.ISO_8859_1),
                "config.json: two entries have one name");
    }

    @Test
    void aBomb() {
        assertRefused(
                with(WEIGHTS, _ -> new byte[64 << 20]),
                "model.weights.h5: the entry is larger than it may be",
                "67108864 bytes");
    }

    @Test
    void anEntryThatIsMissing() {
        var changed = new LinkedHashMap<>(entries);
        changed.remove(WEIGHTS);
        assertRefused(Zips.bytes(changed), "there is no entry of that name", "'model.weights.h5'");
    }

    // ---- the config

    @Test
    void deepJson() {
        assertRefused(
                with(CONFIG, _ -> "[".repeat(100_000).getBytes(UTF_8)),
                "config.json",
                "not a JSON text",
                "nesting depth");
    }

    @Test
    void jsonThatIsCutOff() {
        assertRefused(with(CONFIG, b -> Arrays.copyOf(b, b.length / 2)), "not a JSON text");
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000, the model has more weights than the file holds",
        "-4, ",
        "0, ",
        "NaN, another kind of value is needed",
        "99999999999, another kind of value is needed",
        "null, ",
    })
    void unitsThatCannotBe(String units, String text) {
        assertRefused(
                withConfig("\"units\":5", "\"units\":" + units), text == null ? "m.keras" : text);
    }

    @Test
    void anInputOfATrillionNumbers() {
        assertRefused(
                withConfig("[null,3]", "[null,1000000000]"),
                "the model has more weights than the file holds");
    }

    @Test
    void anUnknownLayer() {
        assertRefused(
                withConfig("\"class_name\":\"Dense\"", "\"class_name\":\"Dence\""),
                "m.keras, config.json: config.layers[1].class_name: there is no layer of that name",
                "received: 'Dence'",
                "did you mean 'Dense'?");
    }

    @Test
    void anUnknownArgument() {
        assertRefused(
                withConfig("\"units\":5", "\"unit\":5"),
                "m.keras, config.json: config.layers[1].config.unit: Dense has no such argument",
                "received: 5",
                "did you mean 'units'?");
    }

    @Test
    void codeIsNeverRun() {
        var lambda =
                """
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                  {"class_name": "Lambda", "config": {"name": "l", "function":
                    {"class_name": "__lambda__", "config": {"code": "4wEAAAA="}}}}]}}
                """;
        assertRefused(
                with(CONFIG, _ -> lambda.getBytes(UTF_8)),
                "config.layers[0].config.function.class_name: there is no layer of that name",
                "received: '__lambda__'");
    }

    // ---- the weights

    @Test
    void weightsOfAnotherShape() {
        assertRefused(
                withConfig("\"units\":5", "\"units\":4"),
                "model.weights.h5: /layers/dense/vars: the variables are not those of 'fc'",
                "received: [float32(3, 5), float32(5,)]",
                "expected: [kernel float32(3, 4), bias float32(4,)]");
    }

    @Test
    void hdf5ThatIsCutOff() {
        assertRefused(
                with(WEIGHTS, b -> Arrays.copyOf(b, b.length - 8)),
                "model.weights.h5: the file is cut off");
    }

    @Test
    void noHdf5() {
        assertRefused(with(WEIGHTS, _ -> "hello".getBytes(UTF_8)), "not an HDF5 file");
    }

    @Test
    void aGroupThatContainsItself() {
        assertRefused(
                with(
                        WEIGHTS,
                        b -> {
                            var h5 = ByteBuffer.wrap(b.clone()).order(ByteOrder.LITTLE_ENDIAN);
                            long root = h5.getLong(64);
                            for (int at = find(b, "SNOD", 0);
                                    at >= 0;
                                    at = find(b, "SNOD", at + 1)) {
                                h5.putLong(at + 16, root);
                            }
                            return h5.array();
                        }),
                "a group contains itself");
    }

    @Test
    void dataBeyondTheEnd() {
        assertRefused(patchedLayout(1L << 40), "the file ends too early, or an offset is wrong");
    }

    @Test
    void dataAtANegativeOffset() {
        assertRefused(patchedLayout(-4096), "the file ends too early, or an offset is wrong");
    }

    @Test
    void aShapeThatOverflows() {
        assertRefused(patchedShape(1L << 62), "/layers/dense/vars/0: the shape is too large");
    }

    @Test
    void aShapeOfABillion() {
        assertRefused(
                patchedShape(1_000_000_000),
                "/layers/dense/vars/0: the shape does not fit what is stored");
    }

    private byte[] patchedLayout(long address) {
        return with(
                WEIGHTS,
                b -> {
                    // the layout message: version 3, contiguous
                    int at = find(b, "\u0008\0\u0018\0\0\0\0\0\u0003\u0001", 0);
                    return ByteBuffer.wrap(b.clone())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at + 10, address)
                            .array();
                });
    }

    private byte[] patchedShape(long length) {
        return with(
                WEIGHTS,
                b -> {
                    // the shape (3, 5)
                    int at = find(b, "\u0003\0\0\0\0\0\0\0\u0005\0\0\0\0\0\0\0", 0);
                    return ByteBuffer.wrap(b.clone())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at, length)
                            .array();
                });
    }

    private static int find(byte[] bytes, String text, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }
}
