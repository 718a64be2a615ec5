package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Pictures where `DISPLAY` names a display that is gone, as in a terminal that outlived its SSH
/// session.
class NoScreenTest {
    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void picturesAreSavedWhereTheDisplayIsGone() throws Exception {
        var programs = new Programs(Path.of("src/test/programs/screen"), folder);
        var path = new ArrayList<>(Checkout.jars());
        path.add(folder.resolve("classes"));
        programs.javac("classes", "-cp", Programs.path(path), "Pictures.java");
        var run =
                programs.java(
                        Map.of("DISPLAY", "localhost:59535"), // the port is 65535
                        "--add-modules=jdk.incubator.vector",
                        "-Djava.io.tmpdir=" + folder, // where it shows the picture instead
                        "-cp",
                        Programs.path(path),
                        "Pictures",
                        folder.resolve("squares.png").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("(2, 2, 3)\nsaved\n");
        assertThat(run.err()).contains("no display: the figure is in ");
    }
}
