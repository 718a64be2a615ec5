package hebb.nn;

import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// One walk of tensors through a model: whether it trains, where its random numbers come from, and
/// what is gathered on the way: masks and additional losses. Made anew for every walk.
public final class Pass {
    private final boolean training;
    private final boolean probing;
    private final Tensor seed;
    private final Tensor step;
    private final IdentityHashMap<Tensor, Tensor> masks = new IdentityHashMap<>();
    private final Map<String, Integer> streams = new HashMap<>();
    private final List<Tensor> losses = new ArrayList<>();
    private final BiConsumer<String, List<Tensor>> watcher;
    private final List<Runnable> undo = new ArrayList<>();
    private final Set<Throwable> placed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Pass(
            boolean training,
            boolean probing,
            Tensor seed,
            Tensor step,
            BiConsumer<String, List<Tensor>> watcher) {
        this.training = training;
        this.probing = probing;
        this.seed = seed;
        this.step = step;
        this.watcher = watcher;
    }

    /// A walk that uses the model as it is.
    public static Pass inference() {
        return new Pass(false, false, whole(0), whole(0), Pass::unwatched);
    }

    /// A walk that trains: dropout drops, batch normalization takes the batch's own statistics.
    /// Random numbers depend on seed and step (int64, without axes), which may be inputs or
    /// variables of a recording.
    public static Pass training(Tensor seed, Tensor step) {
        return new Pass(true, false, seed, step, Pass::unwatched);
    }

    /// A walk that trains, of a fixed seed and step.
    public static Pass training(long seed, long step) {
        return training(whole(seed), whole(step));
    }

    /// The same walk, with somebody who is told what each layer makes, by its path: `base/conv1`.
    public Pass watched(BiConsumer<String, List<Tensor>> by) {
        return new Pass(training, probing, seed, step, by);
    }

    /// A walk that learns shapes and makes no weights.
    static Pass probe() {
        return new Pass(false, true, whole(0), whole(0), Pass::unwatched);
    }

    private static Tensor whole(long value) {
        return Tensor.of(value).reshape();
    }

    private static void unwatched(String path, List<Tensor> results) {}

    /// Whether it trains.
    public boolean training() {
        return training;
    }

    /// The mask that a tensor carries, if it carries one: bool, false where a time step does not
    /// count.
    public Optional<Tensor> mask(Tensor x) {
        return Optional.ofNullable(masks.get(x));
    }

    /// What layers have added to the loss so far, each one number without axes.
    public List<Tensor> losses() {
        return List.copyOf(losses);
    }

    boolean probing() {
        return probing;
    }

    Tensor seed() {
        return seed;
    }

    Tensor step() {
        return step;
    }

    void mask(Tensor x, Tensor mask) {
        masks.put(x, mask);
    }

    /// Takes a tensor's mask away.
    void unmask(Tensor x) {
        masks.remove(x);
    }

    void made(String path, List<Tensor> results) {
        watcher.accept(path, results);
    }

    void loss(Tensor value) {
        losses.add(value);
    }

    /// Notes how to forget a weight that was made on this walk.
    void made(Weights weights, String name) {
        undo.add(() -> weights.remove(name));
    }

    /// How many weights were made so far that may have to be forgotten.
    int weightsMade() {
        return undo.size();
    }

    /// Keeps those that were made since there were this many.
    void keep(int before) {
        undo.subList(before, undo.size()).clear();
    }

    /// Forgets the weights that were made and not kept.
    void forget() {
        undo.forEach(Runnable::run);
    }

    /// A stream of random numbers that nothing else in this walk draws from, not even another use
    /// of the same layer.
    String stream(String path) {
        int uses = streams.merge(path, 1, Integer::sum);
        return uses == 1 ? path : path + "@" + uses;
    }

    /// Whether this is the first to see an error on its way out, and so the innermost layer.
    boolean places(Throwable error) {
        return placed.add(error);
    }
}
