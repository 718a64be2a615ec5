package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first example's network after 200 steps on real digits has the same weights, bit for bit,
/// however it was trained.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBitsTest {
    private static final int STEPS = 200;
    private static final int FEW_STEPS = 10; // for what is slow

    private final Programs programs;
    private String expected = "";
    private String expectedAfterFew = "";

    SameBitsTest(@TempDir Path folder) {
        programs = new Programs(Path.of("src/test/programs/bits"), folder);
    }

    @BeforeAll
    void train() throws Exception {
        programs.javac("classes", "-cp", Programs.path(Checkout.jars()), "Digits.java");
        expected = withVectors(STEPS, "-Dhebb.threads=2").out();
        expectedAfterFew = withVectors(FEW_STEPS, "-Dhebb.threads=2").out();
        assertThat(expected.lines()).hasSize(8).doesNotHaveDuplicates();
        assertThat(expectedAfterFew.lines()).hasSize(8).noneMatch(expected::contains);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void onAnyNumberOfThreadsEachOfWhichWorks(int threads) throws Exception {
        var run = withVectors(STEPS, "-Dhebb.threads=" + threads);
        assertThat(run.out()).isEqualTo(expected);
        var units =
                run.err()
                        .lines()
                        .filter(l -> l.startsWith("units "))
                        .map(l -> Long.parseLong(l.substring("units ".length())))
                        .toList();
        assertThat(units).hasSize(threads);
        if (threads > 1) { // alone, a thread shares nothing
            assertThat(units).allMatch(u -> u > STEPS);
        }
    }

    @Test
    void onNarrowerVectors() throws Exception {
        assertThat(withVectors(STEPS, "-XX:UseAVX=2").out()).isEqualTo(expected);
    }

    @Test
    void withoutFusion() throws Exception {
        assertThat(withVectors(STEPS, "-Dhebb.fusion=false").out()).isEqualTo(expected);
    }

    @Test
    void onScalarLoops() throws Exception {
        assertThat(run(FEW_STEPS).out()).isEqualTo(expectedAfterFew);
    }

    @Test
    void onTheReferenceEngine() throws Exception {
        assertThat(run(FEW_STEPS, "-Dhebb.engine=reference").out()).isEqualTo(expectedAfterFew);
    }

    private Programs.Run withVectors(int steps, String... options) throws Exception {
        var all = new ArrayList<>(List.of("--add-modules=jdk.incubator.vector"));
        all.addAll(Arrays.asList(options));
        return run(steps, all.toArray(String[]::new));
    }

    private Programs.Run run(int steps, String... options) throws Exception {
        var classes = new ArrayList<>(Checkout.jars());
        classes.add(programs.folder().resolve("classes"));
        var command = new ArrayList<>(Arrays.asList(options));
        command.addAll(
                List.of("-cp", Programs.path(classes), "bits.Digits", Integer.toString(steps)));
        var run = programs.java(command.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }
}
