package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Finds what a pattern of paths names, `base/*`, and sets whether it is trained.
final class Freezing {
    private final Pattern pattern;
    private final boolean trainable;
    private final List<String> paths = new ArrayList<>();
    private boolean found;

    private Freezing(Pattern pattern, boolean trainable) {
        this.pattern = pattern;
        this.trainable = trainable;
    }

    /// @throws HebbException if nothing has such a path
    static void apply(String model, Weights weights, String pattern, boolean trainable) {
        var freezing = new Freezing(regex(pattern), trainable);
        freezing.walk("", weights);
        if (!freezing.found) {
            throw HebbException.of("'" + model + "'", "no layer and no weight has such a path")
                    .received("'" + pattern + "'")
                    .expected(
                            "names or paths, with * for any characters, such as "
                                    + String.join(", ", weights.parts().keySet()))
                    .fix(Nearest.fix(pattern.replaceAll("/?\\*", ""), freezing.paths));
        }
    }

    private static Pattern regex(String glob) {
        var parts = glob.split("\\*", -1);
        return Pattern.compile(
                String.join(".*", Arrays.stream(parts).map(Pattern::quote).toList()));
    }

    private void walk(String prefix, Weights weights) {
        for (var name : weights.names()) {
            if (matches(prefix + name)) {
                weights.train(name, trainable);
            }
        }
        weights.parts()
                .forEach((name, part) -> {
                    if (matches(prefix + name)) {
                        part.trainable(trainable);
                    } else {
                        walk(prefix + name + "/", part);
                    }
                });
    }

    private boolean matches(String path) {
        paths.add(path);
        boolean matches = pattern.matcher(path).matches();
        found |= matches;
        return matches;
    }
}
