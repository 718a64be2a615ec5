package hebb.cpu.work;

/// What is done with rows of a matrix as soon as a thread has computed them.
@FunctionalInterface
public interface RowWork {
    /// Works on the rows `from <= row < to`, which the thread itself computed.
    void run(int from, int to, int thread, Operands operands);
}
