package hebb.io.keras;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The entries of a zip file, in memory, checked: names, sizes, checksums.
final class Archive {
    /// An entry may be this much larger than what is stored of it, beside [#SMALL]: Keras
    /// compresses nothing, and others save little.
    private static final long EXPANSION = 20;

    private static final long SMALL = 16 << 20;

    private final Path file;
    private final Map<String, byte[]> entries = new HashMap<>();

    private Archive(Path file) {
        this.file = file;
    }

    /// Reads the entries of these names, as far as they are there; others are only looked at.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    static Archive read(Path file, Iterable<String> wanted) {
        var archive = new Archive(file);
        try (var zip = new ZipFile(file.toFile())) {
            archive.requireNames(zip);
            for (var name : wanted) {
                var entry = zip.getEntry(name);
                if (entry != null) {
                    archive.entries.put(name, archive.bytes(zip, entry));
                }
            }
            return archive;
        } catch (ZipException e) {
            throw HebbException.of(file.toString(), "the zip file is damaged")
                    .received(String.valueOf(e.getMessage()))
                    .expected("a .keras file, which is a zip file")
                    .cause(e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static HebbException unreadable(Path file, IOException e) {
        return HebbException.of(file.toString(), "the file cannot be read")
                .received(Files.exists(file) ? e : "no such file")
                .expected("a file that exists and can be read")
                .cause(e);
    }

    private void requireNames(ZipFile zip) {
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

    private byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        long size = entry.getSize();
        long most = Math.max(SMALL, EXPANSION * entry.getCompressedSize());
        if (size < 0 || size > Math.min(most, Integer.MAX_VALUE - 8)) {
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
    Optional<byte[]> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /// The bytes of an entry.
    ///
    /// @throws HebbException if there is none of that name
    byte[] entry(String name) {
        var bytes = entries.get(name);
        if (bytes == null) {
            throw HebbException.of(file.toString(), "there is no entry of that name")
                    .received("'" + name + "'")
                    .expected("a file that Keras 3 wrote by model.save(\"….keras\")");
        }
        return bytes;
    }

    private HebbException wrong(String entry, String what) {
        var name = entry.length() <= 60 ? entry : entry.substring(0, 60) + "…";
        return HebbException.of(file + ", " + name, what);
    }
}
