package hebb.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes of files, in hexadecimal.
final class Hash {
    private static final int MD5_LENGTH = 32;

    private Hash() {}

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    static boolean matches(Path file, String hash) throws IOException {
        return like(hash, file).equals(hash);
    }

    /// The file's hash, of the same kind as the one given.
    static String like(String hash, Path file) throws IOException {
        var digest = hash.length() == MD5_LENGTH ? digest("MD5") : sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var _ = in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
