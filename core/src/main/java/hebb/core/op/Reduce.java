package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One value for all elements along some axes, which stay with length 1.
///
/// Sums and products have one order, fixed by the shape: the reduced elements, numbered in
/// row-major order, go to 16 partial results by their number modulo 16, each starting from the
/// neutral element (+0 or 1); then partial i takes in partial i+8, then i+4, i+2, i+1. float32 is
/// summed in float32. MIN and MAX are NaN if an element is, and -0 is below +0. Of an empty axis,
/// SUM is 0 and PROD is 1. bool knows MIN (all) and MAX (any).
public record Reduce(Kind kind, List<Integer> axes) implements Op {
    /// Partial results of a sum or product.
    public static final int PARTIALS = 16;

    /// What is computed of the elements.
    public enum Kind {
        SUM,
        PROD,
        MIN,
        MAX
    }

    public Reduce {
        axes = axes.stream().sorted().toList();
    }

    /// Reduces these axes, counted from 0. A sum over the first axis and others is taken within
    /// each of its positions first, and then over it: so a batch's sum is made of its samples'
    /// sums, which threads can share.
    public static Node of(Kind kind, Node x, int... axes) {
        var sorted = Arrays.stream(axes).map(x.shape()::axis).sorted().boxed().toList();
        if (sorted.isEmpty()) {
            return x;
        }
        if (kind == Kind.SUM && sorted.size() > 1 && sorted.getFirst() == 0) {
            var samples = Node.of(new Reduce(kind, sorted.subList(1, sorted.size())), x);
            return Node.of(new Reduce(kind, List.of(0)), samples);
        }
        return Node.of(new Reduce(kind, sorted), x);
    }

    @Override
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        boolean sums = kind == Kind.SUM || kind == Kind.PROD;
        if (sums && (x.dtype() == DType.BOOL || x.dtype() == DType.UINT8)) {
            throw HebbException.of(label(), "not defined for " + x.dtype())
                    .received(x)
                    .expected("float32, float64, int32 or int64")
                    .fix("x.cast(DType.FLOAT32)");
        }
        var shape = x.shape();
        for (int axis : axes) {
            if (!sums && shape.dim(axis) == 0) {
                throw HebbException.of(label(), "axis " + axis + " is empty")
                        .received(shape)
                        .expected("at least one element");
            }
            shape = shape.with(axis, 1);
        }
        return new Spec(shape, x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var x = y.input(0);
        switch (kind) {
            case SUM -> to.add(0, () -> Node.of(new Broadcast(x.shape()), dy));
            case PROD -> to.add(0, () -> dy.times(productOfOthers(x)));
            case MIN, MAX -> to.add(0, () -> shared(x, y, dy));
        }
    }

    // x may hold zeros, so that y / x will not do
    private Node productOfOthers(Node x) {
        var zero = Node.scalar(0, x.dtype());
        var isZero = Node.of(Compare.EQUAL, x, zero);
        var nonZero = Node.of(Select.INSTANCE, isZero, Node.scalar(1, x.dtype()), x);
        var product = Node.of(new Reduce(Kind.PROD, axes), nonZero);
        var zeros = Node.of(new Cast(x.dtype()), isZero);
        var zerosElsewhere = total(zeros).minus(zeros);
        return product.over(nonZero).where(Node.of(Compare.EQUAL, zerosElsewhere, zero));
    }

    // equals share the gradient evenly, as in Keras
    private Node shared(Node x, Node y, Node dy) {
        var chosen = Node.of(Compare.EQUAL, x, y);
        var count = total(Node.of(new Cast(x.dtype()), chosen));
        return Node.of(new Broadcast(x.shape()), dy.over(count)).where(chosen);
    }

    private Node total(Node x) {
        return x.sum(axes.stream().mapToInt(Integer::intValue).toArray());
    }
}
