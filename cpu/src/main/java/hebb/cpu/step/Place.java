package hebb.cpu.step;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.DType;
import java.util.Map;

/// Where a value lies while a plan runs.
public sealed interface Place {
    /// The array it lies in, of those that this run was given.
    Object array(Object[] arguments, Object[] results, Map<DType, Object> arenas);

    /// Where in the array it begins.
    default int offset() {
        return 0;
    }

    /// In an argument of the graph.
    record InArgument(int index) implements Place {
        @Override
        public Object array(Object[] arguments, Object[] results, Map<DType, Object> arenas) {
            return arguments[index];
        }
    }

    /// In a result.
    record InResult(int index) implements Place {
        @Override
        public Object array(Object[] arguments, Object[] results, Map<DType, Object> arenas) {
            return results[index];
        }
    }

    /// In the plan itself: a constant.
    @SuppressWarnings("ArrayRecordComponent") // one and the same array
    record Fixed(Object data) implements Place {
        @Override
        public Object array(Object[] arguments, Object[] results, Map<DType, Object> arenas) {
            return data;
        }
    }

    /// In the workspace's array of a type.
    record InArena(DType dtype, int offset) implements Place {
        @Override
        public Object array(Object[] arguments, Object[] results, Map<DType, Object> arenas) {
            return requireNonNull(arenas.get(dtype));
        }
    }
}
