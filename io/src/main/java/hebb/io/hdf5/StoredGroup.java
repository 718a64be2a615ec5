package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A group that lies in a file: groups and numbers by name, and attributes.
public final class StoredGroup {
    private final String file;
    private final String path;
    private final Map<String, Object> members;
    private final Map<String, Object> attributes;

    StoredGroup(
            String file, String path, Map<String, Object> members, Map<String, Object> attributes) {
        this.file = file;
        this.path = path;
        this.members = members;
        this.attributes = attributes;
    }

    /// Where it is, for errors: the file, and the path in it.
    public String place() {
        return file + ": " + (path.isEmpty() ? "/" : path);
    }

    /// The names of its members, groups and numbers, in the order of the file.
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /// Whether there is a group of that path.
    public boolean hasGroup(String path) {
        return find(path) instanceof StoredGroup;
    }

    /// The group of that path, if it is there.
    public Optional<StoredGroup> findGroup(String path) {
        return find(path) instanceof StoredGroup group ? Optional.of(group) : Optional.empty();
    }

    /// The group of that path.
    ///
    /// @throws HebbException if there is none
    public StoredGroup group(String path) {
        return findGroup(path).orElseThrow(() -> missing("group", path));
    }

    /// The numbers of that path, if they are there.
    public Optional<StoredData> findData(String path) {
        return find(path) instanceof StoredData data ? Optional.of(data) : Optional.empty();
    }

    /// The numbers of that path.
    ///
    /// @throws HebbException if there are none
    public StoredData data(String path) {
        return findData(path).orElseThrow(() -> missing("dataset", path));
    }

    private HebbException missing(String kind, String path) {
        return HebbException.of(place(), "there is no " + kind + " of that name")
                .received("'" + path + "'")
                .expected(members.isEmpty() ? "a group that is not empty" : Nearest.oneOf(names()));
    }

    private Object find(String path) {
        Object found = this;
        for (var name : path.split("/", -1)) {
            found =
                    found instanceof StoredGroup group
                            ? group.members.getOrDefault(name, Optional.empty())
                            : Optional.empty();
        }
        return found;
    }

    /// The attribute of that name, if it is there and is a text.
    public Optional<String> text(String name) {
        return attributes.get(name) instanceof List<?> list && list.size() == 1
                ? Optional.of((String) list.getFirst())
                : Optional.empty();
    }

    /// The attribute of that name, if it is there and is a list of texts. One that is spread over
    /// `name0`, `name1`, … as Keras does with long ones is joined.
    public Optional<List<String>> texts(String name) {
        if (attributes.get(name) instanceof List<?> list) {
            return Optional.of(list.stream().map(String.class::cast).toList());
        }
        var joined = new ArrayList<String>();
        for (int i = 0; attributes.get(name + i) instanceof List<?> part; i++) {
            part.forEach(text -> joined.add((String) text));
        }
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /// All numbers in it and the groups under it, by path.
    public Map<String, StoredData> everything() {
        var all = new LinkedHashMap<String, StoredData>();
        gather("", all, Collections.newSetFromMap(new IdentityHashMap<>()));
        return all;
    }

    private void gather(String prefix, Map<String, StoredData> all, Set<StoredGroup> seen) {
        if (!seen.add(this)) {
            return;
        }
        members.forEach((name, member) -> {
            switch (member) {
                case StoredData data -> all.put(prefix + name, data);
                case StoredGroup group -> group.gather(prefix + name + "/", all, seen);
                default -> throw new IllegalStateException("no member: " + member);
            }
        });
    }
}
