package hebb.cpu.work;

/// Units of work that depend on nothing but what was there when the phase began.
///
/// Any thread may run any range of units; the result's bits do not depend on how the units are cut
/// or in which order they run. A unit is large enough to be worth handing to a thread.
public interface Phase {
    /// How many units there are; fixed by the shape.
    int units();

    /// About how long all units take, in multiply-adds or moved elements; for deciding how many
    /// threads the phase deserves.
    long cost();

    /// Into how many runs a thread should cut its share of the units, where nobody else wants the
    /// processor: fewer where units side by side read the same.
    default int bites() {
        return 4;
    }

    /// Runs the units `from <= unit < to`, at least one. Two calls that run at the same time have
    /// different `thread` numbers, each below the number of threads that scratch was bound for.
    void run(int from, int to, int thread, Operands operands);

    /// Runs all units, if there are any, on the calling thread, as thread 0.
    default void runAlone(Operands operands) {
        int units = units();
        if (units > 0) {
            run(0, units, 0, operands);
        }
    }
}
