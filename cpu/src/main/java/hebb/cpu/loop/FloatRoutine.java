package hebb.cpu.loop;

/// The inner loops of float32 operations, over `n` elements that begin at given places of arrays.
/// The result may lie where an operand lies, but not overlap it otherwise.
interface FloatRoutine {
    /// Of one operand.
    interface Single extends FloatRoutine {
        void run(float[] x, int atX, float[] y, int atY, int n);
    }

    /// Of two operands, either of which may be one value for all elements.
    interface Pair extends FloatRoutine {
        void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n);

        void withScalar(float[] a, int atA, float b, float[] y, int atY, int n);

        void ofScalar(float a, float[] b, int atB, float[] y, int atY, int n);
    }

    /// `c != 0 ? a : b`, where a and b may be one value for all elements: then their step is 0.
    interface Choice extends FloatRoutine {
        void run(
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
                int n);
    }

    /// Folds elements into one in the order that `Reduce` defines.
    interface Folding extends FloatRoutine {
        /// `n` neighbours.
        float row(float[] x, int at, int n);

        /// `columns` neighbours at once, of each of `rows` rows that begin `stride` apart.
        void columns(float[] x, int at, int rows, int stride, int columns, float[] y, int atY);

        /// Goes on with `columns` neighbours of each of `rows` rows that begin `stride` apart, the
        /// first of them having a number that is a multiple of 16. Partial result p of column c is
        /// `partials[atP + p * stride + c]`, as the elements of row p are.
        void chunk(float[] x, int at, int rows, int stride, int columns, float[] partials, int atP);
    }
}
