package hebb.cpu.gemm;

import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;

/// `C[m,n] = epilogue(op(A)[m,k] · op(B)[k,n])`, for each matrix of a batch.
///
/// Each element is one chain `sum = fma(a, b, sum)` over ascending k that begins at +0; then
/// the [Epilogue] is applied. Matrices are row-major: A is `(m, k)`, or `(k, m)` when
/// transposed; B is `(k, n)`, or `(n, k)`; C is `(m, n)`. Rows follow each other without gaps
/// unless [#rows(int, int, int)] says otherwise.
///
/// ```java
/// Work work = Gemm.of(32, 128, 784).epilogue(Epilogue.BIAS_RELU).work();
/// ```
public final class Gemm {
    /// Slots of [Operands].
    public static final int A = 0, B = 1, C = 2, BIAS = 3;

    /// How many slots [Operands] needs.
    public static final int SLOTS = 4;

    private static final int[] ORIGIN = {0};

    private final int m;
    private final int n;
    private final int k;
    private boolean transposeA;
    private boolean transposeB;
    private int rowA;
    private int rowB;
    private int rowC;
    private int[] batchA = ORIGIN;
    private int[] batchB = ORIGIN;
    private int[] batchC = ORIGIN;
    private Epilogue epilogue = Epilogue.NONE;

    private Gemm(int m, int n, int k) {
        this.m = m;
        this.n = n;
        this.k = k;
    }

    private Gemm(Gemm g) {
        this(g.m, g.n, g.k);
        transposeA = g.transposeA;
        transposeB = g.transposeB;
        rowA = g.rowA;
        rowB = g.rowB;
        rowC = g.rowC;
        batchA = g.batchA;
        batchB = g.batchB;
        batchC = g.batchC;
        epilogue = g.epilogue;
    }

    /// One product without transposition and without an epilogue. Sizes may be 0; with k = 0
    /// every sum is +0.
    public static Gemm of(int m, int n, int k) {
        if (m < 0 || n < 0 || k < 0) {
            throw new IllegalArgumentException("negative size: m=%d n=%d k=%d".formatted(m, n, k));
        }
        return new Gemm(m, n, k);
    }

    /// A is stored as `(k, m)`.
    public Gemm transposeA() {
        var g = new Gemm(this);
        g.transposeA = true;
        return g;
    }

    /// B is stored as `(n, k)`.
    public Gemm transposeB() {
        var g = new Gemm(this);
        g.transposeB = true;
        return g;
    }

    /// How far apart the stored rows of A, B and C begin, in elements; 0 means without gaps.
    public Gemm rows(int a, int b, int c) {
        var g = new Gemm(this);
        g.rowA = a;
        g.rowB = b;
        g.rowC = c;
        return g;
    }

    /// `count` products; the matrices of product i begin `i * a`, `i * b` and `i * c` elements
    /// after the operands. A step of 0 uses the same matrix for all.
    public Gemm batch(int count, int a, int b, int c) {
        var offsets = new int[3][count];
        for (int i = 0; i < count; i++) {
            offsets[0][i] = i * a;
            offsets[1][i] = i * b;
            offsets[2][i] = i * c;
        }
        return batch(offsets[0], offsets[1], offsets[2]);
    }

    /// One product for each entry; the matrices of product i begin `a[i]`, `b[i]` and `c[i]`
    /// elements after the operands, which covers broadcasting over any number of leading axes.
    public Gemm batch(int[] a, int[] b, int[] c) {
        if (a.length != b.length || a.length != c.length) {
            throw new IllegalArgumentException(
                    "batch offsets differ in number: %d, %d, %d"
                            .formatted(a.length, b.length, c.length));
        }
        var g = new Gemm(this);
        g.batchA = a.clone();
        g.batchB = b.clone();
        g.batchC = c.clone();
        return g;
    }

    /// What is done to each sum before it is stored.
    public Gemm epilogue(Epilogue epilogue) {
        var g = new Gemm(this);
        g.epilogue = epilogue;
        return g;
    }

    /// The product over floats.
    public Work work() {
        return Work.of(new Plain());
    }

    /// The product over doubles.
    public Work doubleWork() {
        return Work.of(new PlainDoubles());
    }

    private int rowA() {
        return rowA != 0 ? rowA : transposeA ? m : k;
    }

    private int rowB() {
        return rowB != 0 ? rowB : transposeB ? k : n;
    }

    private int rowC() {
        return rowC != 0 ? rowC : n;
    }

    private final class Plain implements Phase {
        @Override
        public int units() {
            return batchA.length * m;
        }

        @Override
        public long cost() {
            return (long) units() * n * k;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            float[] a = o.floats(A), b = o.floats(B), c = o.floats(C);
            int stepA = transposeA ? rowA() : 1;
            int stepB = transposeB ? 1 : rowB();
            for (int unit = from; unit < to; unit++) {
                int item = unit / m, row = unit % m;
                int atA = o.offset(A) + batchA[item] + row * (transposeA ? 1 : rowA());
                int atC = o.offset(C) + batchC[item] + row * rowC();
                for (int j = 0; j < n; j++) {
                    int atB = o.offset(B) + batchB[item] + j * (transposeB ? rowB() : 1);
                    float sum = 0f;
                    for (int i = 0; i < k; i++) {
                        sum = Math.fma(a[atA + i * stepA], b[atB + i * stepB], sum);
                    }
                    float bias = epilogue.bias() ? o.floats(BIAS)[o.offset(BIAS) + j] : 0f;
                    c[atC + j] = epilogue.apply(sum, bias);
                }
            }
        }
    }

    private final class PlainDoubles implements Phase {
        @Override
        public int units() {
            return batchA.length * m;
        }

        @Override
        public long cost() {
            return (long) units() * n * k;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            double[] a = o.doubles(A), b = o.doubles(B), c = o.doubles(C);
            int stepA = transposeA ? rowA() : 1;
            int stepB = transposeB ? 1 : rowB();
            for (int unit = from; unit < to; unit++) {
                int item = unit / m, row = unit % m;
                int atA = o.offset(A) + batchA[item] + row * (transposeA ? 1 : rowA());
                int atC = o.offset(C) + batchC[item] + row * rowC();
                for (int j = 0; j < n; j++) {
                    int atB = o.offset(B) + batchB[item] + j * (transposeB ? rowB() : 1);
                    double sum = 0.0;
                    for (int i = 0; i < k; i++) {
                        sum = Math.fma(a[atA + i * stepA], b[atB + i * stepB], sum);
                    }
                    double bias = epilogue.bias() ? o.doubles(BIAS)[o.offset(BIAS) + j] : 0.0;
                    c[atC + j] = epilogue.apply(sum, bias);
                }
            }
        }
    }
}
