package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script `hebb` in a small checkout, with JDKs and a Maven that only say what they were asked.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "bash",
                    "cat",
                    "dirname",
                    "env",
                    "find",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sleep",
                    "sort",
                    "tail");

    @TempDir private Path folder;
    private Path root;
    private Path tools;

    @BeforeEach
    void checkout() throws IOException {
        folder = folder.toRealPath();
        root = Files.createDirectories(folder.resolve("hebb"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : TOOLS) {
            var there = Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/";
            script(tools.resolve(tool), "#!/bin/sh\nexec " + there + tool + " \"$@\"\n");
        }
        var script = Files.readString(Checkout.ROOT.resolve("hebb"));
        var usualPlaces = "(?s)for dir in /usr/lib/jvm/.*?; do";
        assertThat(script).containsPattern(usualPlaces);
        script(root.resolve("hebb"), script.replaceFirst(usualPlaces, "for dir in \\$JDKS/*; do"));
        for (var source :
                List.of("pom.xml", "core/pom.xml", "core/src/main/A.java", "cli/pom.xml")) {
            write(source);
        }
        script(
                tools.resolve("mvn"),
                """
                #!/usr/bin/env bash
                echo "mvn $* with $JAVA_HOME"
                [[ ! -f broken ]] && mkdir -p cli/target/quick/lib
                """);
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        jdk("jdks/new", "26.0.1");
        jdk("elsewhere", "25.0.3");
        var home = folder.resolve("elsewhere");
        assertThat(hebb(Map.of("JAVA_HOME", home.toString()), "--version").out())
                .startsWith(home + "/bin/java ")
                .endsWith(" -m hebb.cli/hebb.cli.Main --version\n");
    }

    @Test
    void thenThePath() throws Exception {
        jdk("old", "17.0.15");
        var old = folder.resolve("old");
        jdk("elsewhere", "25.0.4");
        var home = folder.resolve("elsewhere");
        Files.createSymbolicLink(tools.resolve("javac"), home.resolve("bin/javac"));
        assertThat(hebb(Map.of("JAVA_HOME", old.toString()), "--version").out())
                .startsWith(home + "/bin/java ");
    }

    @Test
    void thenTheNewest25WhereJdksAreKept() throws Exception {
        jdk("jdks/a", "25.0.3");
        jdk("jdks/b", "25.0.10");
        var best = folder.resolve("jdks/b");
        jdk("jdks/c", "26");
        jdk("jdks/d", "21.0.2");
        assertThat(hebb(Map.of(), "--version").out()).startsWith(best + "/bin/java ");
    }

    @Test
    void anOldJdkIsAMistake() throws Exception {
        jdk("old", "17.0.15");
        var old = folder.resolve("old");
        jdk("jdks/older", "1.8.0_402");
        assertThat(hebb(Map.of("JAVA_HOME", old.toString()), "run", "mnist-cnn"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                hebb: no JDK 25 or later was found
                                  received: JAVA_HOME=%s (17.0.15), %s/jdks/older (1.8.0_402)      expected: a JDK of version 25.0.3 or later
                                  fix: install one, for example Temurin 25 (https://adoptium.net), and set JAVA_HOME to it
                                """
                                        .formatted(old, folder)));
    }

    @Test
    void noJdkIsAMistake() throws Exception {
        assertThat(hebb(Map.of(), "--version").err())
                .startsWith("hebb: no JDK 25 or later was found\n  received: none at all      ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25-ea", "25.0.1", "25.0.2"})
    void anEarly25IsUsedWithAWarning(String version) throws Exception {
        jdk("jdks/early", version);
        var jdk = folder.resolve("jdks/early");
        var outcome = hebb(Map.of(), "--version");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .startsWith(
                        "hebb: JDK %s can crash in vector code; 25.0.3 and later do not (%s)\n"
                                .formatted(version, jdk));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.1", "26-ea", "26.0.1"})
    void aGoodOneIsUsedWithoutAWord(String version) throws Exception {
        jdk("jdks/good", version);
        assertThat(hebb(Map.of(), "--version").err()).startsWith("hebb: building…\n");
    }

    @Test
    void mavenRunsOnlyIfSomethingIsNewer() throws Exception {
        jdk("jdks/a", "25.0.3");
        var jdk = folder.resolve("jdks/a");
        assertThat(hebb(Map.of(), "--version").err())
                .isEqualTo(
                        "hebb: building…\nmvn -B -ntp -q -Pquick -pl cli -am package with "
                                + jdk
                                + "\n");
        assertThat(hebb(Map.of(), "--version").err()).isEmpty();

        write("core/src/main/B.java");
        assertThat(hebb(Map.of(), "--version").err()).startsWith("hebb: building…");
        assertThat(hebb(Map.of(), "--version").err()).isEmpty();

        Files.delete(root.resolve("core/src/main/A.java"));
        assertThat(hebb(Map.of(), "--version").err()).startsWith("hebb: building…");
        assertThat(hebb(Map.of(), "--version").err()).isEmpty();

        write("bench/pom.xml"); // not part of the command
        assertThat(hebb(Map.of(), "--version").err()).isEmpty();
    }

    @Test
    void aBrokenBuildStartsNothingAndIsTriedAgain() throws Exception {
        jdk("jdks/a", "25.0.3");
        write("broken");
        var outcome = hebb(Map.of(), "--version");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        Files.delete(root.resolve("broken"));
        assertThat(hebb(Map.of(), "--version").code()).isZero();
    }

    @Test
    void withoutMavenTheMistakeSaysSo() throws Exception {
        jdk("jdks/a", "25.0.3");
        Files.delete(tools.resolve("mvn"));
        assertThat(hebb(Map.of(), "--version"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                hebb: building…
                                hebb: Maven is needed to build
                                  received: no mvn on the PATH      expected: Maven 3.8.7 or later
                                  fix: install it (https://maven.apache.org/install.html)
                                """));
    }

    @Test
    void testsAreCounted() throws Exception {
        jdk("jdks/a", "25.0.3");
        script(
                tools.resolve("mvn"),
                """
                #!/usr/bin/env bash
                mkdir -p core/target/surefire-reports cli/target/surefire-reports
                echo '<testsuite name="a" tests="5" errors="0" skipped="2" failures="0">' >core/target/surefire-reports/TEST-a.xml
                echo '<testsuite name="b" tests="4" errors="1" skipped="0" failures="1">' >cli/target/surefire-reports/TEST-b.xml
                """);
        var outcome = hebb(Map.of(), "test");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().lines().toList().getLast())
                .isEqualTo("5 passed, 2 failed, 2 skipped");
    }

    @Test
    void aBuildThatFailsCountsAsAFailure() throws Exception {
        jdk("jdks/a", "25.0.3");
        script(tools.resolve("mvn"), "#!/usr/bin/env bash\n[[ $* != *verify* ]]\n");
        var outcome = hebb(Map.of(), "test");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().lines().toList().getLast())
                .isEqualTo("0 passed, 1 failed, 0 skipped");
    }

    @Test
    void aFileInAnotherFormatCountsAsAFailure() throws Exception {
        jdk("jdks/a", "25.0.3");
        script(tools.resolve("mvn"), "#!/usr/bin/env bash\n[[ $* != *spotless:check* ]]\n");
        var outcome = hebb(Map.of(), "test");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        hebb: some files are not in the house format, which counts as one failure: ./hebb format
                        0 passed, 1 failed, 0 skipped
                        """);
    }

    @Test
    void isFoundThroughALink() throws Exception {
        jdk("jdks/a", "25.0.3");
        var jdk = folder.resolve("jdks/a");
        var link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("hebb"));
        assertThat(start(link, Map.of(), "--version").out())
                .startsWith(jdk + "/bin/java ")
                .contains(" -Dhebb.home=" + root + " ");
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome hebb(Map<String, String> environment, String... args) throws Exception {
        return start(root.resolve("hebb"), environment, args);
    }

    private Outcome start(Path script, Map<String, String> environment, String... args)
            throws Exception {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var process = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        process.environment().clear();
        process.environment().put("PATH", tools.toString());
        process.environment().put("JDKS", folder.resolve("jdks").toString());
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        return new Outcome(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private void jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name).resolve("bin")).getParent();
        Files.writeString(
                home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"x\"\n");
        for (var tool : List.of("java", "javac")) {
            script(home.resolve("bin").resolve(tool), "#!/usr/bin/env bash\necho \"$0 $*\"\n");
        }
    }

    private void write(String name) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
