package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import hebb.nn.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Arrays in a file of numpy's: one in `.npy`; several by name in `.npz`, as `numpy.savez(file,
/// name=array)` writes them.
public record ArrayFile(Path path) {
    /// A file by its name, whether it is there or not.
    ///
    /// @throws HebbException if the name ends in neither `.npy` nor `.npz`
    public ArrayFile {
        if (!endsWith(path, ".npy") && !endsWith(path, ".npz")) {
            throw HebbException.of(
                            path.toString(), "the name does not say in which form arrays lie there")
                    .expected("a name that ends in .npy, or for several arrays in .npz");
        }
    }

    /// The arrays for a model's inputs, by their names or those of their layers. A file of one
    /// array answers one name, whatever it is; `arr_0`, `arr_1`, which numpy makes up where none
    /// are given, answer by position.
    ///
    /// @throws HebbException if the file cannot be read, or has no array for a name
    public List<Tensor> inputs(Model model) {
        if (!isArchive() && Files.isRegularFile(path) && Npy.holdsTexts(path)) {
            return model.numbers(List.of(Npy.readTexts(path)));
        }
        return read(renamed(model.inputLayers(), model.inputNames()), model.inputNames());
    }

    /// The arrays for a model's outputs, by their names or those of their layers.
    public List<Tensor> outputs(Model model) {
        return read(renamed(model.outputLayers(), model.outputNames()), model.outputNames());
    }

    /// The arrays for some of a model's outputs, none where it has none; or one array for all of
    /// them, if the file has one that bears no such name.
    public List<Optional<Tensor>> someOutputs(Model model) {
        return readSome(renamed(model.outputLayers(), model.outputNames()), model.outputNames());
    }

    private static Map<String, String> renamed(List<String> layers, List<String> names) {
        var renamed = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            renamed.put(layers.get(i), names.get(i));
        }
        return renamed;
    }

    private List<Tensor> read(Map<String, String> renamed, List<String> names) {
        requireFile();
        if (!isArchive()) {
            return List.of(only(names, Npy.read(path)));
        }
        var arrays = named(Npz.read(path), renamed, names);
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

    List<Optional<Tensor>> readSome(Map<String, String> renamed, List<String> names) {
        requireFile();
        if (!isArchive()) {
            return List.of(Optional.of(Npy.read(path)));
        }
        var arrays = named(Npz.read(path), renamed, names);
        if (names.containsAll(arrays.keySet())) {
            return names.stream().map(name -> Optional.ofNullable(arrays.get(name))).toList();
        }
        return arrays.size() == 1
                ? List.of(Optional.of(arrays.firstEntry().getValue()))
                : read(renamed, names).stream().map(Optional::of).toList();
    }

    /// The arrays under the names asked for, if they are all under others that are known.
    private static SequencedMap<String, Tensor> named(
            SequencedMap<String, Tensor> arrays, Map<String, String> renamed, List<String> names) {
        if (names.containsAll(arrays.keySet()) || !renamed.keySet().containsAll(arrays.keySet())) {
            return arrays;
        }
        var named = new LinkedHashMap<String, Tensor>();
        arrays.forEach((name, array) -> named.put(renamed.getOrDefault(name, name), array));
        return named;
    }

    private void requireFile() {
        if (!Files.isRegularFile(path)) {
            throw HebbException.of(path.toString(), "there is no such file")
                    .expected("a .npy file, or for several arrays a .npz file");
        }
    }

    /// Refuses several arrays where there is room for one.
    void requireRoom(List<String> names) {
        if (!isArchive() && names.size() != 1) {
            throw HebbException.of(path.toString(), "a .npy file holds one array")
                    .received(names.size() + ": " + String.join(", ", names))
                    .fix("write to a .npz file");
        }
    }

    /// Writes the arrays: `.npy` if there is one, else `.npz` under these names.
    public void write(List<String> names, List<Tensor> arrays) {
        requireRoom(names);
        if (!isArchive()) {
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
        return endsWith(path, ".npz");
    }

    private static boolean endsWith(Path path, String ending) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
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
