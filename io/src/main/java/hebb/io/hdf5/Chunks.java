package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Elements in chunks of one shape, compressed or not, and the tree that says where they lie.
final class Chunks {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;

    private final Region file;
    private final String place;
    private final long[] shape;
    private final int[] chunk;
    private final int width;
    private final List<Integer> filters;
    private final List<Chunk> all = new ArrayList<>();
    private final Set<Long> nodes = new HashSet<>();

    private record Chunk(List<Long> origin, int skipped, Region stored) {}

    private Chunks(
            Region file,
            String place,
            long[] shape,
            int[] chunk,
            int width,
            List<Integer> filters) {
        this.file = file;
        this.place = place;
        this.shape = shape;
        this.chunk = chunk;
        this.width = width;
        this.filters = filters;
    }

    static Chunks of(
            Region file, Region layout, long[] shape, Optional<Region> filters, String place) {
        int rank = layout.u8(2) - 1;
        if (rank != shape.length || rank < 1) {
            throw HebbException.of(place, "the chunks have another number of axes");
        }
        var chunk = new int[rank];
        for (int i = 0; i < rank; i++) {
            chunk[i] = layout.u32(11 + 4L * i);
        }
        int width = layout.u32(11 + 4L * rank);
        var chunks =
                new Chunks(
                        file,
                        place,
                        shape,
                        chunk,
                        width,
                        filters.map(Chunks::filters).orElse(List.of()));
        chunks.requireModest();
        long tree = layout.u64(3);
        if (tree != -1) {
            chunks.tree(tree);
        }
        return chunks;
    }

    private static List<Integer> filters(Region message) {
        var filters = new ArrayList<Integer>();
        int version = message.u8(0);
        long p = version == 1 ? 8 : 2;
        for (int i = 0; i < message.u8(1); i++) {
            int id = message.u16(p);
            boolean named = version == 1 || id >= 256;
            int name = named ? message.u16(p + 2) : 0;
            int values = message.u16(p + (named ? 6 : 4));
            if (id < DEFLATE || id > FLETCHER32) {
                throw message.wrong(p, "elements compressed in a way that is not read")
                        .received("filter " + id)
                        .expected("gzip, shuffle, fletcher32, or none");
            }
            filters.add(id);
            int padding = version == 1 && values % 2 == 1 ? 4 : 0;
            p += (named ? 8 : 6) + (version == 1 ? (name + 7) & -8 : name) + 4L * values + padding;
        }
        return filters;
    }

    private void requireModest() {
        long size = width;
        for (int length : chunk) {
            size = length < 1 ? -1 : size * length;
            if (size < 1 || size > 1 << 26) {
                throw HebbException.of(place, "a chunk has an impossible shape")
                        .received(Arrays.toString(chunk));
            }
        }
    }

    private void tree(long address) {
        if (!nodes.add(address)) {
            throw HebbException.of(place, "the table of chunks runs in a circle");
        }
        var node = file.from(address);
        if (!node.startsWith("TREE") || node.u8(4) != 1) {
            throw node.wrong(0, "there is no table of chunks");
        }
        int level = node.u8(5);
        int rank = shape.length;
        long key = 8 + 8L * (rank + 1);
        for (int i = 0; i < node.u16(6); i++) {
            long p = 24 + i * (key + 8);
            long child = node.u64(p + key);
            if (level > 0) {
                tree(child);
                continue;
            }
            var origin = new ArrayList<Long>();
            for (int axis = 0; axis < rank; axis++) {
                origin.add(node.u64(p + 8 + 8L * axis));
            }
            all.add(new Chunk(origin, node.u32(p + 4), file.slice(child, node.u32(p))));
        }
    }

    /// How many bytes they take in the file, which some may share.
    long stored() {
        return Math.min(all.stream().mapToLong(c -> c.stored.size()).sum(), file.size());
    }

    /// All elements in row-major order; those of no chunk are 0.
    MemorySegment read(int bytes) {
        var out = new byte[bytes];
        int size = width;
        for (int length : chunk) {
            size *= length;
        }
        for (var c : all) {
            copy(decoded(c, size), c.origin.stream().mapToLong(o -> o).toArray(), out);
        }
        return MemorySegment.ofArray(out);
    }

    private byte[] decoded(Chunk c, int size) {
        var data = c.stored.array(0, Math.toIntExact(c.stored.size()));
        for (int i = filters.size() - 1; i >= 0; i--) {
            if ((c.skipped >> i & 1) == 0) {
                data =
                        switch (filters.get(i)) {
                            case DEFLATE -> inflated(data, size);
                            case SHUFFLE -> unshuffled(data);
                            default -> Arrays.copyOf(data, Math.max(0, data.length - 4));
                        };
            }
        }
        if (data.length < size) {
            throw HebbException.of(place, "a chunk is too short")
                    .received(data.length + " bytes")
                    .expected(size + " bytes");
        }
        return data;
    }

    private byte[] inflated(byte[] data, int size) {
        var out = new byte[size + 4]; // a checksum may follow
        try (var inflater = new Inflater()) {
            inflater.setInput(data);
            int n = 0;
            for (int got = 1; got > 0 && n < out.length; n += got) {
                got = inflater.inflate(out, n, out.length - n);
            }
            return Arrays.copyOf(out, n);
        } catch (DataFormatException e) {
            throw HebbException.of(place, "a compressed chunk is damaged").received(e).cause(e);
        }
    }

    private byte[] unshuffled(byte[] data) {
        int n = data.length / width;
        var out = data.clone();
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < width; b++) {
                out[i * width + b] = data[b * n + i];
            }
        }
        return out;
    }

    /// Copies that part of a chunk that lies within the shape, run by run along the last axis.
    private void copy(byte[] from, long[] origin, byte[] out) {
        int rank = shape.length;
        var inside = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            if (origin[axis] < 0 || origin[axis] >= shape[axis]) {
                return;
            }
            inside[axis] = (int) Math.min(chunk[axis], shape[axis] - origin[axis]);
        }
        int run = inside[rank - 1] * width;
        var at = new int[rank];
        for (int axis = 0; axis >= 0; ) {
            long target = 0;
            int source = 0;
            for (int i = 0; i < rank; i++) {
                target = target * shape[i] + origin[i] + at[i];
                source = source * chunk[i] + at[i];
            }
            System.arraycopy(from, source * width, out, (int) target * width, run);
            axis = rank - 2;
            while (axis >= 0 && ++at[axis] == inside[axis]) {
                at[axis--] = 0;
            }
        }
    }
}
