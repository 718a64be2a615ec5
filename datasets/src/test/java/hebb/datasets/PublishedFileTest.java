package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.datasets.spi.Bundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFileTest {
    private static final String SHA256 = // of "hello"
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final PublishedFile HELLO =
            new PublishedFile("greetings", "hello.gz", 50, "that of other packing", SHA256);

    @TempDir private Path folder = Path.of("");

    private static byte[] packed(String text, int level) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip =
                new GZIPOutputStream(out) {
                    {
                        def.setLevel(level);
                    }
                }) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Bundle bundle(String text) {
        return (dataset, file) ->
                dataset.equals("greetings")
                        ? Optional.of(new ByteArrayInputStream(packed(text, 9)))
                        : Optional.empty();
    }

    private void put(String shelf, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(shelf, "greetings"));
        Files.write(folder.resolve(shelf, "greetings", "hello.gz"), bytes);
    }

    private Shelves shelves(Bundle... bundles) {
        return new Shelves(
                List.of(folder.resolve("a"), folder.resolve("b")),
                List.of(bundles),
                Downloads.standard());
    }

    @Test
    void isTakenFromTheFirstFolderThatHasIt() throws IOException {
        put("b", packed("hello", Deflater.NO_COMPRESSION));
        assertThat(HELLO.read(shelves(bundle("other"))))
                .isEqualTo(packed("hello", Deflater.NO_COMPRESSION));
        put("a", packed("other", 9));
        assertThatThrownBy(() -> HELLO.read(shelves())).isInstanceOf(HebbException.class);
    }

    @Test
    void isTakenFromAModuleIfNoFolderHasIt() throws IOException {
        assertThat(HELLO.read(shelves(bundle("hello")))).isEqualTo(packed("hello", 9));
    }

    @Test
    void saysWhereItIsToBePut() {
        assertThatThrownBy(() -> HELLO.read(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(
                        "greetings: the file 'hello.gz' was not found\n  received: looked in ["
                                + folder.resolve("a")
                                + ", "
                                + folder.resolve("b")
                                + "]")
                .hasMessageContaining("expected: " + folder.resolve("b/greetings/hello.gz") + "\n");
    }

    @Test
    void isRefusedWhenItIsNotWhatWasPublished() throws IOException {
        put("a", packed("hullo", 9));
        assertThatThrownBy(() -> HELLO.read(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        folder.resolve("a/greetings/hello.gz")
                                + ": this is not the file as published\n"
                                + "  received: unpacked, SHA-256"
                                + " 7835066a1457504217688c8f5d06909c6591e0ca78c254ccf17450d0d999cab0"
                                + "      expected: "
                                + SHA256
                                + "\n  fix: replace it by the original, or remove it");
    }

    @Test
    void isRefusedWhenItIsTooShort() throws IOException {
        put("a", packed("hell", 9));
        assertThatThrownBy(() -> HELLO.read(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("this is not the file as published");
    }

    @Test
    void isRefusedWhenItIsDamaged() throws IOException {
        put("a", "no gzip at all".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> HELLO.read(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining(
                        "received: unpacked, SHA-256 of nothing, because it cannot be unpacked");
    }

    @Test
    void isTakenUnseenIfItIsTheVeryFile() throws IOException {
        put("a", "anything".getBytes(StandardCharsets.UTF_8));
        var sum = // of "anything"
                "ee0874170b7f6f32b8c2ac9573c428d35b575270a66b757c2c0185d2bd09718d";
        var file = new PublishedFile("greetings", "hello.gz", 8, sum, SHA256);
        assertThat(file.read(shelves())).hasSize(8);
    }

    @Test
    void isNotReadFarBeyondItsSize() throws IOException {
        put("a", new byte[1 << 20]);
        var sum = // of two zeros
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
        var file = new PublishedFile("greetings", "hello.gz", 1, sum, SHA256);
        assertThat(file.read(shelves())).hasSize(2);
    }
}
