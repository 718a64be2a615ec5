package hebb.nn.layers;

import hebb.core.shape.HebbException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tokens in the order of their numbers, and the number of each.
///
/// @param <T> what a token is
final class Vocabulary<T> {
    private final List<T> tokens;
    private final Map<T, Integer> places = new HashMap<>();

    private Vocabulary(List<T> tokens) {
        this.tokens = List.copyOf(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            places.putIfAbsent(tokens.get(i), i);
        }
    }

    /// These tokens.
    static <T> Vocabulary<T> of(List<T> tokens) {
        return new Vocabulary<>(tokens);
    }

    List<T> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    /// The place of a token, -1 if it has none.
    int place(T token) {
        return places.getOrDefault(token, -1);
    }

    /// Without the first tokens, if they are these.
    Vocabulary<T> without(List<T> special) {
        return beginsWith(special) && !special.isEmpty()
                ? of(tokens.subList(special.size(), tokens.size()))
                : this;
    }

    boolean beginsWith(List<T> special) {
        return size() >= special.size() && tokens.subList(0, special.size()).equals(special);
    }

    /// The same, if it may be used: no token twice, and none of the special ones.
    Vocabulary<T> checked(String where, List<T> special) {
        if (tokens.isEmpty()) {
            throw HebbException.of(where, "the vocabulary is empty").expected("a token at least");
        }
        if (places.size() < size()) {
            var seen = new HashSet<T>();
            var repeated = tokens.stream().filter(t -> !seen.add(t)).distinct().toList();
            throw HebbException.of(where, "the vocabulary has tokens twice")
                    .received(repeated)
                    .expected("each token once");
        }
        for (var token : special) {
            if (places.containsKey(token)) {
                throw HebbException.of(where, "a special token stands inside of the vocabulary")
                        .received("'" + token + "' at place " + place(token))
                        .expected("no special tokens, or " + special + " at the beginning");
            }
        }
        return this;
    }

    /// How often tokens occur in documents, and in how many.
    static final class Counts<T> {
        private final Map<T, Integer> all = new LinkedHashMap<>();
        private final Map<T, Integer> documents = new LinkedHashMap<>();
        private int documentCount;

        void add(List<T> document) {
            documentCount++;
            document.forEach(t -> all.merge(t, 1, Integer::sum));
            new HashSet<>(document).forEach(t -> documents.merge(t, 1, Integer::sum));
        }

        /// The commonest tokens; of equally common ones, those that come last in order.
        Vocabulary<T> commonest(int most, List<T> special, Comparator<T> order) {
            var known =
                    new ArrayList<>(
                            all.keySet().stream().filter(t -> !special.contains(t)).toList());
            var byCount = Comparator.comparingInt((T t) -> all.getOrDefault(t, 0));
            known.sort(byCount.thenComparing(order).reversed());
            return of(known.subList(0, Math.max(0, Math.min(most, known.size()))));
        }

        /// For each token, `ln(1 + documents / (1 + documents with it))`.
        List<Double> idfWeights(Vocabulary<T> tokens) {
            return tokens.tokens().stream()
                    .map(t -> Math.log(1 + documentCount / (1.0 + documents.getOrDefault(t, 0))))
                    .collect(Collectors.toList());
        }
    }
}
