package hebb.cpu.loop;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Decides when an expression is worth code of its own, one for all loops that compute it.
///
/// New code is slow until the JIT compiler has done its work. So it is made after some runs only,
/// tried on some elements each run, and takes over once it is faster than the program of routines.
final class Heat {
    private static final int RUNS_BEFORE = 24;
    private static final int WINS_NEEDED = 6;
    private static final ConcurrentHashMap<Expression, Heat> ALL = new ConcurrentHashMap<>();

    private final Expression expression;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger wins = new AtomicInteger();
    private volatile @Nullable Generated code;
    private volatile boolean hot;

    private Heat(Expression expression) {
        this.expression = expression;
    }

    static Heat of(Expression expression) {
        return ALL.computeIfAbsent(expression, Heat::new);
    }

    /// The code, once it has been made; `large` says that this run is one to count.
    @Nullable Generated code(boolean large) {
        var made = code;
        if (made == null && large && runs.incrementAndGet() == RUNS_BEFORE) {
            made = VectorEmitter.emit(expression);
            code = made;
        }
        return made;
    }

    /// Makes the code now and takes it for the faster one.
    void ignite() {
        code = VectorEmitter.emit(expression);
        hot = true;
    }

    /// Whether the code has shown to be the faster one.
    boolean isHot() {
        return hot;
    }

    /// The code took `nanos` for a block that took the routines `others`.
    void tried(long nanos, long others) {
        if (nanos < others) {
            if (wins.incrementAndGet() >= WINS_NEEDED) {
                hot = true;
            }
        } else {
            wins.set(0);
        }
    }
}
