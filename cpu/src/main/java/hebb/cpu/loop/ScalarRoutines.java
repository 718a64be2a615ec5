package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Unary;

/// The routines element by element, by the ops' own definitions: what runs without the Vector API,
/// for the rarer ops, and as oracle for the vector code.
final class ScalarRoutines {
    private ScalarRoutines() {}

    record Single(Unary op) implements FloatRoutine.Single {
        @Override
        public void run(float[] x, int atX, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.apply(x[atX + i]);
            }
        }
    }

    record Pair(Binary op) implements FloatRoutine.Pair {
        @Override
        public void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.apply(a[atA + i], b[atB + i]);
            }
        }

        @Override
        public void withScalar(float[] a, int atA, float b, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.apply(a[atA + i], b);
            }
        }

        @Override
        public void ofScalar(float a, float[] b, int atB, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.apply(a, b[atB + i]);
            }
        }
    }

    record Test(Compare op) implements FloatRoutine.Pair {
        @Override
        public void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.test(a[atA + i], (double) b[atB + i]) ? 1 : 0;
            }
        }

        @Override
        public void withScalar(float[] a, int atA, float b, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.test(a[atA + i], (double) b) ? 1 : 0;
            }
        }

        @Override
        public void ofScalar(float a, float[] b, int atB, float[] y, int atY, int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = op.test(a, (double) b[atB + i]) ? 1 : 0;
            }
        }
    }

    static final class Choice implements FloatRoutine.Choice {
        @Override
        public void run(
                float[] c,
                int atC,
                float[] a,
                int atA,
                int stepA,
                float[] b,
                int atB,
                int stepB,
                float[] y,
                int atY,
                int n) {
            for (int i = 0; i < n; i++) {
                y[atY + i] = c[atC + i] != 0 ? a[atA + i * stepA] : b[atB + i * stepB];
            }
        }
    }
}
