package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path outside = Path.of("");

    private Path folder() throws IOException {
        return Files.createDirectories(outside.resolve("a/b"));
    }

    private Path archive() throws IOException {
        return folder().resolve("set.tar.gz");
    }

    @Test
    void unpacksTheFolder() throws IOException {
        TarFiles.write(archive(), Map.of("set/x/hello.txt", HELLO, "./set/y.txt", HELLO));
        var set = Archives.unpack(archive(), "set", 100);
        assertThat(set.resolve("x/hello.txt")).hasContent("hello");
        assertThat(set.resolve("y.txt")).hasContent("hello");
        assertThat(folder().toFile().list()).containsExactlyInAnyOrder("set", "set.tar.gz");
    }

    @Test
    void unpacksZips() throws IOException {
        var archive = folder().resolve("set.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("set/hello.txt"));
            zip.write(HELLO);
        }
        assertThat(Archives.unpack(archive, "set", 100).resolve("hello.txt")).hasContent("hello");
    }

    private void refuses(String what) throws IOException {
        assertThatThrownBy(() -> Archives.unpack(archive(), "set", 100))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(archive() + ": " + what);
        assertThat(folder().toFile().list()).containsExactly("set.tar.gz");
        assertThat(outside.toFile().list()).containsExactly("a");
        assertThat(outside.resolve("a").toFile().list()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "set/../../evil", "/tmp/hebb-evil", "..", "set\\..\\..\\evil"})
    void refusesWhatPointsOutside(String name) throws IOException {
        TarFiles.write(archive(), Map.of(name, HELLO));
        refuses("an entry points out of the archive\n  received: '" + name + "'");
        assertThat(Path.of("/tmp/hebb-evil")).doesNotExist();
    }

    @Test
    void refusesLinks() throws IOException {
        TarFiles.writeLink(archive(), "set", "/etc");
        refuses("an entry is neither file nor folder\n  received: 'set'");
    }

    @Test
    void refusesWhatGrowsTooLarge() throws IOException {
        TarFiles.write(archive(), Map.of("set/bomb", new byte[10_000_000]));
        assertThat(archive().toFile().length()).isLessThan(20_000);
        refuses("the archive unpacks to more than it should\n  expected: at most 100 bytes");
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        TarFiles.write(archive(), Map.of("set/hello.txt", HELLO));
        var bytes = Files.readAllBytes(archive());
        Files.write(archive(), Arrays.copyOf(bytes, bytes.length / 2));
        refuses("the archive cannot be unpacked\n  received: ");
    }

    @Test
    void refusesWhatHasNoSuchFolder() throws IOException {
        TarFiles.write(archive(), Map.of("other/hello.txt", HELLO));
        refuses("the archive has no such folder\n  expected: set");
    }
}
