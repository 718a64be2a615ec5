package hebb.cpu.conv;

/// The innermost loops of depthwise convolutions, for some neighbouring channels.
interface DepthwiseLoops {
    /// Computes one row of results, each one chain `sum = fma(x, w, sum)` over its taps in order,
    /// for the channels `from` to before `to`.
    void chains(
            Taps taps,
            int row,
            float[] x,
            int atX,
            float[] w,
            int atW,
            float[] y,
            int atY,
            int from,
            int to);

    /// Computes the gradient of one weight of each of these channels: chains over images and
    /// positions, one for each run of images, the runs added in order.
    void sums(
            Taps taps,
            int tap,
            Runs runs,
            float[] x,
            int atX,
            float[] dy,
            int atDy,
            float[] dw,
            int atDw,
            int from,
            int to);

    /// How a batch is cut: run i goes from image `i · images / count` to before that of run i + 1.
    record Runs(int images, int count) {
        int begin(int run) {
            return (int) ((long) run * images / count);
        }
    }
}
