package hebb.cpu.gemm;

/// [Finish.Loop] in plain Java.
final class ScalarFinish implements Finish.Loop {
    @Override
    public void run(
            float[] c,
            int atC,
            int rows,
            int columns,
            int rowC,
            float[] bias,
            int atBias,
            int step,
            float floor) {
        for (int i = 0; i < rows; i++) {
            int row = atC + i * rowC;
            for (int j = 0; j < columns; j++) {
                c[row + j] = Math.max(c[row + j] + bias[atBias + j * step], floor);
            }
        }
    }
}
