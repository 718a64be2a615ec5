package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as Python's `json` writes and reads it: with the words `NaN` and `Infinity` for numbers.
public final class PythonJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build();

    private PythonJson() {}

    /// The value that a file holds.
    ///
    /// @throws HebbException if the file cannot be read, or holds no JSON
    public static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        } catch (JacksonException e) {
            throw HebbException.of(file.toString(), "the file holds no JSON")
                    .received(e.getOriginalMessage())
                    .cause(e);
        }
    }

    /// The text of maps, lists and numbers, on one line.
    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The same on many lines.
    static String lines(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
