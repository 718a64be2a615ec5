package hebb.contract;

import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.some;

import hebb.core.op.Argument;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// Rows of loops over time.
final class ScanSamples {
    private static final int UNITS = 3;

    private ScanSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        for (boolean reverse : new boolean[] {false, true}) {
            for (int times : new int[] {1, 4}) {
                rows.addAll(recurrent(times, 2, reverse, type));
                rows.addAll(gated(times, 2, reverse, type));
            }
            rows.add(sums(reverse, type));
        }
        // many samples, so that threads share them; no time at all
        for (int samples : new int[] {17, 40}) {
            recurrent(3, samples, false, type).forEach(s -> rows.add(rough(s)));
            gated(3, samples, true, type).forEach(s -> rows.add(rough(s)));
        }
        recurrent(0, 2, false, type).forEach(s -> rows.add(rough(s)));
        return rows;
    }

    private static Sample rough(Sample sample) {
        return Sample.rough(sample.op(), sample.inputs().toArray(Constant[]::new));
    }

    /// `h = tanh(x + h · kernel · factor + bias)`, with a factor of each sample's own.
    private static List<Sample> recurrent(int times, int samples, boolean reverse, DType type) {
        var h = argument(type, samples, UNITS);
        var x = argument(type, samples, UNITS);
        var kernel = argument(type, UNITS, UNITS);
        var factor = argument(type, samples, UNITS);
        var bias = argument(type, UNITS);
        var product = Node.of(new MatMul(false, true), h, kernel);
        var next = Node.of(Unary.TANH, x.plus(product.times(factor)).plus(bias));
        var step =
                new Recurrence(
                        List.of(h), List.of(x), List.of(kernel, factor, bias), List.of(next));
        Constant[] inputs = {
            some(type, samples, UNITS),
            some(type, times, samples, UNITS),
            some(type, UNITS, UNITS),
            some(type, samples, UNITS),
            some(type, UNITS)
        };
        return List.of(
                Sample.of(new Scan(step, next, reverse), inputs),
                Sample.of(new Scan(step, h, reverse), inputs),
                Sample.of(new Scan(step, product, reverse), inputs),
                Sample.of(new Scan(step, kernel, reverse), inputs),
                Sample.of(new Scan(step, x, reverse), inputs),
                Sample.of(new ScanCarry(step, 0, reverse), inputs));
    }

    /// Two states, of which a mask keeps one now and then, and gates that are parts of one product.
    private static List<Sample> gated(int times, int samples, boolean reverse, DType type) {
        var h = argument(type, samples, UNITS);
        var c = argument(type, samples, UNITS);
        var x = argument(type, samples, 2);
        var mask = argument(DType.BOOL, samples, 1);
        var kernel = argument(type, UNITS + 2, 2 * UNITS);
        var product = Node.of(MatMul.PLAIN, Node.of(new Concat(1), h, x), kernel);
        var gate = Node.of(Unary.SIGMOID, columns(product, 0, UNITS));
        var carried = gate.times(c).plus(columns(product, UNITS, 2 * UNITS));
        var next = gate.times(Node.of(Unary.SIN, carried));
        var kept = Node.of(Select.INSTANCE, mask, next, h);
        var step =
                new Recurrence(
                        List.of(h, c), List.of(x, mask), List.of(kernel), List.of(kept, carried));
        Constant[] inputs = {
            some(type, samples, UNITS),
            some(type, samples, UNITS),
            some(type, times, samples, 2),
            bits(DType.BOOL, times, samples, 1),
            some(type, UNITS + 2, 2 * UNITS)
        };
        return List.of(
                Sample.of(new Scan(step, kept, reverse), inputs),
                Sample.of(new Scan(step, next, reverse), inputs),
                Sample.of(new Scan(step, carried, reverse), inputs),
                Sample.of(new ScanCarry(step, 0, reverse), inputs),
                Sample.of(new ScanCarry(step, 1, reverse), inputs));
    }

    /// Sums of all before, of a state without axes that the samples share.
    private static Sample sums(boolean reverse, DType type) {
        var sum = argument(type);
        var x = argument(type, 3);
        var next = sum.plus(x.times(x).sum(0).reshape(Shape.of()));
        var step = new Recurrence(List.of(sum), List.of(x), List.of(), List.of(next));
        return Sample.of(new Scan(step, next, reverse), some(type), some(type, 5, 3));
    }

    private static Node columns(Node x, int from, int to) {
        return Node.of(new Slice(List.of(0, from), List.of(Slice.END, to), List.of(1, 1)), x);
    }

    private static Node argument(DType type, int... dims) {
        return Node.of(new Argument("x", new Spec(Shape.of(dims), type)));
    }
}
