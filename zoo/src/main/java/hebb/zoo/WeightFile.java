package hebb.zoo;

import hebb.core.shape.HebbException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A file of weights as it was published.
///
/// @param folder the folder of data sets in which it is looked for
/// @param url what its address begins with
/// @param name its name
/// @param md5 of its bytes, if the publisher gives it; `` if not
record WeightFile(String folder, String url, String name, String md5) {
    static WeightFile of(String folder, String url, String name) {
        return new WeightFile(folder, url, name, "");
    }

    WeightFile md5(String sum) {
        return new WeightFile(folder, url, name, sum);
    }

    /// Where it lies on this machine, if it does.
    Optional<Path> find() {
        return folders().map(f -> f.resolve(folder, name)).filter(Files::exists).findFirst();
    }

    private static Stream<Path> folders() {
        var named = Stream.ofNullable(System.getenv("HEBB_DATASETS")).filter(f -> !f.isBlank());
        var home = Path.of(System.getProperty("user.home"), ".hebb", "datasets");
        return Stream.concat(named.map(Path::of), Stream.of(home));
    }

    HebbException missing() {
        var place = folders().toList().getLast().resolve(folder, name);
        return HebbException.of(name, "the weights are not on this machine")
                .received("looked in " + folders().toList())
                .expected(place)
                .fix("put " + url + name + " there");
    }
}
