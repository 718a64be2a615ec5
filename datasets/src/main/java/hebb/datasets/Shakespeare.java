package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;

/// A million characters of Shakespeare's plays in one text, to learn to write from. By Andrej
/// Karpathy.
public final class Shakespeare {
    private static final RemoteFile FILE =
            RemoteFile.of(
                    "tinyshakespeare.txt",
                    "https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt",
                    1_115_394,
                    "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed");

    private Shakespeare() {}

    /// The text, from `$HEBB_DATASETS/tinyshakespeare.txt` or
    /// `~/.hebb/datasets/tinyshakespeare.txt`; it is downloaded if it is missing.
    ///
    /// @throws HebbException if the file is nowhere and cannot be downloaded
    public static String load() {
        return load(Shelves.standard());
    }

    static String load(Shelves shelves) {
        var file = FILE.find(shelves);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }
}
