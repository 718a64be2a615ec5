package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFileTest {
    private static final List<String> OUTPUTS = List.of("a", "b");
    private static final Map<String, String> LAYERS = Map.of("first", "a", "second", "b");

    @TempDir Path folder;

    @Test
    void readsWeightsByTheOutputsThatHaveSome() {
        assertThat(weights("b", "a")).containsExactly(Optional.of(2), Optional.of(1));
        assertThat(weights("b")).containsExactly(Optional.empty(), Optional.of(1));
    }

    @Test
    void readsWeightsByTheLayersThatMakeTheOutputs() {
        assertThat(weights("second", "first")).containsExactly(Optional.of(2), Optional.of(1));
    }

    @Test
    void readsWeightsByPosition() {
        assertThat(weights("arr_0", "arr_1")).containsExactly(Optional.of(1), Optional.of(2));
    }

    @Test
    void readsOneWeightForAllOutputs() {
        assertThat(weights("arr_0")).containsExactly(Optional.of(1));
        var file = folder.resolve("weight.npy");
        Npy.write(file, Tensor.of(7));
        assertThat(sizes(file)).containsExactly(Optional.of(1));
    }

    @Test
    void refusesWeightsOfOutputsThatThereAreNot() {
        assertThatThrownBy(() -> weights("a", "c"))
                .hasMessage(
                        folder.resolve("weights.npz")
                                + ": the arrays are not those that the model names\n"
                                + "  received: a, c      expected: a, b\n"
                                + "  fix: numpy.savez(file, a=…, b=…)");
    }

    @Test
    void refusesNamesThatSayNoForm() {
        assertThatThrownBy(() -> new ArrayFile(Path.of("predictions.csv")))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "predictions.csv: the name does not say in which form arrays lie there\n"
                                + "  expected: a name that ends in .npy, or for several arrays in"
                                + " .npz");
    }

    /// Writes arrays of 1, 2, … elements under these names, and tells the sizes of those read.
    private List<Optional<Integer>> weights(String... names) {
        var arrays = new LinkedHashMap<String, Tensor>();
        for (var name : names) {
            arrays.put(name, Tensor.ones(arrays.size() + 1));
        }
        var file = folder.resolve("weights.npz");
        Npz.write(file, arrays);
        return sizes(file);
    }

    private static List<Optional<Integer>> sizes(Path file) {
        return new ArrayFile(file)
                .readSome(LAYERS, OUTPUTS).stream()
                        .map(weight -> weight.map(Tensor::size))
                        .toList();
    }
}
