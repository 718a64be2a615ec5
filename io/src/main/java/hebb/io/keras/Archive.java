package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The entries of a zip file, in memory, checked: names, sizes, checksums.
final class Archive implements AutoCloseable {
    /// An entry may be this much larger than what is stored of it, beside [#SMALL]: Keras
    /// compresses nothing, and others save little.
    private static final long EXPANSION = 20;

    private static final long SMALL = 16 << 20;

    /// The bytes of the largest entry, which becomes one array.
    static final long LARGEST = Integer.MAX_VALUE - 8;

    private final Path file;
    private final ZipFile zip;

    private Archive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /// Opens a file, whose entries are read when they are asked for.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    static Archive open(Path file) {
        try {
            var archive = new Archive(file, new ZipFile(file.toFile()));
            try {
                archive.requireNames();
                return archive;
            } catch (RuntimeException e) {
                archive.close();
                throw e;
            }
        } catch (ZipException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }

    private static HebbException damaged(Path file, ZipException e) {
        return HebbException.of(file.toString(), "the zip file is damaged")
                .received(String.valueOf(e.getMessage()))
                .expected("a .keras file, which is a zip file")
                .cause(e);
    }

    private void requireNames() {
        var seen = new HashMap<String, ZipEntry>();
        zip.stream()
                .forEach(entry -> {
                    var name = entry.getName();
                    if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                        throw wrong(name, "the name of an entry leads elsewhere")
                                .expected("names without '..', without '/' in front");
                    }
                    if (seen.put(name, entry) != null) {
                        throw wrong(name, "two entries have one name");
                    }
                });
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        long size = entry.getSize();
        long most = Math.max(SMALL, EXPANSION * entry.getCompressedSize());
        if (size > LARGEST && size <= most) {
            throw wrong(entry.getName(), "the entry is too large to be read")
                    .received(size + " bytes")
                    .expected("less than 2 GiB")
                    .fix("save the weights alone, as .safetensors");
        }
        if (size < 0 || size > Math.min(most, LARGEST)) {
            throw wrong(entry.getName(), "the entry is larger than it may be")
                    .received(
                            size + " bytes, of which " + entry.getCompressedSize() + " are stored")
                    .expected("at most " + most + " bytes");
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes((int) size);
            if (bytes.length < size || in.read() >= 0) {
                throw wrong(entry.getName(), "the entry has another size than it says")
                        .expected(size + " bytes");
            }
            requireChecksum(entry, bytes);
            return bytes;
        }
    }

    private void requireChecksum(ZipEntry entry, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != entry.getCrc()) {
            throw wrong(entry.getName(), "the checksum is wrong: the file is damaged")
                    .received("CRC-32 " + Long.toHexString(crc.getValue()))
                    .expected(Long.toHexString(entry.getCrc()));
        }
    }

    /// The bytes of an entry, if there is one of that name.
    ///
    /// @throws HebbException if they are damaged
    Optional<byte[]> find(String name) {
        var entry = zip.getEntry(name);
        try {
            return entry == null ? Optional.empty() : Optional.of(bytes(entry));
        } catch (ZipException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }

    /// The bytes of an entry.
    ///
    /// @throws HebbException if there is none of that name
    byte[] entry(String name) {
        return find(name)
                .orElseThrow(() ->
                        HebbException.of(file.toString(), "there is no entry of that name")
                                .received("'" + name + "'")
                                .expected("a file that Keras 3 wrote by model.save(\"….keras\")"));
    }

    private HebbException wrong(String entry, String what) {
        var name = entry.length() <= 60 ? entry : entry.substring(0, 60) + "…";
        return HebbException.of(file + ", " + name, what);
    }
}
