package hebb.cpu.step;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.DType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arrays of one run, and where in them its arguments, its results and its memory begin.
public final class Bindings {
    private final @Nullable Object[] arguments;
    private final @Nullable Object[] results;
    private final int[] argumentOffsets;
    private final int[] resultOffsets;
    private final Map<DType, Object> arenas = new EnumMap<>(DType.class);
    private final int[] arenaOffsets = new int[DType.values().length];

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
        arenas.put(dtype, array);
        arenaOffsets[dtype.ordinal()] = offset;
    }

    /// Lets go of all arrays.
    public void release() {
        Arrays.fill(arguments, null);
        Arrays.fill(results, null);
        arenas.clear();
    }

    Object argument(int index) {
        return requireNonNull(arguments[index]);
    }

    int argumentOffset(int index) {
        return argumentOffsets[index];
    }

    Object result(int index) {
        return requireNonNull(results[index]);
    }

    int resultOffset(int index) {
        return resultOffsets[index];
    }

    Object arena(DType dtype) {
        return requireNonNull(arenas.get(dtype));
    }

    int arenaOffset(DType dtype) {
        return arenaOffsets[dtype.ordinal()];
    }
}
