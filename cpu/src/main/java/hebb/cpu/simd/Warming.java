package hebb.cpu.simd;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The place of a kernel that the JIT must compile before it is of use, held by a stand-in until
/// then.
///
/// Vector code is a hundred times slower than plain loops while it is interpreted. So the [Warmer]
/// calls the kernel on data of its own until its calls are as short as compiled ones are, and only
/// then is it handed out. Stand-in and kernel must give the same bits.
///
/// - `K`: the type of the kernel
public final class Warming<K> {
    /// Short trials in a row that prove a kernel compiled.
    private static final int PROOF = 3;

    private volatile K current;

    // touched by the warmer alone once it has begun
    private @Nullable Supplier<K> successor;
    private @Nullable K kernel;
    private Consumer<K> trial = k -> {};
    private long limit;
    private int trials;

    private Warming(K kernel) {
        current = kernel;
    }

    /// A kernel that needs no warming.
    public static <K> Warming<K> ready(K kernel) {
        return new Warming<>(kernel);
    }

    /// The fastest that can be had now.
    public K kernel() {
        return current;
    }

    /// Makes `successor` in the background, and hands it out once it is warm. `trial` calls it,
    /// which takes a compiled kernel less than `nanos`, and any other much more; it must go every
    /// way the kernel can go, lest the JIT takes the others for impossible. Only the first call
    /// counts.
    public void warm(Supplier<K> successor, long nanos, Consumer<K> trial) {
        synchronized (this) {
            if (this.successor != null) {
                return;
            }
            this.successor = successor;
            this.trial = trial;
            limit = nanos;
        }
        Warmer.add(this);
    }

    /// How often the successor was tried.
    int trials() {
        return trials;
    }

    /// Tries the successor up to so many times; whether it has proved to be compiled.
    boolean tryOut(int times) {
        K tried = kernel;
        if (tried == null && successor != null) {
            tried = successor.get();
            kernel = tried;
        }
        if (tried == null) {
            throw new IllegalStateException("nothing to try");
        }
        int proofs = 0;
        for (int i = 0; i < times || proofs > 0; i++) {
            long start = System.nanoTime();
            trial.accept(tried);
            proofs = System.nanoTime() - start < limit ? proofs + 1 : 0;
            trials++;
            if (proofs == PROOF) {
                current = tried;
                return true;
            }
        }
        return false;
    }
}
