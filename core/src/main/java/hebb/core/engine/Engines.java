package hebb.core.engine;

import hebb.core.shape.HebbException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the engine to use: the one bound by [#with], else the one that the system property
/// `hebb.engine` names, else the best of those found.
public final class Engines {
    private static final ScopedValue<Engine> BOUND = ScopedValue.newInstance();

    private static volatile @Nullable Engine best;

    private Engines() {}

    /// The engine for work begun on this thread now.
    ///
    /// @throws HebbException if none is found, or none of the name asked for. The reference engine
    ///   is never chosen unless it is named.
    public static Engine current() {
        return BOUND.isBound() ? BOUND.get() : best();
    }

    /// Runs `work` with another engine.
    public static <T> T with(Engine engine, Supplier<T> work) {
        return ScopedValue.where(BOUND, engine).call(work::get);
    }

    /// All that are found, best first.
    public static List<Engine> all() {
        return ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Engine::priority).reversed())
                .toList();
    }

    /// The engine of that name.
    public static Engine named(String name) {
        var found = all();
        return found.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        HebbException.of("Engine", "there is no engine of that name")
                                .received("'" + name + "'")
                                .expected(found.stream().map(Engine::name).toList()));
    }

    /// Found on first use and then kept; looked for again if that failed.
    private static Engine best() {
        var engine = best;
        if (engine == null) {
            engine = find();
            best = engine;
        }
        return engine;
    }

    private static Engine find() {
        var name = System.getProperty("hebb.engine");
        if (name != null) {
            return named(name);
        }
        return all().stream()
                .filter(e -> e.priority() >= 0)
                .findFirst()
                .orElseThrow(() ->
                        HebbException.of("Engine", "no engine was found to compute with")
                                .expected("the module hebb.cpu beside hebb.core")
                                .fix("add dev.hebb:hebb-cpu to the dependencies"));
    }
}
