package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.data.Dataset;
import hebb.data.format.Npz;
import java.util.List;

/// 20,640 districts of California in 1990: eight numbers of each, and what a house there costs. By
/// Kelley Pace and Ronald Barry. Keras: `datasets.california_housing`.
///
/// As published: x is float32 `(count, 8)`, the columns of [#FEATURES]; y float32 `(count)` in
/// dollars.
///
/// @param train the first part of the shuffled samples
/// @param test the rest, a fifth unless told otherwise
public record CaliforniaHousing(Dataset train, Dataset test) {
    /// What the columns of x are.
    public static final List<String> FEATURES =
            List.of(
                    "MedInc",
                    "HouseAge",
                    "AveRooms",
                    "AveBedrms",
                    "Population",
                    "AveOccup",
                    "Latitude",
                    "Longitude");

    /// How many districts there are.
    public enum Version {
        /// The first 600.
        SMALL,
        /// All of them.
        LARGE
    }

    private static final int SMALL_SIZE = 600;
    private static final RemoteFile FILE =
            KerasStorage.file(
                    "california_housing.npz",
                    743_530,
                    "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f");

    /// All districts, a fifth to test with, in Keras's order.
    public static CaliforniaHousing load() {
        return load(Version.LARGE);
    }

    /// A fifth to test with, in Keras's order.
    public static CaliforniaHousing load(Version version) {
        return load(version, TestSplit.of());
    }

    /// Reads Keras's `california_housing.npz` from `$HEBB_DATASETS` or `~/.hebb/datasets`; it is
    /// downloaded if it is missing.
    ///
    /// @throws HebbException if it is nowhere and cannot be downloaded, or is damaged
    public static CaliforniaHousing load(Version version, TestSplit split) {
        return load(version, split, Shelves.standard());
    }

    static CaliforniaHousing load(Version version, TestSplit split, Shelves shelves) {
        var file = FILE.find(shelves);
        var x = Npz.read(file, "x");
        int size = version == Version.SMALL ? Math.min(SMALL_SIZE, x.dim(0)) : x.dim(0);
        var parts = split.of(Dataset.of(x, Npz.read(file, "y")), size);
        return new CaliforniaHousing(parts.first(), parts.rest());
    }
}
