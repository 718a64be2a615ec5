package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.datasets.spi.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// Where the files of data sets are looked for: folders first, then modules that bring them.
record Shelves(List<Path> folders, List<Bundle> bundles) {
    private static final String VARIABLE = "HEBB_DATASETS";

    /// The folder that the environment variable names, `~/.hebb/datasets`, and all modules found.
    static Shelves standard() {
        var folders = new ArrayList<Path>();
        var named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            folders.add(Path.of(named));
        }
        folders.add(Path.of(System.getProperty("user.home"), ".hebb", "datasets"));
        var loader = Bundle.class.getClassLoader();
        var bundles =
                ServiceLoader.load(Bundle.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return new Shelves(folders, bundles);
    }

    /// A file that was found, and where.
    record Found(String place, InputStream content) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /// Opens `FOLDER/dataset/file` in the first folder that has it, or the file of a module.
    ///
    /// @throws HebbException if it is nowhere
    Found open(String dataset, String file) throws IOException {
        for (var folder : folders) {
            var path = folder.resolve(dataset, file);
            if (Files.exists(path)) {
                return new Found(path.toString(), Files.newInputStream(path));
            }
        }
        for (var bundle : bundles) {
            var content = bundle.open(dataset, file);
            if (content.isPresent()) {
                var module = bundle.getClass().getModule().getName();
                return new Found(file + " of the module " + module, content.get());
            }
        }
        var last = folders.getLast().resolve(dataset, file);
        throw HebbException.of(dataset, "the file '" + file + "' was not found")
                .received(
                        "looked in "
                                + folders
                                + (System.getenv(VARIABLE) == null
                                        ? "; $" + VARIABLE + " is not set"
                                        : ""))
                .expected(last)
                .fix("put the publisher's file there, or add dev.hebb:hebb-mnist, which brings it");
    }
}
