package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.data.Dataset;
import java.util.List;

/// 60,000 colour photographs of 32 × 32 pixels, and which of a hundred things, or of twenty kinds
/// of things, each shows.
///
/// As published: x is uint8 `(count, 32, 32, 3)`, y uint8 `(count, 1)`. To be scaled with
/// `cifar.train().map(Images::scaled)`. By Alex Krizhevsky. Keras: `datasets.cifar100`.
///
/// @param train 50,000 images to train with
/// @param test 10,000 further images
public record Cifar100(Dataset train, Dataset test) {
    /// Which classes are told.
    public enum Kind {
        /// A hundred things.
        FINE(1, 100),
        /// Twenty kinds of things.
        COARSE(0, 20);

        private final CifarFiles files;

        Kind(int place, int classes) {
            files = new CifarFiles(2, place, classes);
        }
    }

    private static final PublishedArchive ARCHIVE =
            new PublishedArchive(
                    "cifar-100-binary",
                    RemoteFile.of(
                            "cifar-100-binary.tar.gz",
                            "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
                            168_513_733,
                            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"),
                    200_000_000);

    /// With the hundred classes.
    public static Cifar100 load() {
        return load(Kind.FINE);
    }

    /// Reads the binary version from `$HEBB_DATASETS/cifar-100-binary`, from
    /// `~/.hebb/datasets/cifar-100-binary` or from the archive `cifar-100-binary.tar.gz` there,
    /// which is downloaded if it is missing.
    ///
    /// @throws HebbException if the files are nowhere and cannot be downloaded, or are damaged
    public static Cifar100 load(Kind label) {
        return load(label, Shelves.standard());
    }

    static Cifar100 load(Kind label, Shelves shelves) {
        var folder = ARCHIVE.find(shelves);
        return new Cifar100(
                label.files.read(List.of(folder.resolve("train.bin"))),
                label.files.read(List.of(folder.resolve("test.bin"))));
    }
}
