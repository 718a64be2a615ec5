package hebb.cpu.pool;

/// Pools windows side by side, each with all its cells: the innermost loops.
///
/// Windows have `rows × columns` cells, of which `channels` values take part; the first window
/// begins at `x[atX]`, the next `stepX` further on, rows are `rowX` apart, cells, and results,
/// which begin at `y[atY]`, are `cell` apart. Gradients of cells and results lie in `dx` and `dy`
/// likewise.
interface PoolLoops {
    /// The extent of a run of windows.
    record Run(int windows, int rows, int columns, int channels, int cell, int rowX, int stepX) {
        /// The same windows with other channels.
        Run channels(int channels) {
            return new Run(windows, rows, columns, channels, cell, rowX, stepX);
        }
    }

    /// Stores the largest cell of each window in Y.
    void max(Run run, float[] x, int atX, float[] y, int atY);

    /// Hands the gradient of each window to its first cell that equals its maximum; if the loops
    /// were made for relu, only where that is greater than 0.
    ///
    /// If the loops were made to add, the gradient is added to what DX holds; otherwise all cells
    /// of the window are written.
    void maxGradient(
            Run run,
            float[] x,
            int atX,
            float[] y,
            int atY,
            float[] dy,
            int atDy,
            float[] dx,
            int atDx);

    /// Stores the mean of each window in Y.
    void average(Run run, float[] x, int atX, float[] y, int atY);

    /// Hands each cell of a window its share of the window's gradient, adding or writing as above.
    void averageGradient(Run run, float[] dy, int atDy, float[] dx, int atDx);
}
