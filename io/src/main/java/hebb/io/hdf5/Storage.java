package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/// Where the elements of a dataset lie: in one piece, in the header itself, or in chunks.
final class Storage {
    /// How many bytes one stored byte may stand for: more than weights are ever compressed.
    private static final long EXPANSION = 64;

    /// A dataset of up to this many bytes need not be stored at all.
    private static final long SMALL = 1 << 16;

    private final Region file;
    private final String place;
    private final List<Headers.Message> messages;

    Storage(Region file, List<Headers.Message> messages, String place) {
        this.file = file;
        this.messages = messages;
        this.place = place;
    }

    /// Whether it lies in chunks, which may be compressed.
    boolean isChunked() {
        return message(Headers.LAYOUT).orElseThrow().u8(1) == 2;
    }

    /// The bytes of a dataset of that shape and length, checked, and read when asked for.
    StoredData.Bytes of(long[] shape, long bytes) {
        var layout = message(Headers.LAYOUT).orElseThrow();
        int version = layout.u8(0);
        int kind = layout.u8(1);
        if (version != 3 && !(version == 4 && kind < 2)) {
            throw layout.wrong(0, "elements laid out in a way that is not read")
                    .received("layout version " + version)
                    .expected("a file as h5py writes it by default");
        }
        return switch (kind) {
            case 0 -> whole(layout.slice(4, layout.u16(2)), bytes);
            case 1 -> contiguous(layout, bytes);
            case 2 -> chunked(layout, shape, bytes);
            default -> throw layout.wrong(1, "elements of another file").received("kind " + kind);
        };
    }

    private StoredData.Bytes contiguous(Region layout, long bytes) {
        long address = layout.u64(2);
        if (address == -1) {
            return zeros(bytes); // never written
        }
        return whole(file.slice(address, layout.length(10)), bytes);
    }

    private StoredData.Bytes whole(Region stored, long bytes) {
        if (stored.size() < bytes) {
            throw HebbException.of(place, "the shape does not fit what is stored")
                    .received(stored.size() + " bytes")
                    .expected(bytes + " bytes");
        }
        return () -> stored.segment().asSlice(0, bytes);
    }

    private StoredData.Bytes zeros(long bytes) {
        requireFew(bytes, 0);
        return () -> MemorySegment.ofArray(new byte[(int) bytes]);
    }

    private StoredData.Bytes chunked(Region layout, long[] shape, long bytes) {
        var chunks = Chunks.of(file, layout, shape, message(Headers.FILTERS), place);
        requireFew(bytes, chunks.stored());
        return () -> chunks.read((int) bytes);
    }

    private void requireFew(long bytes, long stored) {
        if (bytes > Integer.MAX_VALUE - 8 || bytes > Math.max(SMALL, stored * EXPANSION)) {
            throw HebbException.of(place, "the shape is too large for what is stored")
                    .received(bytes + " bytes, of which " + stored + " are stored")
                    .expected("data that are stored");
        }
    }

    private Optional<Region> message(int type) {
        return messages.stream()
                .filter(m -> m.type() == type)
                .map(Headers.Message::data)
                .findFirst();
    }
}
