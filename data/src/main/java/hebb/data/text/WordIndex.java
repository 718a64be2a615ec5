package hebb.data.text;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The numbers of words, as JSON: `{"the": 1, "and": 2}`. Keras: what `get_word_index` reads.
public final class WordIndex {
    private WordIndex() {}

    /// The numbers in a file, by word, in the order of the file.
    ///
    /// @throws HebbException if there is no such file, or it holds anything else
    public static Map<String, Integer> read(Path file) {
        try {
            var numbers = new LinkedHashMap<String, Integer>();
            Json.object(Json.parse(Files.readString(file)))
                    .forEach((word, number) -> numbers.put(word, Json.integer(number)));
            return numbers;
        } catch (HebbException e) {
            throw e.within(file.toString());
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }
}
