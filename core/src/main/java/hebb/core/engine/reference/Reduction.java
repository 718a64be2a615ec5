package hebb.core.engine.reference;

import hebb.core.op.ArgReduce;
import hebb.core.op.Binary;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.core.shape.Shape;
import java.util.Arrays;
import java.util.List;

/// Ops that fold elements into one, and those made of such folds.
final class Reduction {
    private Reduction() {}

    static void reduce(Reduce op, Value x, Value y) {
        var starts = kept(x.shape(), op.axes()).places();
        var steps = reduced(x.shape(), op.axes()).places();
        for (int i = 0; i < starts.length; i++) {
            switch (y.elements()) {
                case Floats to -> to.put(i, fold(op.kind(), x.floats(), starts[i], steps));
                case Integers to -> to.put(i, fold(op.kind(), x.integers(), starts[i], steps));
            }
        }
    }

    static void argReduce(ArgReduce op, Value x, Value y) {
        var axes = List.of(x.shape().axis(op.axis()));
        var starts = kept(x.shape(), axes).places();
        var steps = reduced(x.shape(), axes).places();
        boolean largest = op.kind() == ArgReduce.Kind.ARGMAX;
        for (int i = 0; i < starts.length; i++) {
            int best = 0;
            for (int k = 1; k < steps.length; k++) {
                int a = starts[i] + steps[k];
                int b = starts[i] + steps[best];
                boolean better =
                        switch (x.elements()) {
                            case Floats e -> beats(e.at(a), e.at(b), largest);
                            case Integers e -> largest ? e.at(a) > e.at(b) : e.at(a) < e.at(b);
                        };
                best = better ? k : best;
            }
            y.integers().put(i, (long) best);
        }
    }

    private static boolean beats(double a, double b, boolean largest) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return !Double.isNaN(b);
        }
        return largest ? a > b : a < b;
    }

    static void softmax(Value x, Value y) {
        var to = y.floats();
        rows(
                x,
                (from, start, steps) -> {
                    double max = fold(Reduce.Kind.MAX, from, start, steps);
                    for (int step : steps) {
                        double shifted = to.apply(Binary.SUB, from.at(start + step), max);
                        to.put(start + step, to.apply(Unary.EXP, shifted));
                    }
                    double sum = fold(Reduce.Kind.SUM, to, start, steps);
                    for (int step : steps) {
                        to.put(start + step, to.apply(Binary.DIV, to.at(start + step), sum));
                    }
                });
    }

    static void logSoftmax(Value x, Value y) {
        var to = y.floats();
        var exponentials = Value.of(y.spec()).floats();
        rows(
                x,
                (from, start, steps) -> {
                    double max = fold(Reduce.Kind.MAX, from, start, steps);
                    for (int step : steps) {
                        double shifted = to.apply(Binary.SUB, from.at(start + step), max);
                        to.put(start + step, shifted);
                        exponentials.put(start + step, to.apply(Unary.EXP, shifted));
                    }
                    double sum = fold(Reduce.Kind.SUM, exponentials, start, steps);
                    double log = to.apply(Unary.LOG, sum);
                    for (int step : steps) {
                        to.put(start + step, to.apply(Binary.SUB, to.at(start + step), log));
                    }
                });
    }

    private interface Row {
        void visit(Floats x, int start, int[] steps);
    }

    private static void rows(Value x, Row row) {
        var last = List.of(x.shape().rank() - 1);
        var steps = reduced(x.shape(), last).places();
        for (int start : kept(x.shape(), last).places()) {
            row.visit(x.floats(), start, steps);
        }
    }

    /// The first reduced element of each result.
    private static View kept(Shape shape, List<Integer> axes) {
        var dims = shape.dims();
        axes.forEach(axis -> dims[axis] = 1);
        return new View(Shape.of(dims), 0, shape.strides());
    }

    /// The reduced elements of one result, counted from the first.
    private static View reduced(Shape shape, List<Integer> axes) {
        var dims = shape.dims();
        for (int i = 0; i < dims.length; i++) {
            dims[i] = axes.contains(i) ? dims[i] : 1;
        }
        return new View(Shape.of(dims), 0, shape.strides());
    }

    private static double fold(Reduce.Kind kind, Floats x, int start, int[] steps) {
        var op = step(kind);
        var partials = new double[Reduce.PARTIALS];
        Arrays.fill(
                partials,
                switch (kind) {
                    case SUM -> 0;
                    case PROD -> 1;
                    case MIN -> Double.POSITIVE_INFINITY;
                    case MAX -> Double.NEGATIVE_INFINITY;
                });
        for (int i = 0; i < steps.length; i++) {
            int p = i % Reduce.PARTIALS;
            partials[p] = x.apply(op, partials[p], x.at(start + steps[i]));
        }
        for (int half = Reduce.PARTIALS / 2; half > 0; half /= 2) {
            for (int p = 0; p < half; p++) {
                partials[p] = x.apply(op, partials[p], partials[p + half]);
            }
        }
        return partials[0];
    }

    private static long fold(Reduce.Kind kind, Integers x, int start, int[] steps) {
        long result =
                switch (kind) {
                    case SUM -> 0;
                    case PROD -> 1;
                    case MIN -> Long.MAX_VALUE;
                    case MAX -> Long.MIN_VALUE;
                };
        for (int step : steps) {
            result = step(kind).apply(result, x.at(start + step));
        }
        return result;
    }

    private static Binary step(Reduce.Kind kind) {
        return switch (kind) {
            case SUM -> Binary.ADD;
            case PROD -> Binary.MUL;
            case MIN -> Binary.MIN;
            case MAX -> Binary.MAX;
        };
    }
}
