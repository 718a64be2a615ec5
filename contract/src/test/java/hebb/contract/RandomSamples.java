package hebb.contract;

import hebb.core.op.Constant;
import hebb.core.op.Random;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// Rows of random numbers.
final class RandomSamples {
    private RandomSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        for (var kind : Random.Kind.values()) {
            for (var shape : List.of(Shape.of(), Shape.of(0), Shape.of(7), Shape.of(3, 5, 19))) {
                var spec = new Spec(shape, type);
                rows.add(sample(new Random(kind, spec, "model/dropout"), 0, 0));
                rows.add(sample(new Random(kind, spec, ""), 42, 1));
                rows.add(sample(new Random(kind, spec, "ü"), -1, Long.MAX_VALUE));
            }
        }
        return rows;
    }

    private static Sample sample(Random op, long seed, long step) {
        return Sample.of(op, scalar(seed), scalar(step));
    }

    private static Constant scalar(long value) {
        return new Constant(new long[] {value}, new Spec(Shape.of(), DType.INT64));
    }
}
