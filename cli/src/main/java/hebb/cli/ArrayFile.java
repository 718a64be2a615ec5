package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Arrays in a file of numpy's: one in `.npy`; several by name in `.npz`, as `numpy.savez(file,
/// name=array)` writes them.
public record ArrayFile(Path path) {
    /// The arrays for these names, in their order. A file of one array answers one name, whatever
    /// it is; `arr_0`, `arr_1`, which numpy makes up where none are given, answer by position.
    ///
    /// @throws HebbException if the file cannot be read, or has no array for a name
    public List<Tensor> read(List<String> names) {
        requireFile();
        if (!isArchive()) {
            return List.of(only(names, Npy.read(path)));
        }
        var arrays = Npz.read(path);
        if (arrays.keySet().containsAll(names) && arrays.size() == names.size()) {
            return names.stream().map(arrays::get).toList();
        }
        if (arrays.size() == names.size() && (names.size() == 1 || isUnnamed(arrays))) {
            return List.copyOf(arrays.values());
        }
        throw HebbException.of(path.toString(), "the arrays are not those that the model names")
                .received(String.join(", ", arrays.keySet()))
                .expected(String.join(", ", names))
                .fix("numpy.savez(file, " + String.join("=…, ", names) + "=…)");
    }

    /// The arrays for some of these names, in the order of all; or one array for all of them, if
    /// the file has one that bears no such name.
    ///
    /// @throws HebbException if the file cannot be read, or has arrays for other names
    public List<Optional<Tensor>> readSome(List<String> names) {
        requireFile();
        if (!isArchive()) {
            return List.of(Optional.of(Npy.read(path)));
        }
        var arrays = Npz.read(path);
        if (names.containsAll(arrays.keySet())) {
            return names.stream().map(name -> Optional.ofNullable(arrays.get(name))).toList();
        }
        return arrays.size() == 1
                ? List.of(Optional.of(arrays.firstEntry().getValue()))
                : read(names).stream().map(Optional::of).toList();
    }

    private void requireFile() {
        if (!Files.isRegularFile(path)) {
            throw HebbException.of(path.toString(), "there is no such file")
                    .expected("a .npy file, or for several arrays a .npz file");
        }
    }

    /// Writes the arrays: `.npy` if there is one, else `.npz` under these names.
    public void write(List<String> names, List<Tensor> arrays) {
        if (!isArchive()) {
            if (arrays.size() != 1) {
                throw HebbException.of(path.toString(), "a .npy file holds one array")
                        .received(arrays.size() + ": " + String.join(", ", names))
                        .fix("write to a .npz file");
            }
            Npy.write(path, arrays.getFirst());
            return;
        }
        var named = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), arrays.get(i));
        }
        Npz.write(path, named);
    }

    private boolean isArchive() {
        return path.getFileName().toString().endsWith(".npz");
    }

    private Tensor only(List<String> names, Tensor array) {
        if (names.size() != 1) {
            throw HebbException.of(path.toString(), "the model needs several arrays")
                    .received("one array " + array.shape())
                    .expected("a .npz file with " + String.join(", ", names));
        }
        return array;
    }

    private static boolean isUnnamed(SequencedMap<String, Tensor> arrays) {
        return new ArrayList<>(arrays.keySet())
                .equals(IntStream.range(0, arrays.size()).mapToObj(i -> "arr_" + i).toList());
    }
}
