package hebb.cpu.step;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arrays of one run, and where in them its arguments, its results and its memory begin.
public final class Bindings {
    private final @Nullable Object[] arguments;
    private final @Nullable Object[] results;
    private final int[] argumentOffsets;
    private final int[] resultOffsets;
    private final Map<DType, Arena> arenas = new EnumMap<>(DType.class);
    private final List<Arena> allArenas = new ArrayList<>(); // to go over without an iterator

    /// For a plan of so many arguments and results; nothing is bound yet.
    public Bindings(int arguments, int results) {
        this.arguments = new Object[arguments];
        this.results = new Object[results];
        argumentOffsets = new int[arguments];
        resultOffsets = new int[results];
    }

    /// Says where an argument lies.
    public void argument(int index, Object array, int offset) {
        arguments[index] = array;
        argumentOffsets[index] = offset;
    }

    /// Says where a result lies.
    public void result(int index, Object array, int offset) {
        results[index] = array;
        resultOffsets[index] = offset;
    }

    /// Says that an argument lies where a result did.
    public void argumentFromResult(int argument, int result) {
        arguments[argument] = results[result];
        argumentOffsets[argument] = resultOffsets[result];
    }

    /// Says where the memory of a type lies.
    public void arena(DType dtype, Object array, int offset) {
        var arena = arenas.get(dtype);
        if (arena == null) {
            arena = new Arena();
            arenas.put(dtype, arena);
            allArenas.add(arena);
        }
        arena.array = array;
        arena.offset = offset;
    }

    /// Lets go of all arrays.
    public void release() {
        Arrays.fill(arguments, null);
        Arrays.fill(results, null);
        for (int i = 0; i < allArenas.size(); i++) {
            allArenas.get(i).array = null;
        }
    }

    /// The array in which an argument lies.
    public Object argument(int index) {
        return requireNonNull(arguments[index]);
    }

    /// Where in it the argument begins.
    public int argumentOffset(int index) {
        return argumentOffsets[index];
    }

    Object result(int index) {
        return requireNonNull(results[index]);
    }

    int resultOffset(int index) {
        return resultOffsets[index];
    }

    Object arena(DType dtype) {
        return requireNonNull(requireNonNull(arenas.get(dtype)).array);
    }

    int arenaOffset(DType dtype) {
        return requireNonNull(arenas.get(dtype)).offset;
    }

    /// The memory of one type; kept, so that another run allocates nothing.
    private static final class Arena {
        @Nullable Object array;
        int offset;
    }
}
