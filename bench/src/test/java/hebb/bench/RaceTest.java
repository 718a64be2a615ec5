package hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.bench.Contender.Side;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Races of processes that say what they are told to say.
class RaceTest {
    private static final Network CNN = Network.named(List.of("mnist-cnn")).getFirst();

    @TempDir private Path logs;
    private final List<Worker> workers = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    @AfterEach
    void end() {
        workers.forEach(Worker::close);
    }

    @Test
    void everyContenderHasARoundTimeForEachRound() {
        start(Side.HEBB, "", "2000000");
        start(Side.KERAS, "fit", "6000000");
        var standings = race().run(CNN);
        assertThat(standings).hasSize(1);
        assertThat(standings.getFirst().entries())
                .extracting(entry -> entry.times().nanos())
                .containsExactly(List.of(2e6, 2e6, 2e6), List.of(6e6, 6e6, 6e6));
        assertThat(standings.getFirst().ratio()).hasValue(3.0);
        assertThat(workers.getFirst().versions()).containsEntry("scripted", "1");
    }

    @Test
    void aPeerThatCannotRunIsLeftOutAndNamed() {
        start(Side.HEBB, "", "2000000");
        start(Side.PYTORCH, "compile", "broken");
        var standing = race().run(CNN).getFirst();
        assertThat(standing.entries()).hasSize(1);
        assertThat(standing.ratio()).isEmpty();
        assertThat(said.toString()).contains("  left out: pytorch: compile: no compiler");
    }

    @Test
    void hebbIsNeverLeftOut() {
        start(Side.HEBB, "", "broken");
        assertThatThrownBy(() -> race().run(CNN))
                .isInstanceOf(WorkerFailure.class)
                .hasMessageStartingWith("hebb: no compiler");
    }

    private Race race() {
        return new Race(workers, 3, new PrintWriter(said, true));
    }

    private void start(Side side, String form, String script) {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedWorker.class.getName(),
                        script);
        workers.add(Worker.start(new Contender(side, form, command), logs));
    }
}
