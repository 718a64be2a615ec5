package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's program beside the packed jars, on either path, with and without the flag.
class PackedJarsTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /// The program looks at the engine, which is no user's business.
    private static final String PEEK = "--add-exports=hebb.core/hebb.core.engine=app";

    @TempDir private static Path folder;
    private static Programs programs = new Programs(Path.of(""), Path.of(""));
    private static Run onModulePath = new Run(0, "", "");

    @BeforeAll
    static void compile() throws Exception {
        programs = new Programs(Path.of("src/test/programs/app"), folder);
        programs.javac(
                "module",
                "-p",
                Programs.path(Checkout.jars()),
                PEEK,
                "Small.java",
                "module-info.java");
        programs.javac("classes", "-cp", Programs.path(Checkout.jars()), "Small.java");
        var modules = new ArrayList<>(Checkout.jars());
        modules.add(folder.resolve("module"));
        onModulePath = run("-p", Programs.path(modules), PEEK, "-m", "app/app.Small");
    }

    @Test
    void onTheModulePathNoFlagIsNeeded() {
        assertThat(onModulePath.code()).as(onModulePath.err()).isZero();
        assertThat(onModulePath.engine()).startsWith("cpu (").contains("-bit vectors");
        assertThat(onModulePath.result()).startsWith("learns");
    }

    @Test
    void onTheClassPathTheFlagMakesItFast() throws Exception {
        var run = onClassPath(Checkout.jars(), VECTORS);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.engine()).startsWith("cpu (").contains("-bit vectors");
        assertThat(run.err()).doesNotContain("--add-modules");
        assertThat(run.result()).isEqualTo(onModulePath.result());
    }

    @Test
    void withoutTheFlagItWorksAndSaysOnceWhatToAdd() throws Exception {
        var run = onClassPath(Checkout.jars());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.engine()).startsWith("cpu (scalar loops");
        assertThat(run.err()).containsOnlyOnce("--add-modules jdk.incubator.vector");
        assertThat(run.result()).isEqualTo(onModulePath.result());
    }

    @Test
    void theReferenceEngineIsNeverChosenSilently() throws Exception {
        var run = onClassPath(withoutCpu());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no engine was found to compute with", "add dev.hebb:hebb-cpu");
    }

    @Test
    void theReferenceEngineIsChosenByName() throws Exception {
        var run = onClassPath(withoutCpu(), "-Dhebb.engine=reference");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.engine()).startsWith("reference");
        assertThat(run.result()).isEqualTo(onModulePath.result());
    }

    private record Run(int code, String out, String err) {
        String engine() {
            return out.lines().findFirst().orElse("");
        }

        /// Whether it learned, and the bits of the weights.
        String result() {
            return out.lines().skip(1).collect(Collectors.joining(" "));
        }
    }

    private static Run onClassPath(List<Path> jars, String... options) throws Exception {
        var classes = new ArrayList<>(jars);
        classes.add(folder.resolve("classes"));
        var command = new ArrayList<>(Arrays.asList(options));
        command.addAll(List.of("-cp", Programs.path(classes), "app.Small"));
        return run(command.toArray(String[]::new));
    }

    private static List<Path> withoutCpu() {
        return Checkout.jars().stream().filter(j -> !j.toString().contains("hebb-cpu")).toList();
    }

    private static Run run(String... arguments) throws Exception {
        var run = programs.java(arguments);
        return new Run(run.code(), run.out(), run.err());
    }
}
