package hebb.core.plan;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives buffers places in one array per element type, so that buffers needed at the same time do
/// not overlap.
///
/// Greedy by size: the largest first, each into the smallest gap that holds it (TFLite's
/// `GreedyBySize`, Pisarchyk and Lee, "Efficient memory management for deep neural net inference",
/// 2020).
public final class PlanMemory {
    /// Buffers begin at multiples of so many bytes: a cache line, a 512-bit vector.
    public static final int ALIGNMENT = 64;

    private final Map<Buffer, Integer> offsets;
    private final Map<DType, Integer> sizes;

    private PlanMemory(Map<Buffer, Integer> offsets, Map<DType, Integer> sizes) {
        this.offsets = offsets;
        this.sizes = sizes;
    }

    /// Memory for `size` elements, needed from the step numbered `first` to `last`, both included.
    /// Two buffers are the same only if they are one object.
    public static final class Buffer {
        private final DType dtype;
        private final int size;
        private int first;
        private int last;

        public Buffer(DType dtype, int size, int first, int last) {
            this.dtype = dtype;
            this.size = size;
            this.first = first;
            this.last = last;
        }

        public DType dtype() {
            return dtype;
        }

        public int size() {
            return size;
        }

        public int first() {
            return first;
        }

        public int last() {
            return last;
        }

        /// Lets it live until that step at least.
        void keepUntil(int step) {
            last = Math.max(last, step);
        }

        @Override
        public String toString() {
            return dtype + "[" + size + "] in steps " + first + " to " + last;
        }
    }

    /// Places all of them.
    public static PlanMemory of(List<Buffer> buffers) {
        var offsets = new HashMap<Buffer, Integer>();
        var sizes = new EnumMap<DType, Integer>(DType.class);
        for (var dtype : DType.values()) {
            var own = buffers.stream().filter(b -> b.dtype == dtype).toList();
            if (!own.isEmpty()) {
                sizes.put(dtype, place(own, ALIGNMENT / dtype.bytes(), offsets));
            }
        }
        return new PlanMemory(offsets, sizes);
    }

    private static int place(List<Buffer> buffers, int alignment, Map<Buffer, Integer> offsets) {
        var bySize =
                buffers.stream().sorted(Comparator.comparingInt(Buffer::size).reversed()).toList();
        var placed = new ArrayList<Buffer>(); // by offset
        long top = 0;
        for (var b : bySize) {
            long size = aligned(b.size, alignment);
            long at = 0;
            long best = -1;
            long smallest = Long.MAX_VALUE;
            for (var p : placed) {
                if (p.first <= b.last && b.first <= p.last) {
                    int begin = requireNonNull(offsets.get(p));
                    long gap = begin - at;
                    if (gap >= size && gap < smallest) {
                        smallest = gap;
                        best = at;
                    }
                    at = Math.max(at, begin + aligned(p.size, alignment));
                }
            }
            long offset = best >= 0 ? best : at;
            top = Math.max(top, offset + size);
            int limit = Math.toIntExact(offset);
            offsets.put(b, limit);
            int i = 0;
            while (i < placed.size() && requireNonNull(offsets.get(placed.get(i))) <= limit) {
                i++;
            }
            placed.add(i, b);
        }
        return Math.toIntExact(top);
    }

    private static long aligned(int size, int alignment) {
        return Math.ceilDiv((long) size, alignment) * alignment;
    }

    /// Where the buffer begins in its type's array.
    public int offset(Buffer buffer) {
        return requireNonNull(offsets.get(buffer));
    }

    /// The types of the buffers.
    public Set<DType> dtypes() {
        return Collections.unmodifiableSet(sizes.keySet());
    }

    /// How many elements that type's array needs.
    public int size(DType dtype) {
        return sizes.getOrDefault(dtype, 0);
    }

    /// `float32: 81920, int32: 32`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        sizes.forEach((type, n) ->
                text.append(text.isEmpty() ? "" : ", ").append(type).append(": ").append(n));
        return text.toString();
    }
}
