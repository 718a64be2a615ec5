package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.datasets.spi.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// Where the files of data sets are looked for: folders first, then modules that bring them, then
/// their publishers.
record Shelves(List<Path> folders, List<Bundle> bundles, Downloads downloads) {
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
        return new Shelves(folders, bundles, Downloads.standard());
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
        var path = find(dataset + "/" + file);
        if (path.isPresent()) {
            return new Found(path.get().toString(), Files.newInputStream(path.get()));
        }
        for (var bundle : bundles) {
            var content = bundle.open(dataset, file);
            if (content.isPresent()) {
                var module = bundle.getClass().getModule().getName();
                return new Found(file + " of the module " + module, content.get());
            }
        }
        throw HebbException.of(dataset, "the file '" + file + "' was not found")
                .received("looked in " + searched())
                .expected(place(dataset + "/" + file))
                .fix("put the publisher's file there, or add dev.hebb:hebb-mnist, which brings it");
    }

    /// The file or folder of that name in the first folder that has it.
    Optional<Path> find(String name) {
        return folders.stream().map(f -> f.resolve(name)).filter(Files::exists).findFirst();
    }

    /// Where a file of that name is put that was found nowhere: in the first folder that can be
    /// written to, else in the last, which is made.
    Path place(String name) {
        return folders.stream()
                .filter(Files::isWritable)
                .findFirst()
                .orElse(folders.getLast())
                .resolve(name);
    }

    /// The folders, for an error.
    String searched() {
        return folders + (System.getenv(VARIABLE) == null ? "; $" + VARIABLE + " is not set" : "");
    }
}
