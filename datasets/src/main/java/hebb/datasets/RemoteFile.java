package hebb.datasets;

import hebb.core.shape.HebbException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// A file that a publisher offers for download.
///
/// What lies in a folder of the user's is taken as it is; what is downloaded must be the file that
/// was published. Keras: `utils.get_file`.
///
/// @param name its path below a folder of data sets
/// @param origin where it is offered
/// @param size how many bytes it has
/// @param hash its SHA-256, or its MD5 where no other was published; empty where none was, and then
///   it is not downloaded
public record RemoteFile(String name, URI origin, long size, String hash) {
    /// With the address as text.
    public static RemoteFile of(String name, String origin, long size, String hash) {
        return new RemoteFile(name, URI.create(origin), size, hash);
    }

    /// A file of which its publisher gives no hash.
    public static RemoteFile unverified(String name, String origin) {
        return of(name, origin, 0, "");
    }

    /// The file in `$HEBB_DATASETS` or `~/.hebb/datasets`; if it is in neither, downloaded to the
    /// first of them that can be written to.
    ///
    /// @throws HebbException if it cannot be downloaded: it says what to put where
    public Path find() {
        return find(Shelves.standard());
    }

    /// The same without a download.
    public Optional<Path> local() {
        return Shelves.standard().find(name);
    }

    /// The file on a shelf; downloaded to the first that can be written to if it is on none.
    ///
    /// @throws HebbException if it cannot be downloaded: it says what to put where
    Path find(Shelves shelves) {
        return find(shelves, name);
    }

    /// The same, where `wanted` may be put there as well.
    Path find(Shelves shelves, String wanted) {
        return shelves.find(name).orElseGet(() -> download(shelves, wanted));
    }

    private Path download(Shelves shelves, String wanted) {
        var place = shelves.place(name);
        if (hash.isEmpty()) {
            throw HebbException.of(wanted, "this is not on this machine")
                    .received("looked in " + shelves.searched())
                    .expected(place)
                    .fix(
                            "put "
                                    + origin
                                    + " there, which is not downloaded unasked: its publisher gives"
                                    + " no hash of it");
        }
        try {
            shelves.downloads().fetch(this, place);
            return place;
        } catch (Downloads.Unreachable e) {
            throw HebbException.of(wanted, "this is not on this machine and cannot be had")
                    .received("looked in " + shelves.searched() + "; " + e.getMessage())
                    .expected(shelves.place(wanted))
                    .fix("put " + origin + " at " + place)
                    .cause(e);
        }
    }
}
