package hebb.cpu;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Counts what a thread allocates. Looked up by name, as no module here reads the JDK's management.
public final class Allocations {
    private static final MethodHandle BYTES = find();

    private Allocations() {}

    /// The bytes of the run that allocated least, of as many as come in half a minute, or until one
    /// allocates no more than `enough`: the JIT compiler may still be removing allocations.
    public static long least(long enough, Runnable run) {
        long least = Long.MAX_VALUE;
        long end = System.nanoTime() + 30_000_000_000L;
        while (least > enough && System.nanoTime() < end) {
            long before = bytes();
            run.run();
            least = Math.min(least, bytes() - before);
        }
        return least;
    }

    private static long bytes() {
        try {
            return (long) BYTES.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle find() {
        try {
            var bean =
                    Class.forName("java.lang.management.ManagementFactory")
                            .getMethod("getThreadMXBean")
                            .invoke(null);
            return MethodHandles.publicLookup()
                    .findVirtual(
                            Class.forName("com.sun.management.ThreadMXBean"),
                            "getCurrentThreadAllocatedBytes",
                            MethodType.methodType(long.class))
                    .bindTo(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
