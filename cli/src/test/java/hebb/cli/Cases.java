package hebb.cli;

import java.nio.file.Path;

/// Where the cases are that Keras computed.
final class Cases {
    static final Path FOLDER = Path.of("..", "io", "src", "test", "cases");

    private Cases() {}

    static String file(String name, String file) {
        return FOLDER.resolve(name).resolve(file).toString();
    }
}
