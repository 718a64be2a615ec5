package hebb.cpu.gemm;

/// The innermost kernel: a small block of sums that stays in registers while k runs.
///
/// ```
/// for each row i and column j of the tile:
///     sum = add ? c[atC + rowsC[i] + j] : +0
///     for k = from … to - 1:
///         sum = fma(a[atA + rowsA[i] + steps[k]], b[atB + (k - from) * rowB + j], sum)
///     c[atC + rowsC[i] + j] = sum
/// ```
///
/// rowB is not 0. `width` is the number of columns, `vectors × lanes`; rowsA and rowsC are those of
/// the [TileShape]. The table of steps is what makes one kernel serve matrices of either order and
/// images, whose windows need not be unfolded.
public interface Tile {
    /// Sums the products of `from <= k < to`, going on from what C holds if `add`.
    void run(
            float[] a,
            int atA,
            int[] steps,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            boolean add,
            float[] c,
            int atC);
}
