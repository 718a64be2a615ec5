package hebb.data.format;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The files that numpy wrote; `make.py` beside them made them.
final class NumpyFiles {
    private NumpyFiles() {}

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(NumpyFiles.class.getResource("numpy/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
