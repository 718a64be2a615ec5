package hebb.io.hdf5;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes a tree of groups as an HDF5 file that the HDF5 library of any age reads: superblock
/// version 0, groups as symbol tables, object headers version 1, contiguous data, strings of
/// variable length in global heaps. It is the form in which h5py writes by default, and Keras's
/// files come.
///
/// All sizes are known before a byte is written, so one pass lays the file out and a second writes
/// it, forwards only. Source: HDF5 File Format Specification, version 3.0.
public final class Hdf5Writer {
    private static final long UNDEFINED = -1L;
    private static final int SUPERBLOCK = 96;
    private static final int INTERNAL_K = 16;
    private static final int TREE = 24 + 2 * INTERNAL_K * 8 + (2 * INTERNAL_K + 1) * 8;
    private static final int CHUNK = 8192;

    private static final int DATASPACE = 0x01;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LAYOUT = 0x08;
    private static final int ATTRIBUTE = 0x0c;
    private static final int SYMBOL_TABLE = 0x11;

    private final int leafK;
    private final List<Piece> pieces = new ArrayList<>();
    private final GlobalHeap heap;
    private long end = SUPERBLOCK;

    private Hdf5Writer(Hdf5Group root) {
        // one tree node has room for all leaves of the largest group
        int most = largest(root);
        leafK = Math.max(4, (most + 4 * INTERNAL_K - 1) / (4 * INTERNAL_K));
        heap = new GlobalHeap();
    }

    /// Writes the file; does not close the stream.
    public static void write(Hdf5Group root, OutputStream stream) throws IOException {
        var writer = new Hdf5Writer(root);
        var tables = writer.group(root);
        writer.heap.finish();
        var out = new BufferedOutputStream(stream, 1 << 16);
        out.write(writer.superblock(tables));
        for (var piece : writer.pieces) {
            piece.write(out);
        }
        out.flush();
    }

    private static int largest(Hdf5Group group) {
        int most = group.members().size();
        for (var member : group.members().values()) {
            if (member instanceof Hdf5Group inner) {
                most = Math.max(most, largest(inner));
            }
        }
        return most;
    }

    /// Where a group's header, tree and names lie.
    private record Tables(long header, long tree, long names) {}

    /// Lays out a group behind everything under it.
    private Tables group(Hdf5Group group) {
        var names = new Bytes().u64(0); // offset 0 is the empty name, the lower bound of the tree
        var leaves = new ArrayList<Bytes>();
        var bounds = new ArrayList<Integer>();
        int inLeaf = 0;
        for (var member : group.members().entrySet()) {
            if (leaves.isEmpty() || inLeaf == 2 * leafK) {
                leaves.add(new Bytes());
                bounds.add(0);
                inLeaf = 0;
            }
            int name = names.size();
            names.bytes(member.getKey().getBytes(StandardCharsets.UTF_8)).u8(0).align();
            var leaf = leaves.getLast().u64(name);
            switch (member.getValue()) {
                case Hdf5Group inner -> {
                    var tables = group(inner);
                    leaf.u64(tables.header).u32(1).u32(0).u64(tables.tree).u64(tables.names);
                }
                case Hdf5Data data -> leaf.u64(dataset(data)).u32(0).u32(0).u64(0).u64(0);
                default -> throw new IllegalStateException("no member: " + member);
            }
            bounds.set(bounds.size() - 1, name);
            inLeaf++;
        }
        long heapAddress = names(names);
        long tree = tree(leaves, bounds);
        var messages = new ArrayList<byte[]>();
        messages.add(message(SYMBOL_TABLE, new Bytes().u64(tree).u64(heapAddress).toArray()));
        attributes(group, messages);
        return new Tables(header(messages), tree, heapAddress);
    }

    private long names(Bytes names) {
        names.align();
        long address = end;
        return place(
                new Bytes()
                        .ascii("HEAP")
                        .u32(0)
                        .u64(names.size())
                        .u64(1) // no free block
                        .u64(address + 32)
                        .bytes(names.toArray())
                        .toArray());
    }

    private long tree(List<Bytes> leaves, List<Integer> bounds) {
        var addresses = new ArrayList<Long>();
        for (var leaf : leaves) {
            var node =
                    new Bytes()
                            .ascii("SNOD")
                            .u8(1)
                            .u8(0)
                            .u16(leaf.size() / 40)
                            .bytes(leaf.toArray());
            addresses.add(place(node.zeros(8 + 2 * leafK * 40 - node.size()).toArray()));
        }
        var node =
                new Bytes()
                        .ascii("TREE")
                        .u8(0)
                        .u8(0)
                        .u16(leaves.size())
                        .u64(UNDEFINED)
                        .u64(UNDEFINED)
                        .u64(0);
        for (int i = 0; i < leaves.size(); i++) {
            node.u64(addresses.get(i)).u64(bounds.get(i));
        }
        return place(node.zeros(TREE - node.size()).toArray());
    }

    private long dataset(Hdf5Data data) {
        long address = data.bytes() == 0 ? UNDEFINED : placeData(data);
        var messages = new ArrayList<byte[]>();
        messages.add(
                message(DATASPACE, dataspace(data.shape().stream().mapToInt(d -> d).toArray())));
        messages.add(message(DATATYPE, data.type().message()));
        // allocated late, written if set, none set
        messages.add(message(FILL_VALUE, new Bytes().u8(2).u8(2).u8(2).u8(0).toArray()));
        messages.add(
                message(LAYOUT, new Bytes().u8(3).u8(1).u64(address).u64(data.bytes()).toArray()));
        return header(messages);
    }

    private void attributes(Hdf5Group group, List<byte[]> messages) {
        group.attributes()
                .forEach((name, value) -> {
                    switch (value) {
                        case String s -> messages.add(strings(name, List.of(s)));
                        case List<?> list when list.isEmpty() ->
                                messages.add(attribute(name, Datatype.FLOAT64, new Bytes(), 0));
                        case List<?> list ->
                                messages.add(
                                        strings(
                                                name,
                                                list.stream().map(String.class::cast).toList(),
                                                list.size()));
                        default -> throw new IllegalStateException("no attribute: " + value);
                    }
                });
    }

    private byte[] strings(String name, List<String> values, int... shape) {
        var data = new Bytes();
        for (var value : values) {
            heap.reference(value.getBytes(StandardCharsets.UTF_8), data);
        }
        return attribute(name, Datatype.STRING, data, shape);
    }

    private static byte[] attribute(String name, Datatype type, Bytes data, int... shape) {
        var label = name.getBytes(StandardCharsets.UTF_8);
        var space = dataspace(shape);
        var out =
                new Bytes()
                        .u8(1)
                        .u8(0)
                        .u16(label.length + 1)
                        .u16(type.message().length)
                        .u16(space.length)
                        .bytes(label)
                        .u8(0)
                        .align()
                        .bytes(type.message())
                        .align()
                        .bytes(space)
                        .align()
                        .bytes(data.toArray());
        return message(ATTRIBUTE, out.toArray());
    }

    private static byte[] dataspace(int... shape) {
        var out = new Bytes().u8(1).u8(shape.length).u8(0).zeros(5);
        for (int dim : shape) {
            out.u64(dim);
        }
        return out.toArray();
    }

    private static byte[] message(int type, byte[] data) {
        int padded = (data.length + 7) & -8;
        if (padded > 0xffff) {
            throw new IllegalArgumentException("more than 64 KiB in one header message");
        }
        return new Bytes().u16(type).u16(padded).u32(0).bytes(data).align().toArray();
    }

    private long header(List<byte[]> messages) {
        var body = new Bytes();
        messages.forEach(body::bytes);
        var out = new Bytes().u8(1).u8(0).u16(messages.size()).u32(1).u32(body.size()).u32(0);
        return place(out.bytes(body.toArray()).toArray());
    }

    private byte[] superblock(Tables root) {
        return new Bytes()
                .bytes(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'})
                .zeros(5)
                .u8(8) // bytes of an address
                .u8(8) // bytes of a length
                .u8(0)
                .u16(leafK)
                .u16(INTERNAL_K)
                .u32(0)
                .u64(0)
                .u64(UNDEFINED)
                .u64(end)
                .u64(UNDEFINED)
                .u64(0)
                .u64(root.header)
                .u32(1)
                .u32(0)
                .u64(root.tree)
                .u64(root.names)
                .toArray();
    }

    /// Puts bytes at the end of the file; everything begins at a multiple of eight.
    private long place(byte[] bytes) {
        long address = end;
        int padding = -bytes.length & 7;
        pieces.add(out -> {
            out.write(bytes);
            out.write(new byte[padding]);
        });
        end += bytes.length + padding;
        return address;
    }

    private long placeData(Hdf5Data data) {
        long address = end;
        int padding = (int) (-data.bytes() & 7);
        pieces.add(out -> {
            numbers(data, out);
            out.write(new byte[padding]);
        });
        end += data.bytes() + padding;
        return address;
    }

    private static void numbers(Hdf5Data data, OutputStream out) throws IOException {
        if (data.array() instanceof byte[] bytes) {
            out.write(bytes);
            return;
        }
        int count = Array.getLength(data.array());
        var buffer = ByteBuffer.allocate(CHUNK * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < count; from += CHUNK) {
            int n = Math.min(CHUNK, count - from);
            switch (data.array()) {
                case float[] a -> buffer.asFloatBuffer().put(a, from, n);
                case double[] a -> buffer.asDoubleBuffer().put(a, from, n);
                case int[] a -> buffer.asIntBuffer().put(a, from, n);
                case long[] a -> buffer.asLongBuffer().put(a, from, n);
                default -> throw new IllegalStateException("no numbers: " + data.array());
            }
            out.write(buffer.array(), 0, n * data.type().size());
        }
    }

    /// A part of the file, in its place.
    @FunctionalInterface
    private interface Piece {
        void write(OutputStream out) throws IOException;
    }

    /// Where strings of variable length lie: one collection for each, as long as it is, small ones
    /// together.
    private final class GlobalHeap {
        private static final int COLLECTION = 4096;
        private static final int HEADER = 16;

        private Bytes open = new Bytes();
        private long address;
        private int size;
        private int count;

        /// Stores a string and writes the reference to it: length, collection, number in it.
        void reference(byte[] string, Bytes out) {
            int needed = HEADER + ((string.length + 7) & -8);
            if (count == 0 || open.size() + needed + HEADER > size) {
                finish();
                begin(needed);
            }
            count++;
            open.u16(count).u16(1).u32(0).u64(string.length).bytes(string).align();
            out.u32(string.length).u64(address).u32(count);
        }

        private void begin(int needed) {
            size = Math.max(COLLECTION, HEADER + needed + HEADER);
            address = end;
            end += size;
            open = new Bytes().ascii("GCOL").u32(1).u64(size);
            var collection = open;
            int length = size;
            pieces.add(out -> out.write(Arrays.copyOf(collection.toArray(), length)));
        }

        /// Marks what is left of the collection as free.
        void finish() {
            if (count > 0) {
                open.u16(0).u16(0).u32(0).u64(size - open.size() + 8);
                count = 0;
            }
        }
    }
}
