package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Operations over axes: over those that `axis` names, by default all; they stay, of length 1, if
/// `keepdims` says so.
final class ReducingOperations {
    private static final String OVER_AXES = "(x; axis=None, keepdims=False)";

    private ReducingOperations() {}

    /// What is computed over axes, which stay or go.
    private interface Reduction {
        Tensor of(Tensor x, int... axes);
    }

    static Map<String, Definition> all() {
        var t = new Table("numpy");
        over(t, "All", (x, axes) -> x.cast(DType.BOOL).all(axes));
        over(t, "Amax", Tensor::max);
        over(t, "Amin", Tensor::min);
        over(t, "Any", (x, axes) -> x.cast(DType.BOOL).any(axes));
        over(t, "Mean", Tensor::mean);
        over(t, "Ptp", (x, axes) -> x.max(axes).sub(x.min(axes)));
        over(t, "Std", (x, axes) -> Given.floating(x).std(axes));
        over(t, "Sum", Tensor::sum);
        over(t, "Var", (x, axes) -> Given.floating(x).variance(axes));
        t.one("Average(x, weights?; axis=None)", ReducingOperations::average);
        t.one("CountNonzero(x; axis=None)", g -> g.x().notEqual(0).sum(g.axes()));
        t.one(
                "Max(x; axis=None, keepdims=False, initial=None)",
                g -> bounded(g, Tensor::max, Tensor::maximum));
        t.one(
                "Min(x; axis=None, keepdims=False, initial=None)",
                g -> bounded(g, Tensor::min, Tensor::minimum));
        t.one("Prod(x; axis=None, keepdims=False, dtype=None)", g -> typed(g, Tensor::prod));
        position(t, "Argmax", g -> g.alongAxis().argMax(g.alongWhich()));
        position(t, "Argmin", g -> g.alongAxis().argMin(g.alongWhich()));
        running(t, "Cumsum", Tensor::add, 0);
        running(t, "Cumprod", Tensor::mul, 1);
        t.one("Diff(a; n=1, axis=-1)", ReducingOperations::differences);
        var math = new Table("math");
        over(math, "Logsumexp", (x, axes) -> logSumExp(Given.floating(x), axes));
        t.definitions().putAll(math.definitions());
        return t.definitions();
    }

    private static void over(Table t, String name, Reduction reduction) {
        t.one(name + OVER_AXES, g -> kept(g, reduction));
    }

    private static Tensor kept(Given g, Reduction reduction) {
        var axes = g.axes();
        // over no axes, as of a scalar: over one of length 1, as without any all would be taken
        var y = axes.length == 0 ? reduction.of(g.x().expandDims(0), 0) : reduction.of(g.x(), axes);
        if (!g.truth("keepdims")) {
            return y;
        }
        var sorted = axes.clone();
        Arrays.sort(sorted);
        for (int axis : sorted) {
            y = y.expandDims(axis);
        }
        return y;
    }

    private static Tensor bounded(Given g, Reduction reduction, BinaryOperator<Tensor> bound) {
        var y = kept(g, reduction);
        return g.optional("initial").map(i -> bound.apply(y, i.cast(y.dtype()))).orElse(y);
    }

    private static Tensor typed(Given g, Reduction reduction) {
        var y = kept(g, reduction);
        return g.dtype("dtype").map(y::cast).orElse(y);
    }

    private static void position(Table t, String name, Function<Given, Tensor> f) {
        t.one(
                name + OVER_AXES,
                g -> {
                    var y = f.apply(g);
                    if (!g.truth("keepdims")) {
                        return y;
                    }
                    var ones = new int[g.x().rank()];
                    Arrays.fill(ones, 1);
                    return g.has("axis") ? y.expandDims(g.axis()) : y.reshape(ones);
                });
    }

    private static Tensor average(Given g) {
        var x = g.floating();
        var weights = g.optional("weights");
        if (weights.isEmpty()) {
            return x.mean(g.axes());
        }
        var w = Given.floating(weights.get());
        if (w.rank() < x.rank()) { // one weight for each place of the axis
            var dims = new int[x.rank()];
            Arrays.fill(dims, 1);
            dims[g.axis()] = w.dim(0);
            w = w.reshape(dims);
        }
        return x.mul(w).sum(g.axes()).div(w.add(x.mul(0)).sum(g.axes()));
    }

    private static Tensor logSumExp(Tensor x, int... axes) {
        var largest = x.maxKeepDims(axes).stopGradient();
        var shift = Tensor.where(largest.isFinite(), largest, Tensor.scalar(0, x.dtype()));
        return x.sub(shift).exp().sum(axes).log().add(shift.squeeze(axes));
    }

    private static void running(Table t, String name, BinaryOperator<Tensor> step, double start) {
        t.one(
                name + "(x; axis=None, dtype=None)",
                g -> {
                    var x = g.alongAxis();
                    var typed = g.dtype("dtype").map(x::cast).orElse(x);
                    var whole = typed.dtype() == DType.BOOL ? typed.cast(DType.INT32) : typed;
                    return running(whole, g.alongWhich(), step, start);
                });
    }

    /// Each element with all before it, in as many steps as the length has binary digits.
    private static Tensor running(Tensor x, int axis, BinaryOperator<Tensor> step, double start) {
        int length = x.dim(axis);
        var y = x;
        for (int shift = 1; shift < length; shift *= 2) {
            var low = new ArrayList<>(Collections.nCopies(x.rank(), 0));
            low.set(axis, shift);
            var none = Collections.nCopies(x.rank(), 0);
            y = step.apply(y, y.slice(axis, 0, length - shift).pad(low, none, start));
        }
        return y;
    }

    private static Tensor differences(Given g) {
        var x = g.x();
        int axis = g.axis();
        for (int i = 0; i < g.integer("n"); i++) {
            int dim = x.dim(axis);
            var before = x.slice(axis, 0, dim == Shape.UNKNOWN ? 1 : dim - 1);
            x = x.sliceFrom(axis, 1).sub(before);
        }
        return x;
    }
}
