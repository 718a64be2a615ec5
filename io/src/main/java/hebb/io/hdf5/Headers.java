package hebb.io.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Object headers, versions 1 and 2: the messages that say what an object is.
///
/// Source: HDF5 File Format Specification 3.0, IV.A.
final class Headers {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int LINK = 0x06;
    static final int EXTERNAL_FILES = 0x07;
    static final int LAYOUT = 0x08;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int CONTINUATION = 0x10;
    static final int SYMBOL_TABLE = 0x11;
    static final int ATTRIBUTE_INFO = 0x15;

    private static final int SHARED = 2;
    private static final int MOST_MESSAGES = 1 << 16;

    private final Region file;
    private final List<Message> messages = new ArrayList<>();
    private final Set<Long> blocks = new HashSet<>();

    private Headers(Region file) {
        this.file = file;
    }

    /// One message: its type, and its data.
    record Message(int type, Region data) {}

    /// The messages of the object at that address.
    static List<Message> at(Region file, long address) {
        var header = new Headers(file);
        if (file.from(address).startsWith("OHDR")) {
            header.second(address);
        } else {
            header.first(address);
        }
        return header.messages;
    }

    private void first(long address) {
        int version = file.u8(address);
        if (version != 1) {
            throw file.wrong(address, "there is no object header").received("version " + version);
        }
        firstBlock(address + 16, file.u32(address + 8));
    }

    private void firstBlock(long at, long length) {
        visit(at);
        var block = file.slice(at, length);
        for (long p = 0; p + 8 <= block.size(); ) {
            int type = block.u16(p);
            int size = block.u16(p + 2);
            var data = add(block, type, block.u8(p + 4), p + 8, size);
            if (type == CONTINUATION) {
                firstBlock(data.u64(0), data.length(8));
            }
            p += 8 + size;
        }
    }

    private void second(long address) {
        int flags = file.u8(address + 5);
        long p = address + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long length =
                switch (width) {
                    case 1 -> file.u8(p);
                    case 2 -> file.u16(p);
                    case 4 -> file.u32(p);
                    default -> file.length(p);
                };
        secondBlock(p + width, length, flags);
    }

    private void secondBlock(long at, long length, int flags) {
        visit(at);
        var block = file.slice(at, length);
        int head = (flags & 4) != 0 ? 6 : 4;
        for (long p = 0; p + head <= block.size(); ) {
            int type = block.u8(p);
            int size = block.u16(p + 1);
            var data = add(block, type, block.u8(p + 3), p + head, size);
            if (type == CONTINUATION) {
                // "OCHK" before the messages, a checksum behind them
                secondBlock(data.u64(0) + 4, data.length(8) - 8, flags);
            }
            p += head + size;
        }
    }

    private Region add(Region block, int type, int flags, long offset, int size) {
        var data = block.slice(offset, size);
        if ((flags & SHARED) != 0 && type != 0) {
            throw block.wrong(offset, "the header shares messages with others, which is not read")
                    .received("message type " + type)
                    .expected("a file as h5py writes it by default");
        }
        messages.add(new Message(type, data));
        if (messages.size() > MOST_MESSAGES) {
            throw block.wrong(offset, "an object header has too many messages")
                    .expected("at most " + MOST_MESSAGES);
        }
        return data;
    }

    private void visit(long block) {
        if (!blocks.add(block)) {
            throw file.wrong(
                    Math.clamp(block, 0, file.size()), "an object header continues in itself");
        }
    }
}
