package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/// 60,000 colour photographs of 32 × 32 pixels, and which of ten things each shows.
///
/// As published: x is uint8 `(count, 32, 32, 3)`, y uint8 `(count, 1)` from 0 to 9, the places in
/// [#CLASSES]. To be scaled with `cifar.train().map(Images::scaled)`. By Alex Krizhevsky. Keras:
/// `datasets.cifar10`.
///
/// @param train 50,000 images to train with
/// @param test 10,000 further images
public record Cifar10(Dataset train, Dataset test) {
    /// What the numbers from 0 to 9 stand for.
    public static final List<String> CLASSES =
            List.of(
                    "airplane",
                    "automobile",
                    "bird",
                    "cat",
                    "deer",
                    "dog",
                    "frog",
                    "horse",
                    "ship",
                    "truck");

    private static final PublishedArchive ARCHIVE =
            new PublishedArchive(
                    "cifar-10-batches-bin",
                    RemoteFile.of(
                            "cifar-10-binary.tar.gz",
                            "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                            170_052_171,
                            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
                    200_000_000);

    /// Reads the binary version from `$HEBB_DATASETS/cifar-10-batches-bin`, from
    /// `~/.hebb/datasets/cifar-10-batches-bin` or from the archive `cifar-10-binary.tar.gz` there,
    /// which is downloaded if it is missing.
    ///
    /// @throws HebbException if the files are nowhere and cannot be downloaded, or are damaged
    public static Cifar10 load() {
        return load(Shelves.standard());
    }

    static Cifar10 load(Shelves shelves) {
        var folder = ARCHIVE.find(shelves);
        var files = new CifarFiles(1, 0, CLASSES.size());
        var batches =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> folder.resolve("data_batch_" + i + ".bin"))
                        .toList();
        return new Cifar10(
                files.read(batches), files.read(List.of(folder.resolve("test_batch.bin"))));
    }
}
