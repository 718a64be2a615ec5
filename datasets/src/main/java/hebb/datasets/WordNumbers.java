package hebb.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the numbers of a data set of texts stand for: its word index, read when it is asked for.
final class WordNumbers {
    private final WordOptions options;
    private final Supplier<Map<String, Integer>> reading;
    private Map<String, Integer> wordIndex = Map.of();

    WordNumbers(WordOptions options, Supplier<Map<String, Integer>> reading) {
        this.options = options;
        this.reading = reading;
    }

    WordOptions options() {
        return options;
    }

    synchronized Map<String, Integer> wordIndex() {
        if (wordIndex.isEmpty()) {
            wordIndex = reading.get();
        }
        return wordIndex;
    }

    String text(List<Integer> numbers) {
        var words = new HashMap<Integer, String>();
        wordIndex().forEach((word, number) -> words.put(number + options.indexFrom(), word));
        return numbers.stream()
                .map(n -> options.special(n).orElseGet(() -> words.getOrDefault(n, "?")))
                .collect(Collectors.joining(" "));
    }
}
