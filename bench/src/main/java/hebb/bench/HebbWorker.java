package hebb.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hebb as a contender: a process that takes a command a line, as `bench/peers/worker.py` says, and
/// answers each with one line of JSON.
final class HebbWorker {
    private static final JsonMapper JSON = new JsonMapper();

    private @Nullable HebbTraining training;

    private HebbWorker() {}

    static void main(String[] args) {
        var worker = new HebbWorker();
        answer(Map.of("versions", Map.of("java", Runtime.version().toString())));
        try {
            for (var line = IO.readln(); line != null; line = IO.readln()) {
                answer(worker.obey(JSON.readTree(line)));
            }
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            answer(Map.of("error", failure.toString()));
            System.exit(1);
        }
    }

    private Map<String, ?> obey(JsonNode command) {
        int steps = command.path("steps").asInt();
        return switch (command.path("do").asString()) {
            case "prepare" -> {
                training = null; // two networks' samples need not lie side by side
                training =
                        HebbTraining.of(
                                command.path("network").asString(),
                                command.path("batch").asInt(),
                                steps);
                yield Map.of();
            }
            case "block" -> Map.of("ns", training().block(steps));
            case "round" -> training().round(steps);
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private HebbTraining training() {
        if (training == null) {
            throw new IllegalStateException("no network was prepared");
        }
        return training;
    }

    private static void answer(Map<String, ?> fields) {
        IO.println(JSON.writeValueAsString(fields));
    }
}
