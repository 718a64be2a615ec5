package hebb.datasets;

import hebb.data.text.WordSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The words of texts, numbered from 1 by how often they occur, the first seen before others that
/// are as common: the order of Keras's legacy Tokenizer.
final class Vocabulary {
    private final WordSplitter splitter = WordSplitter.of();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] counts = new int[1 << 16];

    /// Counts the words of a text; the place of each in the order in which they were seen.
    int[] counted(String text) {
        var seen = splitter.words(text);
        var numbers = new int[seen.size()];
        for (int i = 0; i < numbers.length; i++) {
            int place = places.computeIfAbsent(seen.get(i), this::added);
            counts[place]++;
            numbers[i] = place;
        }
        return numbers;
    }

    private int added(String word) {
        if (words.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        words.add(word);
        return words.size() - 1;
    }

    /// The places of those words of a text that were counted.
    int[] known(String text) {
        return splitter.words(text).stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The number of the word at each place.
    int[] ranks() {
        var ranks = new int[words.size()];
        var order = order();
        for (int i = 0; i < order.size(); i++) {
            ranks[order.get(i)] = i + 1;
        }
        return ranks;
    }

    /// The number of each word, the commonest first.
    Map<String, Integer> wordIndex() {
        var index = new LinkedHashMap<String, Integer>();
        order().forEach(place -> index.put(words.get(place), index.size() + 1));
        return index;
    }

    private List<Integer> order() {
        return places.values().stream()
                .sorted(Comparator.comparingInt((Integer p) -> -counts[p]).thenComparingInt(p -> p))
                .toList();
    }
}
