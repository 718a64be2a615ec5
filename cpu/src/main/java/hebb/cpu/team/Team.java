package hebb.cpu.team;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A few threads that run the units of one phase at a time: the caller, which is thread 0, and
/// helpers that wait for it.
///
/// Each thread has its own share of the units, the same share of every phase of as many units, so
/// that it finds in its cache what it wrote before. It takes its share in as many bites as
/// [Phase#bites] says, and in some at least where threads were found not to run; who is done helps
/// with what is left of the others', so such a thread holds the others up by a bite at most.
/// Helpers wait for the next phase by spinning for some 20 µs, then parked. Where other processes
/// want the cores too they spin for less, and a caller whose helper does not run parks until it
/// has: who spins takes time from the very thread it waits for, while a core left free draws the
/// other process away from it.
///
/// Several callers may come at once, on platform or virtual threads: one has the helpers, the
/// others work alone meanwhile.
public final class Team implements AutoCloseable {
    /// A phase that costs less is not worth a helper's waking.
    static final long SHARED_COST = 32_768;

    private static final long SPIN_NANOS = 20_000;
    private static final long SPIN_NANOS_CROWDED = 2_000;

    /// Who waits so long, and longer than it worked, waits for a thread that does not run.
    private static final long CROWDED_NANOS = 10 * SPIN_NANOS;

    /// How long it counts that somebody waited so long.
    private static final long MEMORY_NANOS = 100_000_000;

    /// Bites of a share where threads are found not to run, so that little waits for them.
    private static final int CROWDED_BITES = 4;

    // a share of no turn: a helper that is late must not find units of the next phase in it
    private static final long NOTHING = Integer.MAX_VALUE;
    private static final int SPACING = 16; // longs: shares in cache lines of their own

    private final Helper[] helpers;
    private final int threads;
    private final AtomicBoolean taken = new AtomicBoolean();
    // of each thread's share: the turn in the upper half, the first unit not yet taken in the lower
    private final AtomicLongArray shares;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    // of each thread, how many units it has run; written by that thread alone, or by the caller
    private final AtomicLongArray done;
    private volatile int turn;
    // the caller, while it is parked because a helper does not run
    private volatile @Nullable Thread waiting;
    // when a thread was last found not to run; exactness does not matter
    private long crowded = System.nanoTime() - MEMORY_NANOS;
    private volatile boolean closed;
    // when the turn before ended
    private volatile long ended;
    // what the helpers run: written before `turn`
    private @Nullable Phase phase;
    private @Nullable Operands operands;
    private int bites = 1;
    // written behind those: a late helper that sees the next turn's units sees NOTHING in the
    // shares
    private volatile int units;

    /// A team of that many threads, the caller included.
    public Team(int threads) {
        this.threads = threads;
        shares = new AtomicLongArray((threads + 1) * SPACING);
        done = new AtomicLongArray((threads + 1) * SPACING);
        helpers = new Helper[threads - 1];
        for (int i = 1; i < threads; i++) {
            helpers[i - 1] = new Helper(i);
        }
    }

    /// The number of threads to use: the system property `hebb.threads`, else the environment
    /// variable `HEBB_THREADS`, else as many as there are processors.
    public static int configuredThreads() {
        var wanted = System.getProperty("hebb.threads", System.getenv("HEBB_THREADS"));
        int all = Runtime.getRuntime().availableProcessors();
        try {
            return wanted == null ? all : Math.max(1, Integer.parseInt(wanted.strip()));
        } catch (NumberFormatException _) {
            return all;
        }
    }

    /// How many threads there are.
    public int threads() {
        return threads;
    }

    /// How many units of shared phases a thread has run so far; thread 0 stands for all callers.
    public long unitsRun(int thread) {
        return done.get((thread + 1) * SPACING);
    }

    /// Runs all units and returns when they have ended. What a unit throws comes out here.
    public void run(Phase phase, Operands operands) {
        int units = phase.units();
        if (units == 0) {
            return;
        }
        if (units < 2
                || threads == 1
                || phase.cost() < SHARED_COST
                || closed
                || !taken.compareAndSet(false, true)) {
            phase.run(0, units, 0, operands);
            return;
        }
        share(phase, operands, units);
    }

    private void share(Phase phase, Operands operands, int units) {
        for (int t = 0; t < threads; t++) {
            shares.set((t + 1) * SPACING, NOTHING);
        }
        this.phase = phase;
        this.operands = operands;
        long begun = System.nanoTime();
        int fewest = isCrowded(begun) ? CROWDED_BITES : 1;
        this.bites = Math.max(fewest, phase.bites());
        this.units = units;
        unfinished.set(units);
        int now = turn + 1;
        for (int t = 0; t < threads; t++) {
            shares.set((t + 1) * SPACING, (long) now << 32 | begin(t, units));
        }
        turn = now;
        for (var helper : helpers) {
            helper.wake();
        }
        work(0, now);
        awaitHelpers(begun);
        ended = System.nanoTime();
        this.phase = null;
        this.operands = null;
        var thrown = failure.getAndSet(null);
        // not in a finally: should this thread die on the way, the helpers may still be at work
        taken.set(false);
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /// Takes bites of all shares, its own first, until none is left of this turn.
    private void work(int thread, int now) {
        for (int i = 0; i < threads; i++) {
            int owner = thread + i < threads ? thread + i : thread + i - threads;
            while (bite(owner, thread, now)) {}
        }
    }

    private boolean bite(int owner, int thread, int now) {
        int at = (owner + 1) * SPACING;
        long share = shares.get(at);
        int all = units;
        var work = phase;
        var on = operands;
        int from = (int) share;
        int end = begin(owner + 1, all);
        if ((int) (share >>> 32) != now || from >= end || work == null || on == null) {
            return false;
        }
        int bite = Math.max(1, (end - begin(owner, all)) / bites);
        int to = Math.min(end, from + bite);
        // succeeds only in this turn, which then cannot have ended since the fields were read
        if (!shares.compareAndSet(at, share, (long) now << 32 | to)) {
            return true;
        }
        try {
            work.run(from, to, thread, on);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
        done.setPlain((thread + 1) * SPACING, done.getPlain((thread + 1) * SPACING) + to - from);
        if (unfinished.addAndGet(from - to) == 0) {
            LockSupport.unpark(waiting); // nothing if null
        }
        return true;
    }

    private int begin(int thread, int units) {
        return (int) ((long) units * thread / threads);
    }

    @SuppressWarnings("ThreadPriorityCheck") // to yield is a courtesy, nothing relies on it
    private void awaitHelpers(long workBegun) {
        long begun = 0;
        for (int i = 1; unfinished.get() > 0; i++) {
            if ((i & 63) != 0) {
                Thread.onSpinWait();
            } else if (begun == 0) {
                begun = System.nanoTime();
            } else {
                long waited = System.nanoTime() - begun;
                if (waited > (isCrowded(begun) ? SPIN_NANOS : CROWDED_NANOS)) {
                    parkUntilFinished();
                } else if (waited > SPIN_NANOS) {
                    Thread.yield(); // the helper may wait for this very core
                }
            }
        }
        if (begun != 0) {
            noteWait(begun - workBegun, begun, System.nanoTime());
        }
    }

    /// The thread that runs the last unit wakes the caller: looking again every now and then would
    /// take time from it.
    private void parkUntilFinished() {
        boolean interrupted = false;
        waiting = Thread.currentThread();
        while (unfinished.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted(); // or it would not park again
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCrowded(long now) {
        return now - crowded < MEMORY_NANOS;
    }

    /// Remembers a wait for other threads, if it was for one that did not run.
    private void noteWait(long worked, long begun, long end) {
        if (end - begun > Math.max(CROWDED_NANOS, worked)) {
            crowded = end;
        }
    }

    /// Ends the helpers. The team goes on working on its callers' threads alone.
    @Override
    public void close() {
        closed = true;
        taken.set(true);
        for (var helper : helpers) {
            LockSupport.unpark(helper.thread);
        }
    }

    private final class Helper implements Runnable {
        final int number;
        final Thread thread;
        volatile boolean parked;

        Helper(int number) {
            this.number = number;
            this.thread = Thread.ofPlatform().daemon().name("hebb-" + number).start(this);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            int seen = 0;
            long worked = 0;
            while (!closed) {
                int now = turn;
                if (now != seen) {
                    seen = now;
                    long begun = System.nanoTime();
                    work(number, now);
                    worked = System.nanoTime() - begun;
                } else {
                    await(seen, worked);
                }
            }
        }

        /// Waits for the turn after the one that it has `seen`, in which it `worked` so long.
        private void await(int seen, long worked) {
            long begun = System.nanoTime();
            long spin = isCrowded(begun) ? SPIN_NANOS_CROWDED : SPIN_NANOS;
            while (System.nanoTime() - begun < spin) {
                for (int i = 0; i < 64; i++) {
                    if (turn != seen) {
                        return;
                    }
                    Thread.onSpinWait();
                }
            }
            boolean othersWork = unfinished.get() > 0;
            parked = true;
            while (turn == seen && !closed) {
                LockSupport.park(this);
            }
            parked = false;
            long end = ended;
            // or it may be the end of a later turn
            boolean ofThisWait = turn == seen + 1 && unfinished.get() > 0;
            if (othersWork && ofThisWait) {
                noteWait(worked, begun, end);
            }
        }
    }
}
