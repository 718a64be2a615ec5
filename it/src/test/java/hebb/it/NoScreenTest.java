package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures where `DISPLAY` names a display that is gone, as in a terminal that outlived its SSH
/// session.
class NoScreenTest {
    @TempDir private Path folder;

    @Test
    void picturesAreSavedWhereTheDisplayIsGone() throws Exception {
        var programs = new Programs(Path.of("src/test/programs/screen"), folder);
        var jars = Programs.path(Checkout.jars());
        programs.javac("classes", "-cp", jars, "Pictures.java");
        var run =
                programs.java(
                        Map.of("DISPLAY", "localhost:59535"), // the port is 65535
                        "--add-modules=jdk.incubator.vector",
                        "-Djava.io.tmpdir=" + folder, // where it shows the picture instead
                        "-cp",
                        jars + ":" + folder.resolve("classes"),
                        "Pictures",
                        folder.resolve("squares.png").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("saved\n");
        assertThat(run.err()).contains("no display: the figure is in ");
    }
}
