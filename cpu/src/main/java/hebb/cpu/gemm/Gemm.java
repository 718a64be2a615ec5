package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Extent;
import hebb.cpu.work.RowWork;
import hebb.cpu.work.Sweep;
import hebb.cpu.work.Work;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `C[m,n] = epilogue(op(A)[m,k] · op(B)[k,n])`, for each matrix of a batch.
///
/// Each element is one chain `sum = fma(a, b, sum)` over ascending k that begins at +0; then the
/// [Epilogue] is applied. Matrices are row-major: A is `(m, k)`, or `(k, m)` when transposed; B is
/// `(k, n)`, or `(n, k)`; C is `(m, n)`. Rows follow each other without gaps unless [#rows(int,
/// int, int)] says otherwise.
///
/// ```java
/// Work work = Gemm.of(32, 128, 784).epilogue(Epilogue.BIAS_RELU).work();
/// ```
public final class Gemm {
    /// Slots of [hebb.cpu.work.Operands].
    public static final int A = 0, B = 1, C = 2, BIAS = 3;

    /// How many slots [hebb.cpu.work.Operands] needs.
    public static final int SLOTS = 4;

    private final int m;
    private final int n;
    private final int k;
    private boolean transposeA;
    private boolean transposeB;
    private int rowA;
    private int rowB;
    private int rowC;
    private List<Integer> batchA = List.of(0);
    private List<Integer> batchB = List.of(0);
    private List<Integer> batchC = List.of(0);
    private Epilogue epilogue = Epilogue.NONE;
    private @Nullable Extent rowsInUse;
    private @Nullable Extent termsInUse;
    private int slotA = A;
    private int slotB = B;
    private int slotC = C;

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
        rowsInUse = g.rowsInUse;
        termsInUse = g.termsInUse;
        slotA = g.slotA;
        slotB = g.slotB;
        slotC = g.slotC;
    }

    /// One product without transposition and without an epilogue. Sizes may be 0; with k = 0 every
    /// sum is +0.
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
        g.batchA = Arrays.stream(a).boxed().toList();
        g.batchB = Arrays.stream(b).boxed().toList();
        g.batchC = Arrays.stream(c).boxed().toList();
        return g;
    }

    /// What is done to each sum before it is stored.
    public Gemm epilogue(Epilogue epilogue) {
        var g = new Gemm(this);
        g.epilogue = epilogue;
        return g;
    }

    /// Other slots for A, B and C than those of the constants.
    public Gemm slots(int a, int b, int c) {
        var g = new Gemm(this);
        g.slotA = a;
        g.slotB = b;
        g.slotC = c;
        return g;
    }

    /// Only so many rows of A and C are in use: more of C need not be computed. One product over
    /// floats.
    public Gemm rowsInUse(Extent count) {
        var g = new Gemm(this);
        g.rowsInUse = count;
        return g;
    }

    /// Each sum has only so many terms, at most k. One product over floats.
    public Gemm termsInUse(Extent count) {
        var g = new Gemm(this);
        g.termsInUse = count;
        return g;
    }

    /// The product over floats.
    public Work work() {
        return work(Kernels.preferred());
    }

    /// The product over floats, with given kernels.
    public Work work(Kernels kernels) {
        Matrix a = a();
        Matrix b = b();
        Matrix c = c();
        int rows = m;
        if (a.batch().size() > 1 && b.same() && a.tall(m) && c.tall(m)) {
            rows *= a.batch().size();
            a = a.first();
            b = b.first();
            c = c.first();
        }
        Product product =
                turned(rows, kernels.lanes().count())
                        ? new Product(
                                kernels,
                                n,
                                rows,
                                k,
                                b.transposed(),
                                a.transposed(),
                                c.transposed(),
                                null, // its rows are the columns of C
                                termsInUse,
                                epilogue,
                                BIAS,
                                null)
                        : product(kernels, rows, a, b, c, null);
        return product.work();
    }

    /// The product over floats as work that goes down B; null where another way is better: B turned
    /// or packed, A packed, or columns that fill no vector. One product without an epilogue.
    public @Nullable Sweep sweep(Kernels kernels) {
        requireOneAlone("sweep", true);
        return turned(m, kernels.lanes().count())
                ? null
                : product(kernels, m, a(), b(), c(), null).sweep();
    }

    private Product product(
            Kernels kernels, int rows, Matrix a, Matrix b, Matrix c, @Nullable RowWork behind) {
        return new Product(
                kernels, rows, n, k, a, b, c, rowsInUse, termsInUse, epilogue, BIAS, behind);
    }

    private void requireOneAlone(String what, boolean fits) {
        if (!fits || batchA.size() != 1 || !epilogue.equals(Epilogue.NONE)) {
            throw new IllegalArgumentException(
                    "no %s for %d products of %d x %d with %s"
                            .formatted(what, batchA.size(), m, n, epilogue));
        }
    }

    /// How many rows of C a thread of [#workByRows] holds.
    public int rowsHeld(Kernels kernels) {
        return Product.rowsHeld(kernels.lanes(), m, n);
    }

    /// The product over floats, which is never there as a whole: each thread has a C of its own of
    /// `rowsHeld * n` elements, one behind the other in the operand, where it computes as many rows
    /// as fit before `behind` works on them.
    ///
    /// One product of at least one row and column, without an epilogue.
    public Work workByRows(Kernels kernels, RowWork behind) {
        requireOneAlone("work by rows", m > 0 && n > 0);
        return product(kernels, m, a(), b(), c(), behind).work();
    }

    /// The product over doubles.
    public Work doubleWork() {
        return new DoubleGemm(m, n, k, a(), b(), c(), epilogue, BIAS).work();
    }

    private Matrix a() {
        int row = rowA != 0 ? rowA : transposeA ? m : k;
        return new Matrix(slotA, batchA, transposeA ? 1 : row, transposeA ? row : 1);
    }

    private Matrix b() {
        int row = rowB != 0 ? rowB : transposeB ? k : n;
        return new Matrix(slotB, batchB, transposeB ? 1 : row, transposeB ? row : 1);
    }

    private Matrix c() {
        return new Matrix(slotC, batchC, rowC != 0 ? rowC : n, 1);
    }

    /// Whether to compute the transposed product Bᵀ·Aᵀ, which spares transposing a large B for a
    /// small A. Estimated in cycles: two multiplications of `lanes` each, one element moved one by
    /// one.
    private boolean turned(int rows, int lanes) {
        double straight = (double) Math.max(rows, 4) * padded(n, lanes) * k / (2 * lanes);
        double turned = (double) Math.max(n, 4) * padded(rows, lanes) * k / (2 * lanes);
        straight += transposeB ? (double) n * k : 0;
        turned += (double) rows * n + (transposeA ? 0 : (double) rows * k);
        return turned < straight;
    }

    private static int padded(int columns, int lanes) {
        return Math.ceilDiv(columns, lanes) * lanes;
    }
}
