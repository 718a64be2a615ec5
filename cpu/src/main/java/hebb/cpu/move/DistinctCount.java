package hebb.cpu.move;

import hebb.cpu.work.Extent;
import hebb.cpu.work.Operands;

/// How many rows are in use of something that has a row for each distinct value of a `Unique`, and
/// behind those the same row again and again: the distinct ones, and one of those behind, if there
/// are such. Where those are read at all, by sums, they are zeros, or met by zeros: adding one of
/// them, which may make +0 of -0 or NaN of what is infinite, is adding all.
///
/// - `slot`: the operand that holds the values of the `Unique`
/// - `size`: how many values it has room for
public record DistinctCount(int slot, int size) implements Extent {
    @Override
    public int of(Operands o) {
        if (size == 0) {
            return 0;
        }
        int[] values = o.ints(slot);
        int begin = o.offset(slot);
        int largest = values[begin + size - 1];
        // they ascend up to the largest, which is repeated
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[begin + middle] < largest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(size, low + 2);
    }
}
