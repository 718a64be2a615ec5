package hebb.io;

import static hebb.io.KerasFileTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.format.Npz;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.layers.Equalization;
import hebb.nn.layers.Input;
import hebb.nn.layers.Lambda;
import hebb.nn.layers.SpatialDropout2D;
import hebb.nn.layers.SpatialDropout3D;
import hebb.nn.words.LayerWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each layer goes through a file: in a model that Keras wrote, or where no case has it, in one of
/// its own.
class EveryLayerFileTest {
    private static final Pattern CLASS = Pattern.compile("\"class_name\": \"(\\w+)\"");

    /// What no model can hold: it takes several inputs of words.
    private static final Set<String> OUTSIDE = Set.of("HashedCrossing");

    private static final Map<String, Supplier<Sample>> SAMPLES = new TreeMap<>();

    @TempDir Path folder;

    /// A model, and what to give it.
    private record Sample(Model model, List<Tensor> inputs) {
        static Sample ofCase(Path folder) {
            var model = Model.load(folder.resolve("initial.keras"));
            var one = folder.resolve("x.npy");
            if (Files.notExists(one)) {
                return new Sample(model, List.copyOf(Npz.read(folder.resolve("x.npz")).values()));
            }
            return new Sample(
                    model,
                    Npy.holdsTexts(one)
                            ? model.numbers(List.of(Npy.readTexts(one)))
                            : List.of(Npy.read(one)));
        }

        static Sample of(Layer<?> layer, int... shape) {
            var input = Input.of(shape);
            var x = Randoms.of(1).uniform(new Spec(Shape.of(shape).prepend(2), DType.FLOAT32));
            return new Sample(Model.of(input, layer.apply(input)), List.of(x.mul(255)));
        }
    }

    static {
        Cases.all()
                .forEach(file -> {
                    var model = Zips.read(file.resolve("initial.keras"));
                    var config = Objects.requireNonNull(model.get("config.json"));
                    CLASS.matcher(new String(config, StandardCharsets.UTF_8))
                            .results()
                            .forEach(m ->
                                    SAMPLES.putIfAbsent(m.group(1), () -> Sample.ofCase(file)));
                });
        SAMPLES.keySet().retainAll(LayerWords.table().all());
        own(Equalization.of().bins(9), 4, 5, 3);
        own(SpatialDropout2D.of(0.2), 4, 5, 3);
        own(SpatialDropout3D.of(0.2), 2, 4, 5, 3);
        Lambda.register("negative", Tensor::neg);
        own(Lambda.of("negative"), 3);
    }

    private static void own(Layer<?> layer, int... shape) {
        SAMPLES.put(layer.className(), () -> Sample.of(layer, shape));
    }

    static Set<String> samples() {
        return SAMPLES.keySet();
    }

    @Test
    void noLayerIsLeftOut() {
        assertThat(LayerWords.table().all())
                .allMatch(word -> SAMPLES.containsKey(word) || OUTSIDE.contains(word));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesBackFromItsFile(String className) {
        var sample = Objects.requireNonNull(SAMPLES.get(className)).get();
        var model = sample.model();
        var file = folder.resolve("m.keras");
        model.save(file);
        var copy = Model.load(file);
        assertThat(copy.toJson()).isEqualTo(model.toJson());
        assertSame(copy.weights().all(), model.weights().all());
        var given = sample.inputs().toArray(Tensor[]::new);
        var expected = model.predictAll(given);
        var found = copy.predictAll(given);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).toDoubles()).isEqualTo(expected.get(i).toDoubles());
        }
    }
}
