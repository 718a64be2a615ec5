package hebb.cpu.work;

import java.util.List;

/// One heavy operation for one shape: its phases, to be run in order, and the scratch they need.
///
/// Made once per shape, immutable, run by any number of threads. Running allocates nothing. All
/// phases are run with the same [Operands]; between two phases every unit of the first has ended
/// and its writes are visible (a barrier). What the shared scratch holds need not survive the
/// operation, nor is it expected to be zero.
///
/// - `sharedScratch`: elements of scratch that all threads and phases of one run share
/// - `threadScratch`: elements of scratch that each thread has to itself
///
/// Elements are those of the operation: floats, or doubles for a double kernel. Output operands are
/// overwritten and must not overlap any other operand; inputs may overlap each other.
public record Work(List<Phase> phases, int sharedScratch, int threadScratch) {
    public Work {
        phases = List.copyOf(phases);
    }

    /// Work of a single phase without scratch.
    public static Work of(Phase phase) {
        return new Work(List.of(phase), 0, 0);
    }

    /// Scratch elements for `threads` threads: the shared part first, then one part per thread.
    public int scratch(int threads) {
        return Math.addExact(sharedScratch, Math.multiplyExact(threads, threadScratch));
    }

    /// Runs all phases on the calling thread, as thread 0.
    public void run(Operands operands) {
        for (int i = 0; i < phases.size(); i++) {
            phases.get(i).runAlone(operands);
        }
    }
}
