package hebb.nn.operations;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Operations that move, repeat, join and split what is there.
final class ShapingOperations {
    private ShapingOperations() {}

    static Map<String, Definition> all() {
        var t = new Table("numpy");
        shapes(t);
        orders(t);
        repetitions(t);
        joined(t);
        parts(t);
        return t.definitions();
    }

    private static void shapes(Table t) {
        t.one("BroadcastTo(x; shape)", g -> g.x().broadcastTo(batched(g.x(), g.ints("shape"))));
        t.one("ExpandDims(x; axis)", ShapingOperations::expanded);
        t.one("Ravel(x)", g -> g.x().flatten());
        t.one("Reshape(x; newshape)", g -> g.x().reshape(g.ints("newshape")));
        t.one(
                "Squeeze(x; axis=None)",
                g -> g.has("axis") ? g.x().squeeze(g.axes()) : g.x().squeeze());
    }

    // Keras's symbolic shapes have None for the batch
    private static Shape batched(Tensor x, int... dims) {
        int lead = dims.length - x.rank();
        return Shape.of(
                IntStream.range(0, dims.length)
                        .map(i -> dims[i] == Shape.UNKNOWN && i >= lead ? x.dim(i - lead) : dims[i])
                        .toArray());
    }

    private static Tensor expanded(Given g) {
        var x = g.x();
        var axes = g.ints("axis");
        int rank = x.rank() + axes.length;
        var places = IntStream.of(axes).map(a -> a < 0 ? a + rank : a).sorted().toArray();
        for (int place : places) {
            x = x.expandDims(place);
        }
        return x;
    }

    private static void orders(Table t) {
        t.one("Flip(x; axis=None)", g -> g.x().reverse(g.axes()));
        t.one("Fliplr(x)", g -> g.x().reverse(1));
        t.one("Flipud(x)", g -> g.x().reverse(0));
        t.one("Moveaxis(x; source, destination)", ShapingOperations::moved);
        t.one("Roll(x; shift, axis=None)", ShapingOperations::rolled);
        t.one(
                "Swapaxes(x; axis1, axis2)",
                g -> g.x().swapAxes(g.integer("axis1"), g.integer("axis2")));
        t.one(
                "Transpose(x; axes=None)",
                g -> g.has("axes") ? g.x().transpose(g.ints("axes")) : g.x().transpose());
    }

    private static Tensor moved(Given g) {
        var x = g.x();
        var from = IntStream.of(g.ints("source")).map(x.shape()::axis).toArray();
        var to = IntStream.of(g.ints("destination")).map(x.shape()::axis).toArray();
        var order = new ArrayList<Integer>();
        IntStream.range(0, x.rank())
                .filter(a -> IntStream.of(from).noneMatch(f -> f == a))
                .forEach(order::add);
        IntStream.range(0, to.length)
                .boxed()
                .sorted((i, j) -> Integer.compare(to[i], to[j]))
                .forEach(i -> order.add(to[i], from[i]));
        return x.transpose(order.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Tensor rolled(Given g) {
        var x = g.x();
        var shifts = g.ints("shift");
        if (!g.has("axis")) {
            return rolled(x.flatten(), Arrays.stream(shifts).sum(), 0).reshape(x.shape());
        }
        var axes = g.axes();
        for (int i = 0; i < axes.length; i++) {
            x = rolled(x, shifts[shifts.length == 1 ? 0 : i], axes[i]);
        }
        return x;
    }

    private static Tensor rolled(Tensor x, int shift, int axis) {
        int dim = x.dim(axis);
        if (dim == Shape.UNKNOWN || Math.floorMod(shift, dim) == 0) {
            return x;
        }
        int border = dim - Math.floorMod(shift, dim);
        return Tensor.concat(axis, x.sliceFrom(axis, border), x.slice(axis, 0, border));
    }

    private static void repetitions(Table t) {
        t.one("Pad(x, constant_values?; pad_width, mode='constant')", ShapingOperations::padded);
        t.one(
                "Repeat(x; repeats, axis=None)",
                g -> g.alongAxis().repeat(g.integer("repeats"), g.alongWhich()));
        t.one("Tile(x; repeats)", ShapingOperations::tiled);
    }

    private static Tensor tiled(Given g) {
        var x = g.x();
        var times = g.ints("repeats");
        while (x.rank() < times.length) {
            x = x.expandDims(0);
        }
        for (int i = 0; i < times.length; i++) {
            int axis = x.rank() - times.length + i;
            var copies = Collections.nCopies(times[i], x);
            x = times[i] == 1 ? x : Tensor.concat(axis, copies.toArray(Tensor[]::new));
        }
        return x;
    }

    private static Tensor padded(Given g) {
        var x = g.x();
        var low = new ArrayList<Integer>();
        var high = new ArrayList<Integer>();
        var widths =
                g.value("pad_width") instanceof List<?> list
                        ? list
                        : List.of(g.integer("pad_width"));
        for (int axis = 0; axis < x.rank(); axis++) {
            // one pair, or one number, stands for all axes
            var own = widths.size() == x.rank() ? widths.get(axis) : widths.getFirst();
            var pair =
                    own instanceof List<?> p ? p : widths.size() == 2 ? widths : List.of(own, own);
            low.add(((Number) pair.getFirst()).intValue());
            high.add(((Number) pair.getLast()).intValue());
        }
        if (g.text("mode").equals("constant")) {
            double value = g.optional("constant_values").map(Tensor::item).orElse(0.0);
            return x.pad(low, high, value);
        }
        for (int axis = 0; axis < x.rank(); axis++) {
            x = mirrored(x, axis, low.get(axis), high.get(axis), g.text("mode"));
        }
        return x;
    }

    private static Tensor mirrored(Tensor x, int axis, int low, int high, String mode) {
        if (low == 0 && high == 0) {
            return x;
        }
        int skipped =
                switch (mode) {
                    case "reflect" -> 1;
                    case "symmetric" -> 0;
                    default ->
                            throw HebbException.of("argument 'mode'", "there is no such padding")
                                    .received("'" + mode + "'")
                                    .expected("constant, reflect or symmetric");
                };
        int dim = x.dim(axis);
        var before = x.slice(axis, skipped, skipped + low).reverse(axis);
        int end = dim - skipped;
        var behind = x.slice(axis, end - high, end).reverse(axis);
        return Tensor.concat(axis, before, x, behind);
    }

    private static void joined(Table t) {
        t.one("Append(x1, x2; axis=None)", ShapingOperations::appended);
        t.one("Concatenate(xs[]; axis=0)", g -> joined(g.integer("axis"), g.list("xs")));
        t.one("Dstack(xs[])", g -> joined(2, atLeast(3, g.list("xs"))));
        t.one("Hstack(xs[])", g -> joined(g.list("xs")[0].rank() == 1 ? 0 : 1, g.list("xs")));
        t.one("Stack(x[]; axis=0)", g -> Tensor.stack(g.integer("axis"), g.list("x")));
        t.one("Vstack(xs[])", g -> joined(0, atLeast(2, g.list("xs"))));
    }

    private static Tensor joined(int axis, Tensor... parts) {
        return Tensor.concat(axis, parts);
    }

    private static Tensor appended(Given g) {
        var a = g.tensor("x1");
        var b = g.tensor("x2");
        var type = a.dtype().promote(b.dtype());
        return g.has("axis")
                ? joined(g.axis(), a.cast(type), b.cast(type))
                : joined(0, a.cast(type).flatten(), b.cast(type).flatten());
    }

    private static Tensor[] atLeast(int rank, Tensor... parts) {
        return Arrays.stream(parts).map(x -> atLeast(rank, x)).toArray(Tensor[]::new);
    }

    // numpy's: rows in front, depth behind
    private static Tensor atLeast(int rank, Tensor x) {
        var y = x.rank() == 0 ? x.expandDims(0) : x;
        var matrix = y.rank() == 1 ? y.expandDims(0) : y;
        return rank == 3 && matrix.rank() == 2 ? matrix.expandDims(2) : matrix;
    }

    private static void parts(Table t) {
        t.several("ArraySplit(x; indices_or_sections, axis=0)", ShapingOperations::split);
        t.several("Split(x; indices_or_sections, axis=0)", ShapingOperations::split);
        t.several("Hsplit(x; indices_or_sections)", g -> split(g, g.x().rank() == 1 ? 0 : 1));
        t.several("Vsplit(x; indices_or_sections)", g -> split(g, 0));
    }

    private static List<Tensor> split(Given g) {
        return split(g, g.axis());
    }

    private static List<Tensor> split(Given g, int axis) {
        var x = g.x();
        int dim = x.dim(axis);
        var borders = new ArrayList<Integer>();
        borders.add(0);
        if (g.value("indices_or_sections") instanceof Number sections) {
            int count = sections.intValue();
            // the first are longer by one, where the parts cannot be equal
            for (int i = 0; i < count; i++) {
                borders.add(borders.getLast() + dim / count + (i < dim % count ? 1 : 0));
            }
        } else {
            Arrays.stream(g.ints("indices_or_sections"))
                    .map(i -> Math.min(i < 0 ? i + dim : i, dim))
                    .forEach(borders::add);
            borders.add(dim);
        }
        return IntStream.range(1, borders.size())
                .mapToObj(i -> x.slice(axis, borders.get(i - 1), borders.get(i)))
                .toList();
    }
}
