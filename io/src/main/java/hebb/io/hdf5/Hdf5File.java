package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An HDF5 file on disk, whose bytes are mapped, not read, until it is closed.
public final class Hdf5File implements AutoCloseable {
    private final Arena arena;
    private final StoredGroup root;

    private Hdf5File(Arena arena, StoredGroup root) {
        this.arena = arena;
        this.root = root;
    }

    /// Opens a file.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    public static Hdf5File open(Path file) {
        var arena = Arena.ofConfined();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new Hdf5File(arena, Hdf5Reader.read(file.toString(), bytes));
        } catch (IOException e) {
            arena.close();
            throw UnreadableFile.of(file, e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// All that it holds.
    public StoredGroup root() {
        return root;
    }

    @Override
    public void close() {
        arena.close();
    }
}
