package hebb.cpu.work;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The arrays one run of a [Work] reads and writes: a slot each, numbered as the operation says,
/// and the scratch. Made once per step of a plan and bound again where an array changes.
///
/// ```java
/// var o = Operands.of(3)
///         .bind(Gemm.A, arena, 0).bind(Gemm.B, weights, 64).bind(Gemm.C, arena, 4096)
///         .scratch(arena, 8192, work);
/// ```
public final class Operands {
    private final @Nullable Object[] arrays;
    private final int[] offsets;
    private @Nullable Object scratch;
    private int sharedOffset;
    private int threadOffset;
    private int threadStride;

    private Operands(int slots) {
        arrays = new Object[slots];
        offsets = new int[slots];
    }

    /// No slot is bound yet.
    public static Operands of(int slots) {
        return new Operands(slots);
    }

    /// Puts an operand that begins at `array[offset]` into a slot.
    @CanIgnoreReturnValue
    public Operands bind(int slot, float[] array, int offset) {
        return put(slot, array, offset);
    }

    /// Puts an operand that begins at `array[offset]` into a slot.
    @CanIgnoreReturnValue
    public Operands bind(int slot, double[] array, int offset) {
        return put(slot, array, offset);
    }

    /// Puts an operand that begins at an index of an array of any element type into a slot.
    @CanIgnoreReturnValue
    public Operands bind(int slot, Object array, int offset) {
        return put(slot, array, offset);
    }

    /// Lets go of all arrays, so that they do not live as long as these operands do.
    public void release() {
        Arrays.fill(arrays, null);
        scratch = null;
    }

    /// Gives scratch memory to `work`: [Work#scratch(int)] floats from `array[offset]` on.
    @CanIgnoreReturnValue
    public Operands scratch(float[] array, int offset, Work work) {
        return putScratch(array, offset, work);
    }

    /// Gives scratch memory to `work`: [Work#scratch(int)] doubles from `array[offset]` on.
    @CanIgnoreReturnValue
    public Operands scratch(double[] array, int offset, Work work) {
        return putScratch(array, offset, work);
    }

    /// Gives scratch memory to `work`: [Work#scratch(int)] elements from `array[offset]` on.
    @CanIgnoreReturnValue
    public Operands scratch(Object array, int offset, Work work) {
        return putScratch(array, offset, work);
    }

    /// The array of a slot that holds floats.
    public float[] floats(int slot) {
        return (float[]) bound(arrays[slot]);
    }

    /// The array of a slot that holds doubles.
    public double[] doubles(int slot) {
        return (double[]) bound(arrays[slot]);
    }

    /// The array of a slot that holds ints.
    public int[] ints(int slot) {
        return (int[]) bound(arrays[slot]);
    }

    /// The array of a slot that holds longs.
    public long[] longs(int slot) {
        return (long[]) bound(arrays[slot]);
    }

    /// The array of a slot that holds bytes.
    public byte[] bytes(int slot) {
        return (byte[]) bound(arrays[slot]);
    }

    /// The array of a slot, whatever it holds.
    public Object array(int slot) {
        return bound(arrays[slot]);
    }

    /// Where the operand of a slot begins in its array.
    public int offset(int slot) {
        return offsets[slot];
    }

    /// The array all scratch of a float operation lies in.
    public float[] scratchFloats() {
        return (float[]) bound(scratch);
    }

    /// The array all scratch of a double operation lies in.
    public double[] scratchDoubles() {
        return (double[]) bound(scratch);
    }

    /// Where the scratch shared by all threads begins.
    public int sharedOffset() {
        return sharedOffset;
    }

    /// Where the scratch of one thread begins.
    public int threadOffset(int thread) {
        return threadOffset + thread * threadStride;
    }

    private Operands put(int slot, Object array, int offset) {
        arrays[slot] = array;
        offsets[slot] = offset;
        return this;
    }

    private Operands putScratch(Object array, int offset, Work work) {
        scratch = array;
        sharedOffset = offset;
        threadOffset = offset + work.sharedScratch();
        threadStride = work.threadScratch();
        return this;
    }

    private static Object bound(@Nullable Object array) {
        if (array == null) {
            throw new IllegalStateException("an operand was not bound before its operation ran");
        }
        return array;
    }
}
