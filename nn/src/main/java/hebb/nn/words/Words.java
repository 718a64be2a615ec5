package hebb.nn.words;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The words that stand for layers, losses, metrics and so on. Upper case, lower case and
/// underscores make no difference: `SGD`, `sgd`; `MeanSquaredError`, `mean_squared_error`.
public final class Words<T> {
    private final String kind;
    private final Map<String, Supplier<? extends T>> hidden = new HashMap<>();
    private final Map<String, Supplier<? extends T>> makers = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    /// An empty table of this kind of thing: `"loss"`.
    public Words(String kind) {
        this.kind = kind;
    }

    /// This table, with words for one more thing; errors show the first.
    public Words<T> and(Supplier<? extends T> maker, String... words) {
        for (var word : words) {
            makers.put(key(word), maker);
            spellings.put(word, words[0]);
        }
        return this;
    }

    /// This table, with a class of this name which another thing's word hides.
    public Words<T> hidden(Supplier<? extends T> maker, String className) {
        hidden.put(className, maker);
        return this;
    }

    /// This table, with all that is in `more`.
    public Words<T> and(Words<? extends T> more) {
        hidden.putAll(more.hidden);
        makers.putAll(more.makers);
        spellings.putAll(more.spellings);
        return this;
    }

    /// What they stand for: `loss`.
    public String kind() {
        return kind;
    }

    /// All words, as they are written.
    public Set<String> all() {
        return Collections.unmodifiableSet(spellings.keySet());
    }

    /// What the name of a class stands for, if it stands for something: in its own spelling, a
    /// hidden one too.
    public Optional<T> find(String word) {
        return Optional.ofNullable(hidden.getOrDefault(word, makers.get(key(word))))
                .map(Supplier::get);
    }

    /// What the word stands for.
    ///
    /// @throws HebbException if it stands for nothing
    public T make(String where, String word) {
        var maker = makers.get(key(word));
        if (maker == null) {
            var known = spellings.values().stream().distinct().toList();
            throw HebbException.of(where, "there is no " + kind + " of that name")
                    .received("'" + word + "'")
                    .expected(Nearest.oneOf(known))
                    .fix(Nearest.fix(word, spellings.keySet()));
        }
        return maker.get();
    }

    private static String key(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
