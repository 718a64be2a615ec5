package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.data.format.Idx;

/// 70,000 handwritten digits: grey images of 28 × 28 pixels, and which digit each shows.
///
/// As published: x is uint8 `(count, 28, 28)`, y uint8 `(count)` from 0 to 9. To be scaled with
/// `mnist.train().map(Images::scaled)`. By Yann LeCun, Corinna Cortes and Christopher Burges.
/// Keras: `datasets.mnist`.
///
/// @param train 60,000 digits to train with
/// @param test 10,000 digits by other writers
public record Mnist(Dataset train, Dataset test) {
    private static final PublishedFile TRAIN_IMAGES =
            new PublishedFile(
                    "mnist",
                    "train-images-idx3-ubyte.gz",
                    9_630_610,
                    "71524e2cd1ad2968737f7f2f2ff69cbfc32df8ccddff51593f7cb2d4e0eb5b64",
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    private static final PublishedFile TRAIN_LABELS =
            new PublishedFile(
                    "mnist",
                    "train-labels-idx1-ubyte.gz",
                    28_878,
                    "fe03b8bd7915f70bf5aa08be480aa413fbd85afcaa58b35d230d335f284fd88e",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    private static final PublishedFile TEST_IMAGES =
            new PublishedFile(
                    "mnist",
                    "t10k-images-idx3-ubyte.gz",
                    1_602_050,
                    "5634745efa576a17e7d4cf5cd9d09123c75e6538e5114267c2d156edaf519341",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    private static final PublishedFile TEST_LABELS =
            new PublishedFile(
                    "mnist",
                    "t10k-labels-idx1-ubyte.gz",
                    4_517,
                    "ae18e77e031ccde52407f794d123116439864147d33ac992975f85dd4dc42af6",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /// Reads the files from `$HEBB_DATASETS/mnist`, from `~/.hebb/datasets/mnist` or from the
    /// module hebb.mnist, whichever has them first.
    ///
    /// @throws HebbException if they are nowhere, or are not what was published
    public static Mnist load() {
        return load(Shelves.standard());
    }

    static Mnist load(Shelves shelves) {
        return new Mnist(
                Dataset.of(read(TRAIN_IMAGES, shelves), read(TRAIN_LABELS, shelves)),
                Dataset.of(read(TEST_IMAGES, shelves), read(TEST_LABELS, shelves)));
    }

    private static Tensor read(PublishedFile file, Shelves shelves) {
        return Idx.read(file.name(), file.read(shelves));
    }
}
