package hebb.io.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The collections in which strings of variable length lie.
final class GlobalHeaps {
    private static final int HEADER = 16;

    private final Region file;
    private final Map<Long, Map<Integer, Region>> collections = new HashMap<>();

    GlobalHeaps(Region file) {
        this.file = file;
    }

    /// The text to which a reference leads: its length, its collection, its number there.
    String text(Region reference) {
        int length = reference.u32(0);
        if (length == 0) {
            return "";
        }
        var objects = collections.computeIfAbsent(reference.u64(4), this::read);
        var object = objects.get(reference.u32(12));
        if (object == null || object.size() < length) {
            throw reference.wrong(0, "the text is not where it should be");
        }
        return new String(object.array(0, length), StandardCharsets.UTF_8);
    }

    private Map<Integer, Region> read(long address) {
        var heap = file.from(address);
        if (!heap.startsWith("GCOL")) {
            throw heap.wrong(0, "there is no heap of texts");
        }
        var collection = heap.slice(0, heap.length(8));
        var objects = new HashMap<Integer, Region>();
        for (long p = HEADER; p + HEADER <= collection.size(); ) {
            int number = collection.u16(p);
            if (number == 0) {
                break; // what is left is free
            }
            long length = collection.length(p + 8);
            objects.put(number, collection.slice(p + HEADER, length));
            p += HEADER + ((length + 7) & -8);
        }
        return objects;
    }
}
