package hebb.data.format;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// numpy's format for several arrays with names, as `np.savez` and `np.savez_compressed` write it:
/// a zip archive of [Npy] files.
public final class Npz {
    private static final String SUFFIX = ".npy";

    // the same bytes for the same tensors; the earliest time that zip knows, as numpy writes it
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /// The tensors in a file, by name, in the order of the file. Entries that are not .npy are left
    /// out.
    ///
    /// @throws HebbException if there is no such file, it is damaged, or some elements are no
    ///   numbers
    public static SequencedMap<String, Tensor> read(Path file) {
        return open(
                file,
                zip -> {
                    var tensors = new LinkedHashMap<String, Tensor>();
                    for (var entry : Collections.list(zip.entries())) {
                        var name = entry.getName();
                        if (name.endsWith(SUFFIX)) {
                            tensors.put(
                                    name.substring(0, name.length() - SUFFIX.length()),
                                    read(zip, entry, Npy::read));
                        }
                    }
                    return Collections.unmodifiableSequencedMap(tensors);
                });
    }

    /// One tensor of a file.
    ///
    /// @throws HebbException if there is no such file or tensor, it is damaged, or its elements are
    ///   no numbers
    public static Tensor read(Path file, String name) {
        return open(file, zip -> read(zip, entry(zip, name), Npy::read));
    }

    /// Lists of whole numbers, of unequal lengths: what numpy keeps as an array of objects, in a
    /// pickle. A pickle that names anything else is refused, and nothing in it is run.
    ///
    /// @throws HebbException if there is no such file or entry, it is damaged, or holds anything
    ///   else
    public static List<int[]> readLists(Path file, String name) {
        return open(file, zip -> read(zip, entry(zip, name), Npy::readLists));
    }

    private static <T> T open(Path file, Function<ZipFile, T> reading) {
        Incoming.of(file).close(); // says it better than ZipFile if there is none
        try (var zip = new ZipFile(file.toFile())) {
            requireSound(zip, Incoming.size(file));
            return reading.apply(zip);
        } catch (IOException e) {
            throw HebbException.of(file.toString(), "this is no zip archive, or a damaged one")
                    .received(UnreadableFile.reason(e))
                    .expected("an .npz file, as np.savez writes it")
                    .cause(e);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        var entry = zip.getEntry(name + SUFFIX);
        if (entry == null) {
            throw HebbException.of(zip.getName(), "there is no entry of that name")
                    .received(Collections.list(zip.entries()))
                    .expected(name + SUFFIX);
        }
        return entry;
    }

    // ZipFile finds bytes by name, and entries that share bytes make a small file expand without
    // limit
    private static void requireSound(ZipFile zip, long size) {
        var names = new HashSet<String>();
        long packed = 0;
        for (var entry : Collections.list(zip.entries())) {
            if (!names.add(entry.getName())) {
                throw HebbException.of(place(zip, entry), "there are two entries of that name");
            }
            packed += entry.getCompressedSize();
        }
        if (packed > size) {
            throw HebbException.of(zip.getName(), "the archive's entries overlap")
                    .received(packed + " bytes in all entries")
                    .expected("at most " + size + ", the size of the file");
        }
    }

    private static <T> T read(ZipFile zip, ZipEntry entry, Function<Incoming, T> content) {
        boolean packed = entry.getMethod() != ZipEntry.STORED;
        Incoming.Opening opening = () -> new Verified(zip.getInputStream(entry), entry.getCrc());
        try (var in = new Incoming(place(zip, entry), entry.getCompressedSize(), packed, opening)) {
            return content.apply(in);
        }
    }

    private static String place(ZipFile zip, ZipEntry entry) {
        return zip.getName() + ", entry '" + entry.getName() + "'";
    }

    /// Writes tensors as `np.savez` does, unpacked.
    ///
    /// @throws HebbException if the file cannot be written
    public static void write(Path file, Map<String, Tensor> tensors) {
        write(file, tensors, ZipEntry.STORED);
    }

    /// Writes tensors as `np.savez_compressed` does.
    ///
    /// @throws HebbException if the file cannot be written
    public static void writeCompressed(Path file, Map<String, Tensor> tensors) {
        write(file, tensors, ZipEntry.DEFLATED);
    }

    private static void write(Path file, Map<String, Tensor> tensors, int method) {
        NewFile.write(
                file,
                out -> {
                    try (var zip = new ZipOutputStream(out)) {
                        for (var named : tensors.entrySet()) {
                            var entry = new ZipEntry(named.getKey() + SUFFIX);
                            entry.setMethod(method);
                            entry.setTimeLocal(TIME);
                            if (method == ZipEntry.STORED) {
                                measure(entry, named.getValue());
                            }
                            zip.putNextEntry(entry);
                            Npy.write(named.getValue(), zip);
                            zip.closeEntry();
                        }
                    }
                });
    }

    // zip wants size and checksum before what is stored
    private static void measure(ZipEntry entry, Tensor tensor) throws IOException {
        var sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        Npy.write(tensor, sum);
        entry.setSize(Npy.size(tensor));
        entry.setCrc(sum.getChecksum().getValue());
    }

    /// Checks at its end what ZipFile does not: the checksum.
    private static final class Verified extends CheckedInputStream {
        private final long expected;

        Verified(InputStream in, long expected) {
            super(in, new CRC32());
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            verify(read < 0);
            return read;
        }

        @Override
        public int read(byte[] into, int at, int count) throws IOException {
            int read = super.read(into, at, count);
            verify(read < 0);
            return read;
        }

        private void verify(boolean ended) throws ZipException {
            if (ended && getChecksum().getValue() != expected) {
                throw new ZipException("a wrong checksum");
            }
        }
    }
}
