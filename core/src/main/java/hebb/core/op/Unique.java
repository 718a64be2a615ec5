package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// The distinct values of indices (int32 or int64), each of which is from 0 to `limit - 1`; int32.
/// An index out of range is an error when the plan runs. numpy: `unique`.
///
/// - `limit`: what all indices are below, as the rows of a table are
/// - `inverse`: false for the values, ascending, with the largest again and again behind them, as
///   many in all as could be distinct: `min(limit, indices)`; true for the place of each index's
///   value among these, in the shape of the indices. numpy: `return_inverse`.
public record Unique(int limit, boolean inverse) implements Op {
    @Override
    public String label() {
        return inverse ? "unique_inverse" : "unique";
    }

    /// The op in whose name a wrong index is told: that which takes rows by these indices, and
    /// which a user has called.
    public String taker() {
        return new Gather(0).label();
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        Check.indices(this, inputs.getFirst());
        var shape = inputs.getFirst().shape();
        int distinct = shape.isKnown() ? Math.min(limit, shape.size()) : Shape.UNKNOWN;
        return new Spec(inverse ? shape : Shape.of(distinct), DType.INT32);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {}
}
