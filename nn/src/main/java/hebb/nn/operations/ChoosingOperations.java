package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.Map;

/// Operations that take some of the elements, by their places, by a condition or in their order.
final class ChoosingOperations {
    private ChoosingOperations() {}

    static Map<String, Definition> all() {
        var t = new Table("numpy");
        t.one("Argsort(x; axis=-1)", g -> g.alongAxis().argsort(g.alongWhich()));
        t.one("GetItem(x, key)", g -> Subscripts.of(g.x(), g.value("key")));
        t.one("Sort(x; axis=-1)", g -> g.alongAxis().sort(g.alongWhich()));
        t.one("Take(x, indices; axis=None)", ChoosingOperations::taken);
        t.one("TakeAlongAxis(x, indices; axis=None)", ChoosingOperations::takenAlong);
        t.one("Tril(x; k=0)", g -> triangle(g, true));
        t.one("Triu(x; k=0)", g -> triangle(g, false));
        t.one("Where(condition, x1, x2)", ChoosingOperations::where);
        var math = new Table("math");
        math.several("TopK(x; k, sorted=True)", g -> g.x().topK(g.integer("k")));
        t.definitions().putAll(math.definitions());
        return t.definitions();
    }

    private static Tensor where(Given g) {
        return Tensor.where(g.tensor("condition").cast(DType.BOOL), g.tensor("x1"), g.tensor("x2"));
    }

    // Python's negative places count from the end
    private static Tensor places(Given g, int length) {
        var i = g.tensor("indices").cast(DType.INT32);
        return Tensor.where(i.less(0), i.add(length), i);
    }

    private static Tensor taken(Given g) {
        int axis = g.alongWhich();
        return g.alongAxis().take(places(g, g.alongAxis().dim(axis)), axis);
    }

    private static Tensor takenAlong(Given g) {
        int axis = g.alongWhich();
        return g.alongAxis().takeAlong(places(g, g.alongAxis().dim(axis)), axis);
    }

    private static Tensor triangle(Given g, boolean isLower) {
        var x = g.x();
        var places = new Spec(x.shape().slice(x.rank() - 2, x.rank()), DType.INT32);
        var offset = Tensor.iota(places, 1).sub(Tensor.iota(places, 0));
        int k = g.integer("k");
        var kept = isLower ? offset.lessEqual(k) : offset.greaterEqual(k);
        return Tensor.where(kept, x, Tensor.scalar(0, x.dtype()));
    }
}
