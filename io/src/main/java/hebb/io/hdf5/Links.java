package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The members of one group: the addresses of their headers by name.
final class Links {
    private static final int ENTRY = 40;
    private static final int SOFT = 2;

    private final Region file;
    private final Map<String, Long> members = new LinkedHashMap<>();
    private final Set<Long> nodes = new HashSet<>();

    Links(Region file) {
        this.file = file;
    }

    /// The members of the group that has these messages.
    Map<String, Long> of(List<Headers.Message> messages) {
        for (var message : messages) {
            var data = message.data();
            switch (message.type()) {
                case Headers.SYMBOL_TABLE -> tree(data.u64(0), names(data.u64(8)));
                case Headers.LINK -> link(data);
                case Headers.LINK_INFO -> requireCompact(data);
                default -> {} // says nothing about members
            }
        }
        return members;
    }

    private Region names(long address) {
        var heap = file.from(address);
        if (!heap.startsWith("HEAP")) {
            throw heap.wrong(0, "there are no names of members");
        }
        return file.slice(heap.u64(24), heap.length(8));
    }

    private void tree(long address, Region names) {
        visit(address);
        var node = file.from(address);
        if (node.startsWith("SNOD")) {
            leaf(node, names);
            return;
        }
        if (!node.startsWith("TREE") || node.u8(4) != 0) {
            throw node.wrong(0, "there is no table of members");
        }
        int children = node.u16(6);
        for (int i = 0; i < children; i++) {
            tree(node.u64(32 + 16L * i), names);
        }
    }

    private void leaf(Region node, Region names) {
        int count = node.u16(6);
        for (int i = 0; i < count; i++) {
            var entry = node.slice(8 + (long) ENTRY * i, ENTRY);
            if (entry.u32(16) == SOFT) {
                throw refused(entry);
            }
            add(names.name(entry.u64(0)), entry.u64(8), entry);
        }
    }

    private void link(Region message) {
        int flags = message.u8(1);
        long p = 2;
        int kind = (flags & 8) != 0 ? message.u8(p++) : 0;
        p += ((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0);
        int width = 1 << (flags & 3);
        int length = width == 1 ? message.u8(p) : width == 2 ? message.u16(p) : message.u32(p);
        if (kind != 0) {
            throw refused(message);
        }
        var name = message.array(p + width, length);
        add(new String(name, StandardCharsets.UTF_8), message.u64(p + width + length), message);
    }

    private void add(String name, long address, Region at) {
        if (members.put(name, address) != null) {
            throw at.wrong(0, "two members of one name").received("'" + name + "'");
        }
    }

    private static void requireCompact(Region message) {
        long heap = (message.u8(1) & 1) != 0 ? 10 : 2;
        if (message.u64(heap) != -1) {
            throw message.wrong(0, "a group in a form that is not read")
                    .expected("a file as h5py writes it by default");
        }
    }

    private static HebbException refused(Region at) {
        return at.wrong(0, "a link to another place or file")
                .expected("a file that holds everything itself, without soft and external links");
    }

    private void visit(long node) {
        if (!nodes.add(node)) {
            throw file.wrong(
                    Math.clamp(node, 0, file.size()), "the table of members runs in a circle");
        }
    }
}
