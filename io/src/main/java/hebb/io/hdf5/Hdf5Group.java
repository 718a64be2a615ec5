package hebb.io.hdf5;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A group to be written: members by name, and attributes.
///
/// Members are kept as the file needs them, ordered by the bytes of their names; attributes in the
/// order given.
@CanIgnoreReturnValue
public final class Hdf5Group {
    private final TreeMap<String, Object> members = new TreeMap<>();
    private final SequencedMap<String, Object> attributes = new LinkedHashMap<>();

    /// The group of that name in this one, made if it is not there. A path with slashes goes
    /// deeper.
    public Hdf5Group group(String path) {
        var group = this;
        for (var name : path.split("/", -1)) {
            group = (Hdf5Group) group.members.computeIfAbsent(name, n -> new Hdf5Group());
        }
        return group;
    }

    /// Adds numbers: a `float[]`, `double[]`, `int[]`, `long[]` or `byte[]` (unsigned) in row-major
    /// order, and their shape.
    public Hdf5Group dataset(String name, Object array, int... shape) {
        return put(name, new Hdf5Data(array, Arrays.stream(shape).boxed().toList(), false));
    }

    /// Adds truth values, as h5py stores numpy's bool: bytes of 0 and 1.
    public Hdf5Group bools(String name, byte[] array, int... shape) {
        return put(name, new Hdf5Data(array, Arrays.stream(shape).boxed().toList(), true));
    }

    private Hdf5Group put(String name, Hdf5Data data) {
        if (members.putIfAbsent(name, data) != null) {
            throw new IllegalArgumentException("two members of one name: " + name);
        }
        return this;
    }

    /// Sets an attribute to a string, of any length.
    public Hdf5Group attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /// Sets an attribute to a list of strings; an empty one is written as h5py does, as float64 of
    /// shape (0,).
    public Hdf5Group attribute(String name, List<String> values) {
        attributes.put(name, List.copyOf(values));
        return this;
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, Object> attributes() {
        return attributes;
    }
}
