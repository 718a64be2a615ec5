package hebb.cpu.work;

/// Work that goes down a matrix, from its first row to its last: a product of which it is the
/// right-hand side, or a sum over its rows. Works on different columns do not touch each other.
///
/// Several that go down the same matrix can do so together, see [Sweeps].
public interface Sweep {
    /// About how long all of it takes, as in [Phase#cost].
    long cost();

    /// Goes on with the columns `fromColumn <= column < toColumn`, over the rows `fromRow <= row <
    /// toRow`. It has been called for the rows before on the same columns, and ends with the
    /// matrix's last row.
    void run(int fromColumn, int toColumn, int fromRow, int toRow, int thread, Operands operands);
}
