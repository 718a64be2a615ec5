package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.data.format.NewFile;
import hebb.nn.training.History;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a training measured, as JSON: a name to one number an epoch.
public final class HistoryFile {
    private HistoryFile() {}

    /// Numbers by name, one an epoch.
    public record Numbers(SequencedMap<String, List<Double>> byName) {
        /// Those of one name; none if there are none of that name.
        public List<Double> of(String name) {
            return byName.getOrDefault(name, List.of());
        }
    }

    /// The numbers of a training, in the order of their names.
    public static Numbers numbers(History history) {
        return new Numbers(new TreeMap<>(history.values()));
    }

    /// Writes the numbers of a training.
    public static void write(Path file, History history) {
        var text = PythonJson.lines(numbers(history).byName());
        NewFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The numbers in a file.
    ///
    /// @throws HebbException if it cannot be read, or holds something else
    public static Numbers read(Path file) {
        var json = PythonJson.read(file);
        if (!json.isObject()) {
            throw noHistory(file, json);
        }
        var byName = new TreeMap<String, List<Double>>();
        json.forEachEntry((name, values) -> byName.put(name, numbers(file, values)));
        return new Numbers(byName);
    }

    private static List<Double> numbers(Path file, JsonNode values) {
        var numbers = new ArrayList<Double>();
        for (var value : values) {
            if (!value.isNumber()) {
                throw noHistory(file, value);
            }
            numbers.add(value.doubleValue());
        }
        return numbers;
    }

    private static HebbException noHistory(Path file, JsonNode received) {
        return HebbException.of(file.toString(), "the file holds no history of a training")
                .received(received)
                .expected("{\"loss\": [0.5, 0.25], …}: a name to one number an epoch");
    }
}
