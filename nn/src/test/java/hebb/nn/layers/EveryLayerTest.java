package hebb.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.words.LayerWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No layer without a row in the tests of a family, which hold it to the contract.
class EveryLayerTest {
    private static final List<LayerRows> FAMILIES =
            List.of(
                    AttentionLayersTest.ROWS,
                    ConvolutionLayersTest.ROWS,
                    CoreLayersTest.ROWS,
                    ImageContractTest.ROWS,
                    LayerTest.ROWS,
                    NoiseTest.ROWS,
                    NormalizationLayersTest.ROWS,
                    PreprocessingTest.ROWS,
                    RecurrentContractTest.ROWS,
                    ReshapingLayersTest.ROWS,
                    SpectralNormalizationTest.ROWS,
                    SpectrogramTest.ROWS,
                    TextLayersTest.ROWS);

    @Test
    void everyLayerThatFilesCanNameHasARow() {
        var covered = FAMILIES.stream().flatMap(LayerRows::classes).collect(Collectors.toSet());
        Stream<Class<?>> named =
                LayerWords.table().all().stream()
                        .map(word -> LayerWords.table().make("layer", word).getClass());
        assertThat(named).isNotEmpty().allMatch(covered::contains);
    }
}
