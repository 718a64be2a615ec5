package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.core.tensor.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The weights and states of a model, or of a part of one, by path: `conv1/kernel`. In the order in
/// which the layers come in the model, and a layer's own in the order in which it asks for them.
///
/// A weight's first value depends on the model's seed and its path only.
public final class Weights implements Iterable<Weight> {
    private final Map<String, Weight.Cell> own = new LinkedHashMap<>();
    private final Map<String, Weights> parts = new LinkedHashMap<>();
    private Origin origin;
    private boolean trainable = true;
    private int changes;

    private Weights(Origin origin) {
        this.origin = origin;
    }

    /// No weights yet; those to come draw their first values from this seed.
    public static Weights of(long seed) {
        var weights = new Weights(new Origin(new Seed(), ""));
        weights.origin.seed.value = seed;
        return weights;
    }

    /// No weights yet, of seed 0, or of the seed of the model into which this one is put.
    static Weights unseeded() {
        var weights = Weights.of(0);
        weights.origin.seed.given = false;
        return weights;
    }

    /// Where first values are drawn from: a seed that all parts share, and the path there.
    private record Origin(Seed seed, String path) {
        Origin at(String name) {
            return new Origin(seed, path.isEmpty() ? name : path + "/" + name);
        }
    }

    private static final class Seed {
        long value;
        boolean given = true;
        boolean used;
    }

    // ---- for those who use a model

    /// All weights and states, each once.
    public List<Weight> all() {
        var all = new ArrayList<Weight>();
        gather("", all, Collections.newSetFromMap(new IdentityHashMap<>()));
        return all;
    }

    /// Those that training changes by gradients.
    public List<Weight> trainable() {
        return all().stream().filter(Weight::isTrainable).toList();
    }

    /// The weight of this path.
    ///
    /// @throws HebbException if there is none
    public Weight at(String path) {
        var paths = new ArrayList<String>();
        for (var weight : this) {
            if (weight.path().equals(path)) {
                return weight;
            }
            paths.add(weight.path());
        }
        throw HebbException.of("Weights", "there is no weight of that path")
                .received("'" + path + "'")
                .expected(paths.isEmpty() ? "a model that is built" : Nearest.oneOf(paths))
                .fix(Nearest.fix(path, paths));
    }

    /// A copy of the value of the weight of this path.
    public Tensor value(String path) {
        return at(path).value();
    }

    /// Gives the weight of this path another value.
    public void assign(String path, Tensor value) {
        at(path).assign(value);
    }

    /// How often something was frozen or thawed: what was recorded before is outdated then.
    public int changes() {
        int sum = changes;
        for (var part : parts.values()) {
            sum += part.changes();
        }
        return sum;
    }

    /// How many numbers they hold, all together.
    public long count() {
        return all().stream().mapToLong(w -> w.shape().size()).sum();
    }

    @Override
    public Iterator<Weight> iterator() {
        return all().iterator();
    }

    /// Gives every weight and state its first value again.
    public void reset() {
        own.forEach((name, cell) -> cell.variable.assign(first(name, cell)));
        parts.values().forEach(Weights::reset);
    }

    /// One weight a line: path, type and shape.
    @Override
    public String toString() {
        return String.join("\n", all().stream().map(Weight::toString).toList());
    }

    // ---- for scopes

    Weight.@Nullable Cell find(String name) {
        return own.get(name);
    }

    /// Forgets a weight.
    void remove(String name) {
        own.remove(name);
    }

    /// Keeps a new weight, and gives it its first value even if a recording is under way.
    void add(String name, Weight.Cell cell) {
        origin.seed.used = true;
        cell.trainable = trainable;
        own.put(name, cell);
        if (Loading.isUnderWay()) {
            return;
        }
        var _ =
                Traced.now(() -> {
                    cell.variable.assign(first(name, cell));
                    return cell;
                });
    }

    private Tensor first(String name, Weight.Cell cell) {
        var random = Randoms.of(origin.seed.value, origin.at(name).path);
        Variable variable = cell.variable;
        var value = cell.initializer.of(variable.shape(), random).cast(variable.dtype());
        if (!value.shape().equals(variable.shape())) {
            throw HebbException.of(
                            "initializer of '" + origin.at(name).path + "'",
                            "its value has another shape")
                    .received(value.shape())
                    .expected(variable.shape());
        }
        return value;
    }

    /// The part under this name (or path), made if there is none yet; a new one is trained if this
    /// one is.
    Weights part(String name) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            return part(name.substring(0, slash)).part(name.substring(slash + 1));
        }
        var part = parts.get(name);
        if (part == null) {
            part = new Weights(origin.at(name));
            part.trainable = trainable;
            parts.put(name, part);
        }
        return part;
    }

    /// Makes another model's weights a part of these, shared. One without a seed of its own takes
    /// this one's.
    Weights mount(String name, Weights model) {
        if (parts.putIfAbsent(name, model) == null
                && !model.origin.seed.given
                && !model.origin.seed.used) {
            model.move(origin.at(name));
        }
        return model;
    }

    private void move(Origin to) {
        var from = origin.seed;
        origin = to;
        parts.forEach((name, part) -> {
            if (part.origin.seed == from) {
                part.move(to.at(name));
            }
        });
    }

    // ---- for models

    /// Draws the first values from another seed: of all but those parts that have a seed of their
    /// own.
    void seed(long value) {
        if (!origin.path.isEmpty()) {
            move(new Origin(new Seed(), ""));
        }
        origin.seed.value = value;
        origin.seed.given = true;
        redraw(origin.seed);
    }

    private void redraw(Seed seed) {
        if (origin.seed == seed) {
            own.forEach((name, cell) -> cell.variable.assign(first(name, cell)));
            parts.values().forEach(part -> part.redraw(seed));
        }
    }

    /// No weights yet, of the same seed.
    Weights anew() {
        var fresh = unseeded();
        fresh.origin.seed.value = origin.seed.value;
        fresh.origin.seed.given = origin.seed.given;
        return fresh;
    }

    /// Whether this part is trained; layers such as batch normalization behave otherwise if not.
    public boolean isTrainable() {
        return trainable;
    }

    /// Sets whether this part, and all in it, is trained.
    void trainable(boolean train) {
        changes++;
        trainable = train;
        own.values().forEach(cell -> cell.trainable = train);
        parts.values().forEach(part -> part.trainable(train));
    }

    /// Sets whether one of its own weights is trained.
    void train(String name, boolean train) {
        changes++;
        own.computeIfPresent(
                name,
                (_, cell) -> {
                    cell.trainable = train;
                    return cell;
                });
    }

    /// The names of its own weights and states.
    Set<String> names() {
        return own.keySet();
    }

    /// Those of the parts, by name, in order.
    public Map<String, Weights> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /// Its own weights and states, without those of the parts.
    public List<Weight> own() {
        return own.entrySet().stream().map(e -> new Weight(e.getKey(), e.getValue())).toList();
    }

    private void gather(String prefix, List<Weight> all, Set<Weight.Cell> seen) {
        own.forEach((name, cell) -> {
            if (seen.add(cell)) {
                all.add(new Weight(prefix + name, cell));
            }
        });
        parts.forEach((name, part) -> part.gather(prefix + name + "/", all, seen));
    }
}
