package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir private Path folder = Path.of("");

    private static NewFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replacesAnOlderFile() {
        NewFile.write(folder.resolve("x"), text("old and longer"));
        NewFile.write(folder.resolve("x"), text("new"));
        assertThat(folder.resolve("x")).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesTheOldFileWhenWritingFails() {
        var file = folder.resolve("x");
        NewFile.write(file, text("old"));
        NewFile.Content failing =
                out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                };
        assertThatThrownBy(() -> NewFile.write(file, failing))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": the file cannot be written\n"
                                + "  received: java.io.IOException: disk full      expected:"
                                + " a name in a folder that exists and can be written to");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("x");
    }

    @Test
    void saysWhenThereIsNoFolder() {
        assertThatThrownBy(() -> NewFile.write(folder.resolve("none/x"), text("")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("NoSuchFileException");
        assertThatThrownBy(() -> NewFile.write(folder, text("")))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(folder + ": the file cannot be written");
    }

    @Test
    void writesThroughALink() throws IOException {
        var target = Files.writeString(folder.resolve("target"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), target);
        NewFile.write(link, text("new"));
        assertThat(target).hasContent("new");
        assertThat(link).isSymbolicLink();
    }
}
