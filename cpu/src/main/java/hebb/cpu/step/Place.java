package hebb.cpu.step;

import hebb.core.shape.DType;

/// Where a value lies while a plan runs.
public sealed interface Place {
    /// The array it lies in, of those that this run was given.
    Object array(Bindings run);

    /// Where in the array it begins.
    int offset(Bindings run);

    /// In an argument of the graph.
    record InArgument(int index) implements Place {
        @Override
        public Object array(Bindings run) {
            return run.argument(index);
        }

        @Override
        public int offset(Bindings run) {
            return run.argumentOffset(index);
        }
    }

    /// In a result.
    record InResult(int index) implements Place {
        @Override
        public Object array(Bindings run) {
            return run.result(index);
        }

        @Override
        public int offset(Bindings run) {
            return run.resultOffset(index);
        }
    }

    /// In the plan itself: a constant.
    @SuppressWarnings("ArrayRecordComponent") // one and the same array
    record Fixed(Object data) implements Place {
        @Override
        public Object array(Bindings run) {
            return data;
        }

        @Override
        public int offset(Bindings run) {
            return 0;
        }
    }

    /// In the workspace's array of a type.
    record InArena(DType dtype, int at) implements Place {
        @Override
        public Object array(Bindings run) {
            return run.arena(dtype);
        }

        @Override
        public int offset(Bindings run) {
            return run.arenaOffset(dtype) + at;
        }
    }
}
