package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.data.Dataset;
import hebb.data.format.Idx;
import java.util.List;

/// 70,000 pieces of clothing: grey images of 28 × 28 pixels, and which kind of ten each is.
///
/// As published: x is uint8 `(count, 28, 28)`, y uint8 `(count)` from 0 to 9, the places in
/// [#CLASSES]. To be scaled with `fashion.train().map(Images::scaled)`. By Zalando SE. Keras:
/// `datasets.fashion_mnist`.
///
/// @param train 60,000 images to train with
/// @param test 10,000 further images
public record FashionMnist(Dataset train, Dataset test) {
    /// What the numbers from 0 to 9 stand for.
    public static final List<String> CLASSES =
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot");

    private static final RemoteFile TRAIN_IMAGES =
            file(
                    "train-images-idx3-ubyte.gz",
                    26_421_880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84");
    private static final RemoteFile TRAIN_LABELS =
            file(
                    "train-labels-idx1-ubyte.gz",
                    29_515,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845");
    private static final RemoteFile TEST_IMAGES =
            file(
                    "t10k-images-idx3-ubyte.gz",
                    4_422_102,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073");
    private static final RemoteFile TEST_LABELS =
            file(
                    "t10k-labels-idx1-ubyte.gz",
                    5_148,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5");

    private static RemoteFile file(String name, long size, String hash) {
        return RemoteFile.of("fashion-mnist/" + name, KerasStorage.ADDRESS + name, size, hash);
    }

    /// Reads the files from `$HEBB_DATASETS/fashion-mnist` or `~/.hebb/datasets/fashion-mnist`, to
    /// which they are downloaded if they are missing.
    ///
    /// @throws HebbException if the files are nowhere and cannot be downloaded, or are damaged
    public static FashionMnist load() {
        return load(Shelves.standard());
    }

    static FashionMnist load(Shelves shelves) {
        return new FashionMnist(
                Dataset.of(
                        Idx.read(TRAIN_IMAGES.find(shelves)), Idx.read(TRAIN_LABELS.find(shelves))),
                Dataset.of(
                        Idx.read(TEST_IMAGES.find(shelves)), Idx.read(TEST_LABELS.find(shelves))));
    }
}
