package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Reduce;

/// Folds elements into one, in the order that `Reduce` defines: 16 interleaved partial results,
/// then pairwise.
///
/// `p` holds the partial results from `at` on. A chunk begins at an element whose number is a
/// multiple of 16.
final class Fold {
    private Fold() {}

    static Binary step(Reduce.Kind kind) {
        return switch (kind) {
            case SUM -> Binary.ADD;
            case PROD -> Binary.MUL;
            case MIN -> Binary.MIN;
            case MAX -> Binary.MAX;
        };
    }

    static double neutral(Reduce.Kind kind) {
        return switch (kind) {
            case SUM -> 0;
            case PROD -> 1;
            case MIN -> Double.POSITIVE_INFINITY;
            case MAX -> Double.NEGATIVE_INFINITY;
        };
    }

    static void chunk(Binary step, float[] x, int from, int n, float[] p, int at) {
        for (int i = 0; i < n; i++) {
            int to = at + (i & 15);
            p[to] = step.apply(p[to], x[from + i]);
        }
    }

    static float end(Binary step, float[] p, int at) {
        for (int half = Reduce.PARTIALS / 2; half > 0; half /= 2) {
            for (int i = at; i < at + half; i++) {
                p[i] = step.apply(p[i], p[i + half]);
            }
        }
        return p[at];
    }

    static void chunk(Binary step, double[] x, int from, int n, double[] p, int at) {
        for (int i = 0; i < n; i++) {
            int to = at + (i & 15);
            p[to] = step.apply(p[to], x[from + i]);
        }
    }

    static double end(Binary step, double[] p, int at) {
        for (int half = Reduce.PARTIALS / 2; half > 0; half /= 2) {
            for (int i = at; i < at + half; i++) {
                p[i] = step.apply(p[i], p[i + half]);
            }
        }
        return p[at];
    }
}
