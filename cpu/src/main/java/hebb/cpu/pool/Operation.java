package hebb.cpu.pool;

/// What is done with a run of windows.
enum Operation {
    MAX,
    MAX_GRADIENT,
    MAX_GRADIENT_RELU,
    AVERAGE,
    AVERAGE_GRADIENT;

    /// Whether it makes gradients of cells, rather than results.
    boolean backward() {
        return this != MAX && this != AVERAGE;
    }

    /// Calls the loop for this operation, which reads and writes what it needs.
    void run(
            PoolLoops loops,
            PoolLoops.Run run,
            float[] x,
            int atX,
            float[] y,
            int atY,
            float[] dy,
            int atDy,
            float[] dx,
            int atDx) {
        switch (this) {
            case MAX -> loops.max(run, x, atX, y, atY);
            case MAX_GRADIENT, MAX_GRADIENT_RELU ->
                    loops.maxGradient(run, x, atX, y, atY, dy, atDy, dx, atDx);
            case AVERAGE -> loops.average(run, x, atX, y, atY);
            case AVERAGE_GRADIENT -> loops.averageGradient(run, dy, atDy, dx, atDx);
        }
    }
}
