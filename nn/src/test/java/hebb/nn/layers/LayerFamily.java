package hebb.nn.layers;

import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tests of one family of layers: each of its rows keeps the contract, computes what Keras
/// computes, and does with masks what Keras does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LayerFamily {
    private final LayerRows rows;

    LayerFamily(LayerRows rows) {
        this.rows = rows;
    }

    Stream<String> all() {
        return rows.names();
    }

    Stream<String> withNumbers() {
        return rows.withNumbers();
    }

    Stream<String> withMasks() {
        return rows.withMasks();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsTheContract(String name) {
        rows.requireContract(name);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withNumbers")
    void isWhatKerasComputes(String name) {
        rows.requireKerasNumbers(name);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withMasks")
    void doesWithMasksWhatKerasDoes(String name) {
        rows.requireKerasMasks(name);
    }
}
