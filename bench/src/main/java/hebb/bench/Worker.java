package hebb.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A contender's process: takes a command a line, answers each with one line of JSON.
///
/// The commands are described in `bench/peers/worker.py`; [HebbWorker] speaks the same language. A
/// worker computes only while it is asked to. It ends when its input does, so that none outlives
/// the benchmark.
final class Worker implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Contender contender;
    private final Path log;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final Map<String, String> versions = new TreeMap<>();

    private Worker(Contender contender, Path log, Process process) {
        this.contender = contender;
        this.log = log;
        this.process = process;
        commands = process.outputWriter();
        answers = process.inputReader();
    }

    /// Starts the process, its error output going to a file in `logs`, and waits until it is ready.
    static Worker start(Contender contender, Path logs) {
        var log = logs.resolve(contender.name().replaceAll("[^A-Za-z0-9]+", "-") + ".log");
        try {
            var process =
                    new ProcessBuilder(contender.command()).redirectError(log.toFile()).start();
            var worker = new Worker(contender, log, process);
            worker.answer()
                    .path("versions")
                    .forEachEntry((name, version) -> worker.versions.put(name, version.asString()));
            return worker;
        } catch (IOException e) {
            throw new WorkerFailure(contender, e.toString(), log);
        }
    }

    Contender contender() {
        return contender;
    }

    /// What the process runs on, by name.
    Map<String, String> versions() {
        return versions;
    }

    /// Makes the network anew, and as many samples as a round trains on.
    void prepare(Network network) {
        ask(
                Map.of(
                        "do", "prepare",
                        "network", network.name(),
                        "batch", network.batch(),
                        "steps", network.steps()));
    }

    /// The median nanoseconds of `steps` training steps.
    double block(int steps) {
        return ask(Map.of("do", "block", "steps", steps)).path("ns").asDouble();
    }

    /// Trains `steps` steps without a look at the loss before the last.
    Round round(int steps) {
        var answer = ask(Map.of("do", "round", "steps", steps));
        return new Round(
                answer.path("ns").asDouble(),
                answer.path("loss").asDouble(),
                answer.path("bytes").asDouble());
    }

    /// What one round found, each per step. Only Hebb counts the bytes that it allocates.
    record Round(double nanos, double loss, double bytes) {}

    JsonNode ask(Map<String, ?> command) {
        try {
            commands.write(JSON.writeValueAsString(command) + "\n");
            commands.flush();
        } catch (IOException e) {
            throw failure("the process ended");
        }
        return answer();
    }

    private JsonNode answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw failure("the process ended");
            }
            var answer = JSON.readTree(line);
            if (answer.has("error")) {
                throw failure(answer.path("error").asString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkerFailure failure(String reason) {
        return new WorkerFailure(contender, reason, log);
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
