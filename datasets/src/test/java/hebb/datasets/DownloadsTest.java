package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Downloads from a publisher on this machine.
class DownloadsTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = // of "hello"
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir private Path folder = Path.of("");
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Publisher publisher = new Publisher(HELLO);

    DownloadsTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        publisher.close();
    }

    private RemoteFile file() {
        return RemoteFile.of("greetings/hello", publisher.address(), HELLO.length, SHA256);
    }

    private Shelves shelves(boolean terminal) {
        var output = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new Shelves(
                List.of(folder.resolve("a"), folder.resolve("b")),
                List.of(),
                new Downloads(output, terminal));
    }

    private Path place() {
        return folder.resolve("b/greetings/hello");
    }

    private Path part() {
        return folder.resolve("b/greetings/hello.part");
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void getsWhatIsMissing() {
        assertThat(file().find(shelves(false))).isEqualTo(place()).hasContent("hello");
        assertThat(part()).doesNotExist();
        assertThat(told().lines()).containsExactly("downloading " + file().origin() + " (0.0 MB)");
    }

    @Test
    void tellsOnATerminalHowFarItIs() {
        var _ = file().find(shelves(true));
        assertThat(told()).startsWith("\rdownloading " + file().origin()).contains("100 %");
    }

    @Test
    void getsNothingThatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("a/greetings"));
        Files.writeString(folder.resolve("a/greetings/hello"), "my own");
        assertThat(file().find(shelves(false))).hasContent("my own");
        assertThat(publisher.ranges()).isEmpty();
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        publisher.breaksOffAfter(3);
        assertThatThrownBy(() -> file().find(shelves(false))).isInstanceOf(HebbException.class);
        assertThat(part()).hasContent("hel");
        publisher.breaksOffAfter(Integer.MAX_VALUE);
        assertThat(file().find(shelves(false))).hasContent("hello");
        assertThat(publisher.ranges()).containsExactly("all", "bytes=3-");
    }

    @Test
    void beginsAnewWhereThePublisherKnowsNoRanges() throws IOException {
        Files.createDirectories(place().getParent());
        Files.writeString(part(), "hel");
        publisher.knowsNoRanges();
        assertThat(file().find(shelves(false))).hasContent("hello");
    }

    @Test
    void refusesAnotherFile() {
        publisher.offers("hullo".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> file().find(shelves(false)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file().origin()
                                + ": this is not the file as published\n"
                                + "  received: "
                                + "7835066a1457504217688c8f5d06909c6591e0ca78c254ccf17450d0d999cab0"
                                + "      expected: "
                                + SHA256);
        assertThat(place()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void stopsWhereAFileIsTooLong() {
        publisher.offers(new byte[1 << 22]);
        assertThatThrownBy(() -> file().find(shelves(false)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file().origin()
                                + ": the file is too long\n"
                                + "  received: more bytes      expected: 5");
        assertThat(part()).doesNotExist();
    }

    @Test
    void saysWhatToPutWhereIfNobodyAnswers() throws IOException {
        var file = file();
        publisher.close();
        assertThatThrownBy(() -> file.find(shelves(false)))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(
                        "greetings/hello: this is not on this machine and cannot be had\n"
                                + "  received: looked in ["
                                + folder.resolve("a"))
                .hasMessageEndingWith(
                        "      expected: "
                                + place()
                                + "\n  fix: put "
                                + file.origin()
                                + " at "
                                + place());
        assertThat(part()).doesNotExist();
    }

    @Test
    void knowsTheOlderHash() {
        var origin = file().origin().toString();
        var md5 = "5d41402abc4b2a76b9719d911017c592"; // of "hello"
        assertThat(RemoteFile.of("hello", origin, 5, md5).find(shelves(false))).hasContent("hello");
    }

    @Test
    void putsItIntoTheFirstFolderThatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        assertThat(file().find(shelves(false)))
                .isEqualTo(folder.resolve("a/greetings/hello"))
                .hasContent("hello");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void leavesWhatAnotherIsDownloadingAlone() throws IOException {
        Files.createDirectories(place().getParent());
        try (var others =
                        FileChannel.open(
                                part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = others.lock()) {
            assertThatThrownBy(() -> file().find(shelves(false)))
                    .isInstanceOf(HebbException.class)
                    .hasMessage(
                            part()
                                    + ": the file is being downloaded already\n"
                                    + "  fix: wait until the other program is done");
            assertThat(part()).exists();
        }
    }

    @Test
    void doesNotDownloadWhatCannotBeVerified() {
        var file = RemoteFile.unverified("greetings/hello", publisher.address());
        assertThatThrownBy(() -> file.find(shelves(false)))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith("greetings/hello: this is not on this machine\n")
                .hasMessageEndingWith(
                        "      expected: "
                                + place()
                                + "\n  fix: put "
                                + file.origin()
                                + " there, which is not downloaded unasked: its publisher gives no"
                                + " hash of it");
        assertThat(place()).doesNotExist();
    }
}
