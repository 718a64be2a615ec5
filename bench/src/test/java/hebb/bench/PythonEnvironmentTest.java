package hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Works on shell scripts in the place of Pythons.
@EnabledOnOs({OS.LINUX, OS.MAC})
class PythonEnvironmentTest {
    @TempDir private Path folder;
    private Path requirements;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeRequirements() throws IOException {
        requirements = Files.writeString(folder.resolve("requirements.txt"), "keras==3.15.1\n");
    }

    @Test
    void noPythonAtAllIsAnError() {
        assertThatThrownBy(() -> environment().ready(out()))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        hebb bench --peers: no Python that Keras and PyTorch run on
                          received: no Python on the PATH      expected: Python 3.11, 3.12 or 3.13
                          fix: install one, or run hebb bench without --peers\
                        """);
    }

    @Test
    void aPythonTooOldIsNamed() throws IOException {
        var old = script(bin().resolve("python3"), "echo 3.9");
        assertThatThrownBy(() -> environment().ready(out()))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("received: " + old + " (3.9)      expected: Python 3.11");
    }

    @Test
    void theEnvironmentIsMadeOnceForEachStateOfTheRequirements() throws Exception {
        script(bin().resolve("python3.12"), fakePython());
        var first = environment().ready(out());
        assertThat(first).exists();
        assertThat(said.toString()).contains("Installing Keras and PyTorch");

        said.getBuffer().setLength(0);
        Files.writeString(requirements, "# a comment does not count\nkeras==3.15.1\n");
        assertThat(environment().ready(out())).isEqualTo(first);
        assertThat(said.toString()).isEmpty();

        Files.writeString(requirements, "keras==3.14.1\n");
        assertThat(environment().ready(out())).isNotEqualTo(first);
        assertThat(said.toString()).contains("Installing Keras and PyTorch");
    }

    @Test
    void afterAFailedInstallationTheNextRunTriesAgain() throws Exception {
        var python = bin().resolve("python3.12");
        script(python, fakePython().replace("exit 0", "echo no such version; exit 1"));
        assertThatThrownBy(() -> environment().ready(out()))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("the peers could not be installed")
                .hasMessageContaining("which ends with: no such version");
        script(python, fakePython());
        assertThat(environment().ready(out())).exists();
    }

    private PythonEnvironment environment() throws IOException {
        return new PythonEnvironment(requirements, folder.resolve("store"), List.of(bin()));
    }

    private PrintWriter out() {
        return new PrintWriter(said, true);
    }

    private Path bin() throws IOException {
        return Files.createDirectories(folder.resolve("bin"));
    }

    /// Tells its version, and makes an environment whose Python has pip.
    private static String fakePython() {
        return """
        if [ "$1" = -c ]; then echo 3.12; exit; fi
        mkdir -p "$4/bin"
        printf '#!/bin/sh\\nexit 0\\n' >"$4/bin/python"
        chmod +x "$4/bin/python"
        """;
    }

    private static Path script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
