package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.data.Dataset;
import hebb.data.format.Npz;

/// 506 suburbs of Boston around 1978: 13 numbers of each, and what a house there costs. Of 1978 by
/// David Harrison and Daniel Rubinfeld; a column of it counts Black residents, as if that made
/// prices: [CaliforniaHousing] serves the same end. Keras: `datasets.boston_housing`.
///
/// As published: x is float64 `(count, 13)`, y float64 `(count)` in thousands of dollars.
///
/// @param train the first part of the shuffled samples
/// @param test the rest, a fifth unless told otherwise
public record BostonHousing(Dataset train, Dataset test) {
    private static final RemoteFile FILE =
            KerasStorage.file(
                    "boston_housing.npz",
                    57_026,
                    "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5");

    /// A fifth to test with, in Keras's order.
    public static BostonHousing load() {
        return load(TestSplit.of());
    }

    /// Reads Keras's `boston_housing.npz` from `$HEBB_DATASETS` or `~/.hebb/datasets`; it is
    /// downloaded if it is missing.
    ///
    /// @throws HebbException if it is nowhere and cannot be downloaded, or is damaged
    public static BostonHousing load(TestSplit split) {
        return load(split, Shelves.standard());
    }

    static BostonHousing load(TestSplit split, Shelves shelves) {
        var file = FILE.find(shelves);
        var x = Npz.read(file, "x");
        var parts = split.of(Dataset.of(x, Npz.read(file, "y")), x.dim(0));
        return new BostonHousing(parts.first(), parts.rest());
    }
}
