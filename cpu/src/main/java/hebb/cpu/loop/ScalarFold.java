package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Reduce;

/// Folds one partial result after the other, by the op's own definition.
final class ScalarFold implements FloatRoutine.Folding {
    private final Binary step;
    private final float neutral;

    ScalarFold(Reduce.Kind kind) {
        step = Fold.step(kind);
        neutral = (float) Fold.neutral(kind);
    }

    @Override
    public float row(float[] x, int at, int n) {
        return fold(x, at, n, 1, 0, 1);
    }

    @Override
    public void columns(float[] x, int at, int rows, int stride, int columns, float[] y, int atY) {
        for (int c = 0; c < columns; c++) {
            y[atY + c] = fold(x, at + c, rows, stride, 0, 1);
        }
    }

    @Override
    public void chunk(
            float[] x, int at, int rows, int stride, int columns, float[] partials, int atP) {
        for (int row = 0; row < rows; row++) {
            int to = atP + row % Reduce.PARTIALS * stride;
            for (int c = 0; c < columns; c++) {
                partials[to + c] = step.apply(partials[to + c], x[at + row * stride + c]);
            }
        }
    }

    /// The partial results `first`, `first + every`, … folded into one: by halves, the other order
    /// of the same pairs.
    private float fold(float[] x, int at, int n, int stride, int first, int every) {
        if (every < Reduce.PARTIALS) {
            float even = fold(x, at, n, stride, first, 2 * every);
            return step.apply(even, fold(x, at, n, stride, first + every, 2 * every));
        }
        float partial = neutral;
        for (int i = first; i < n; i += Reduce.PARTIALS) {
            partial = step.apply(partial, x[at + i * stride]);
        }
        return partial;
    }
}
