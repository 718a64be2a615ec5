package hebb.datasets;

import hebb.core.shape.HebbException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/// Unpacks archives that nobody is to trust: what points out of its folder, is a link, or grows
/// beyond what it should be, is refused, and nothing is left behind.
final class Archives {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_ENTRIES = 1_000_000;

    private Archives() {}

    /// Unpacks the folder of that name in a .tar, .tar.gz or .zip archive, beside the archive.
    ///
    /// @param limit how many bytes its files may have together
    /// @return the folder
    /// @throws HebbException if the archive is damaged, hostile, or has no such folder
    static Path unpack(Path archive, String folder, long limit) {
        var target = archive.resolveSibling(folder);
        try {
            var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            var part =
                    Files.createDirectory(
                            archive.resolveSibling("." + folder + "." + random + ".part"));
            try {
                try (var in = open(archive)) {
                    extract(in, archive, part, limit);
                } catch (IOException e) {
                    throw damaged(archive, "the archive cannot be unpacked").received(e).cause(e);
                }
                var unpacked = part.resolve(folder);
                if (!Files.isDirectory(unpacked)) {
                    throw damaged(archive, "the archive has no such folder").expected(folder);
                }
                return Files.move(unpacked, target);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw damaged(target, "the folder cannot be written").received(e).cause(e);
        }
    }

    private static ArchiveInputStream<? extends ArchiveEntry> open(Path archive)
            throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(archive), CHUNK);
        var name = archive.getFileName().toString();
        if (name.endsWith(".zip")) {
            return new ZipArchiveInputStream(in);
        }
        return new TarArchiveInputStream(name.endsWith("gz") ? new GZIPInputStream(in, CHUNK) : in);
    }

    private static void extract(
            ArchiveInputStream<? extends ArchiveEntry> in, Path archive, Path to, long limit)
            throws IOException {
        long left = limit;
        int count = 0;
        for (ArchiveEntry entry; (entry = in.getNextEntry()) != null; ) {
            var place = to.resolve(safe(entry, archive)).normalize();
            if (++count > MOST_ENTRIES) {
                throw damaged(archive, "the archive has too many files").expected(MOST_ENTRIES);
            }
            if (entry.isDirectory()) {
                Files.createDirectories(place);
                continue;
            }
            Files.createDirectories(place.getParent());
            left -= write(in, place, left);
            if (left < 0) {
                throw damaged(archive, "the archive unpacks to more than it should")
                        .expected("at most " + limit + " bytes");
            }
        }
    }

    /// The entry's name, if it stays in its folder and is a plain file or folder.
    private static String safe(ArchiveEntry entry, Path archive) {
        var name = entry.getName();
        var path = Path.of(name).normalize();
        boolean escapes = path.isAbsolute() || path.startsWith("..") || name.contains("\\");
        if (escapes || (path.toString().isEmpty() && !entry.isDirectory())) {
            throw damaged(archive, "an entry points out of the archive").received("'" + name + "'");
        }
        boolean plain =
                switch (entry) {
                    case TarArchiveEntry tar -> tar.isDirectory() || (tar.isFile() && !isLink(tar));
                    case ZipArchiveEntry zip -> !zip.isUnixSymlink();
                    default -> false;
                };
        if (!plain) {
            throw damaged(archive, "an entry is neither file nor folder")
                    .received("'" + name + "'");
        }
        return name;
    }

    private static boolean isLink(TarArchiveEntry entry) {
        return entry.isSymbolicLink() || entry.isLink();
    }

    private static long write(InputStream in, Path file, long limit) throws IOException {
        long size = 0;
        var chunk = new byte[CHUNK];
        try (var out = Files.newOutputStream(file)) {
            for (int n; size <= limit && (n = in.read(chunk)) > 0; size += n) {
                out.write(chunk, 0, n);
            }
        }
        return size;
    }

    private static HebbException damaged(Path archive, String what) {
        return HebbException.of(archive.toString(), what);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Archives::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
