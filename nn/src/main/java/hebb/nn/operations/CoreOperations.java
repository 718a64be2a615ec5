package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Types, gradients, and parts of one size.
final class CoreOperations {
    private CoreOperations() {}

    static Map<String, Definition> all() {
        var t = new Table("core");
        t.one("Cast(x; dtype)", g -> g.x().cast(DType.parse(g.text("dtype"))));
        t.one(
                "ConvertToTensor(x; dtype=None, sparse=None, ragged=None)",
                g -> g.dtype("dtype").map(g.x()::cast).orElse(g.x()));
        t.one("Slice(inputs, start_indices; shape)", CoreOperations::slice);
        t.one("StopGradient(variable)", g -> g.x().stopGradient());
        t.several("Unstack(x; num=None, axis=0)", CoreOperations::unstacked);
        return t.definitions();
    }

    private static Tensor slice(Given g) {
        var x = g.x();
        var start = g.ints("start_indices");
        var lengths = g.ints("shape");
        for (int i = 0; i < start.length; i++) {
            x =
                    lengths[i] < 0
                            ? x.sliceFrom(i, start[i])
                            : x.slice(i, start[i], start[i] + lengths[i]);
        }
        return x;
    }

    private static List<Tensor> unstacked(Given g) {
        var x = g.x();
        int axis = g.axis();
        int count = g.has("num") ? g.integer("num") : x.dim(axis);
        return IntStream.range(0, count)
                .mapToObj(i -> x.slice(axis, i, i + 1).squeeze(axis))
                .toList();
    }
}
