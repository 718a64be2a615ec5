package hebb.cli;

import hebb.data.format.NewFile;
import hebb.nn.training.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a training measured, as JSON: a name to one number an epoch.
public final class HistoryFile {
    // Python writes NaN and Infinity, and reads them
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

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
        NewFile.write(file, out -> JSON.writeValue(out, numbers(history).byName()));
    }

    /// The numbers in a file.
    public static Numbers read(Path file) {
        var byName = new TreeMap<String, List<Double>>();
        JSON.readTree(file)
                .forEachEntry((name, values) -> {
                    var numbers = new ArrayList<Double>();
                    values.forEach(v -> numbers.add(v.asDouble()));
                    byName.put(name, numbers);
                });
        return new Numbers(byName);
    }
}
