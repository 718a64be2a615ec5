package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cases that Keras computed, all of them, by the command that users run.
class ConformanceCommandTest {
    @TempDir private Path folder;

    @Test
    void allCommonCasesPass() {
        assertAllPass(Cases.FOLDER, 172);
    }

    @Test
    void allFurtherCasesPass() throws IOException {
        var more = Cases.FOLDER.resolveSibling("more-cases");
        try (var cases = Files.list(more)) {
            assertAllPass(more, (int) cases.count());
        }
    }

    private void assertAllPass(Path cases, int count) {
        var outcome = Outcome.of("conformance", cases.toString(), "--output", folder.toString());
        assertThat(outcome.out().lines().filter(line -> line.contains(" FAILED "))).isEmpty();
        assertThat(outcome.out()).endsWith(count + " passed, 0 failed\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void otherNumbersFail() throws IOException {
        var cases = folder.resolve("cases");
        var altered = cases.resolve("dense_nobias");
        Files.createDirectories(altered);
        try (var files = Files.list(Cases.FOLDER.resolve("dense_nobias"))) {
            for (var file : files.toList()) {
                Files.copy(file, altered.resolve(file.getFileName().toString()));
            }
        }
        var history = altered.resolve("history.json");
        Files.writeString(history, Files.readString(history).replaceFirst("[1-9]", "0"));
        var outcome =
                Outcome.of(
                        "conformance",
                        cases.toString(),
                        "--output",
                        folder.resolve("out").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("dense_nobias", " FAILED ", "history of 'loss'")
                .endsWith("0 passed, 1 failed\n");
    }

    @Test
    void whatCannotBeOpenedFailsAndTheOthersAreRun() throws IOException {
        var broken = folder.resolve("broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("case.json"), "{\"epochs\": 0}");
        Files.writeString(broken.resolve("initial.keras"), "not a zip file");
        var outcome =
                Outcome.of(
                        "conformance",
                        folder.toString(),
                        "--output",
                        folder.resolve("out").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("broken", " FAILED ").endsWith("0 passed, 1 failed\n");
    }
}
