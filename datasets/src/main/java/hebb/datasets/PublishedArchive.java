package hebb.datasets;

import hebb.core.shape.HebbException;
import java.nio.file.Path;

/// A folder that a publisher gives out packed.
///
/// @param folder its name, in the archive and unpacked
/// @param archive the packed file
/// @param unpacked how many bytes its files have at most
record PublishedArchive(String folder, RemoteFile archive, long unpacked) {
    /// The folder, where a shelf has it; else unpacked beside the archive, which is downloaded if
    /// no shelf has that either.
    ///
    /// @throws HebbException if neither is there and nothing can be downloaded
    Path find(Shelves shelves) {
        return shelves.find(folder).orElseGet(() -> unpack(archive.find(shelves, folder)));
    }

    private Path unpack(Path packed) {
        return Archives.unpack(packed, folder, unpacked);
    }
}
