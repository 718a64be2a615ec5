package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// A file of a data set, packed by gzip, as its publisher gave it out.
///
/// @param dataset the folder in which it is looked for
/// @param size how many bytes it has
/// @param sha256 of the file; looked at first, because it is the smaller one
/// @param contentSha256 of what is in it: a copy that was packed anew is as good
record PublishedFile(String dataset, String name, int size, String sha256, String contentSha256) {
    /// The bytes of the file, without doubt the publisher's.
    ///
    /// @throws HebbException if the file is nowhere, or not what was published
    byte[] read(Shelves shelves) {
        var place = name;
        try (var found = shelves.open(dataset, name)) {
            place = found.place();
            var bytes = found.content().readNBytes(2 * size); // of a wrong file, not all of it
            if (!sum(bytes).equals(sha256)) {
                verifyContent(bytes, place);
            }
            return bytes;
        } catch (IOException e) {
            throw UnreadableFile.of(place, e);
        }
    }

    private void verifyContent(byte[] bytes, String place) {
        var sum = contentSum(bytes);
        if (!sum.equals(contentSha256)) {
            throw HebbException.of(place, "this is not the file as published")
                    .received("unpacked, SHA-256 " + sum)
                    .expected(contentSha256)
                    .fix("replace it by the original, or remove it");
        }
    }

    private static String contentSum(byte[] bytes) {
        var digest = Hash.sha256();
        try (var content =
                new DigestInputStream(
                        new GZIPInputStream(new ByteArrayInputStream(bytes)), digest)) {
            var _ = content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return "of nothing, because it cannot be unpacked";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sum(byte[] bytes) {
        return HexFormat.of().formatHex(Hash.sha256().digest(bytes));
    }
}
