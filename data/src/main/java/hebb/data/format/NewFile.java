package hebb.data.format;

import hebb.core.shape.HebbException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A file that is there whole or not at all: written beside its place under another name, then
/// renamed.
public final class NewFile {
    private NewFile() {}

    /// Writes the content of a file.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes the file, in place of an older one.
    ///
    /// @throws HebbException if it cannot be written; what was there before then still is
    public static void write(Path file, Content content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeTo(file, content, StandardOpenOption.WRITE); // a device or pipe stays one
            } else {
                replace(Files.isSymbolicLink(file) ? file.toRealPath() : file, content);
            }
        } catch (IOException e) {
            throw HebbException.of(file.toString(), "the file cannot be written")
                    .received(e)
                    .expected("a name in a folder that exists and can be written to")
                    .cause(e);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var part = file.resolveSibling("." + file.getFileName() + "." + random + ".part");
        try {
            writeTo(part, content, StandardOpenOption.CREATE_NEW);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeTo(Path file, Content content, StandardOpenOption how)
            throws IOException {
        try (var out =
                new BufferedOutputStream(
                        Files.newOutputStream(file, how, StandardOpenOption.WRITE), 1 << 16)) {
            content.writeTo(out);
        }
    }
}
