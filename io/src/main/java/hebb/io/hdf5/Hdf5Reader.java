package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads HDF5 files as h5py writes them: superblocks of all versions, groups as symbol tables or as
/// compact links, contiguous, compact and chunked data, attributes that are text.
///
/// Nothing in a file is believed: all that it says about offsets, lengths and counts is checked
/// against the bytes that there are, links must not lead in a circle, and data can be no larger
/// than what is stored of them allows. Links to other places or files are refused.
///
/// Source: HDF5 File Format Specification 3.0.
public final class Hdf5Reader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int DEEPEST = 64;

    private final Region file;
    private final Map<Long, Object> known = new HashMap<>();
    private final Set<Long> open = new HashSet<>();
    private final GlobalHeaps heaps;
    private long total;

    private Hdf5Reader(Region file) {
        this.file = file;
        heaps = new GlobalHeaps(file);
    }

    /// The root group of the file that has these bytes; errors name it so.
    ///
    /// @throws HebbException if they are not those of an HDF5 file, or it is damaged
    public static StoredGroup read(String name, MemorySegment bytes) {
        var file = new Region(name, bytes);
        if (file.size() < 8 || !Arrays.equals(file.array(0, 8), SIGNATURE)) {
            throw HebbException.of(name, "not an HDF5 file")
                    .received(bytes.byteSize() + " bytes that begin otherwise")
                    .expected("the signature \\x89HDF");
        }
        var reader = new Hdf5Reader(file);
        if (reader.object(reader.root(), "", 0) instanceof StoredGroup group) {
            return group;
        }
        throw HebbException.of(name, "the root is no group");
    }

    private long root() {
        int version = file.u8(8);
        boolean old = version < 2;
        int widths = old ? 13 : 9;
        if (version > 3 || file.u8(widths) != 8 || file.u8(widths + 1) != 8) {
            throw file.wrong(8, "a superblock of a kind that is not read")
                    .received("version " + version)
                    .expected("version 0 to 3, with offsets of 8 bytes");
        }
        long addresses = old ? (version == 0 ? 24 : 28) : 12;
        long end = file.u64(addresses + 16);
        if (end < 0 || end > file.size()) {
            throw HebbException.of(file.file(), "the file is cut off")
                    .received(file.size() + " bytes")
                    .expected(Long.toUnsignedString(end) + " bytes, as its beginning says");
        }
        return file.u64(old ? addresses + 40 : 36);
    }

    private Object object(long address, String path, int depth) {
        var already = known.get(address);
        if (already != null) {
            return already;
        }
        if (depth > DEEPEST) {
            throw wrong(path, "groups lie too deep in each other").expected("at most " + DEEPEST);
        }
        if (!open.add(address)) {
            throw wrong(path, "a group contains itself");
        }
        var messages = Headers.at(file, address);
        var found =
                messages.stream().anyMatch(m -> m.type() == Headers.LAYOUT)
                        ? data(messages, path)
                        : group(messages, path, depth);
        open.remove(address);
        known.put(address, found);
        return found;
    }

    private StoredGroup group(List<Headers.Message> messages, String path, int depth) {
        var members = new LinkedHashMap<String, Object>();
        new Links(file)
                .of(messages)
                .forEach((name, address) ->
                        members.put(name, object(address, path + "/" + name, depth + 1)));
        return new StoredGroup(file.file(), path, members, attributes(messages));
    }

    private StoredData data(List<Headers.Message> messages, String path) {
        var place = file.file() + ": " + path;
        if (messages.stream().anyMatch(m -> m.type() == Headers.EXTERNAL_FILES)) {
            throw wrong(path, "the numbers lie in another file")
                    .expected("one file that holds all");
        }
        var datatype = message(messages, Headers.DATATYPE, path);
        var type = StoredType.of(datatype);
        var shape = shape(message(messages, Headers.DATASPACE, path));
        long bytes = bytes(shape, type.bytes(datatype.u32(4)), place);
        var storage = new Storage(file, messages, place);
        var elements = storage.of(shape, bytes);
        requireNoSharing(bytes, storage, place);
        return new StoredData(place, type, shape, elements);
    }

    /// Without compression all datasets together are no larger than the file.
    private void requireNoSharing(long bytes, Storage storage, String place) {
        total += storage.isChunked() ? 0 : bytes;
        if (total > file.size()) {
            throw HebbException.of(place, "datasets share their bytes")
                    .received(total + " bytes of data so far")
                    .expected("at most " + file.size() + ", the size of the file");
        }
    }

    private Region message(List<Headers.Message> messages, int type, String path) {
        return messages.stream()
                .filter(m -> m.type() == type)
                .map(Headers.Message::data)
                .findFirst()
                .orElseThrow(() -> wrong(path, "there is no shape or type"));
    }

    private static long[] shape(Region message) {
        int version = message.u8(0);
        int rank = message.u8(1);
        if (version == 2 && message.u8(3) == 2) {
            return new long[] {0};
        }
        var shape = new long[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = message.u64((version == 1 ? 8 : 4) + 8L * i);
        }
        return shape;
    }

    private static long bytes(long[] shape, long element, String place) {
        long bytes = element;
        try {
            for (long dim : shape) {
                if (dim < 0) {
                    throw new ArithmeticException("negative");
                }
                bytes = Math.multiplyExact(bytes, dim);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw HebbException.of(place, "the shape is too large")
                    .received(Arrays.toString(shape))
                    .cause(e);
        }
    }

    private Map<String, Object> attributes(List<Headers.Message> messages) {
        var attributes = new LinkedHashMap<String, Object>();
        for (var message : messages) {
            if (message.type() == Headers.ATTRIBUTE) {
                attribute(message.data(), attributes);
            } else if (message.type() == Headers.ATTRIBUTE_INFO) {
                refuseDense(message.data(), (message.data().u8(1) & 1) != 0 ? 4 : 2);
            }
        }
        return attributes;
    }

    private static void refuseDense(Region message, long at) {
        if (message.u64(at) != -1) {
            throw message.wrong(at, "attributes in a form that is not read")
                    .expected("a file as h5py writes it by default");
        }
    }

    private void attribute(Region message, Map<String, Object> into) {
        int version = message.u8(0);
        int grain = version == 1 ? 8 : 1;
        int nameLength = message.u16(2);
        int typeLength = message.u16(4);
        int spaceLength = message.u16(6);
        long name = version == 3 ? 9 : 8;
        long type = name + padded(nameLength, grain);
        long space = type + padded(typeLength, grain);
        long values = space + padded(spaceLength, grain);
        var datatype = message.slice(type, typeLength);
        var stored = StoredType.of(datatype);
        var shape = shape(message.slice(space, spaceLength));
        int width = datatype.u32(4);
        long count = bytes(shape, stored.bytes(width), file.file()) / Math.max(1, width);
        var texts = new ArrayList<String>();
        for (long i = 0; i < count; i++) {
            var value = message.slice(values + i * width, width);
            switch (stored) {
                case STRING -> texts.add(heaps.text(value));
                case FIXED_STRING -> texts.add(value.text(0, width).replaceAll("\0.*", ""));
                default -> {
                    return; // Keras keeps text only
                }
            }
        }
        into.put(message.name(name), texts);
    }

    private static long padded(long length, int grain) {
        return (length + grain - 1) / grain * grain;
    }

    private HebbException wrong(String path, String what) {
        return HebbException.of(file.file() + ": " + (path.isEmpty() ? "/" : path), what);
    }
}
