package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Embedding;
import hebb.nn.layers.GlobalAveragePooling1D;
import hebb.nn.layers.Hashing;
import hebb.nn.layers.Input;
import hebb.nn.layers.OutputMode;
import hebb.nn.layers.StringLookup;
import hebb.nn.layers.TextVectorization;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that begin with texts.
class TextModelTest {
    private static final Strings TEXTS = Strings.of("the cat sat", "a dog", "Sat, dog!");

    @TempDir Path folder;

    private Model again(Model model) {
        var file = folder.resolve("m.keras");
        model.save(file);
        return Model.load(file);
    }

    @Test
    void vocabularyLiesInTheFile() {
        var vectorization = TextVectorization.of().outputSequenceLength(4).adapt(TEXTS);
        var model =
                Sequential.of(
                        Input.ofTexts(),
                        vectorization,
                        Embedding.of(8, 3),
                        GlobalAveragePooling1D.of(),
                        Dense.of(1));
        var copy = again(model);
        assertThat(copy.numbers(TEXTS).toInts())
                .containsExactly(vectorization.apply(TEXTS).toInts());
        assertThat(copy.predict(TEXTS).toFloats()).containsExactly(model.predict(TEXTS).toFloats());
        assertThat(copy.toJson()).contains("\"dtype\":\"string\"");
        assertThat(copy.inputs().getFirst()).hasToString("int64(None, 4)");
    }

    @Test
    void wordsThatWereLearnedHaveNoPlaceInAnH5File() {
        var words = StringLookup.of().adapt(Strings.of("red", "blue")).name("colors");
        var model = Sequential.of(Input.ofTexts(1), words, Embedding.of(4, 2));
        var file = folder.resolve("m.h5");
        var message =
                file
                        + ": a .h5 file has no place for the words that a layer learned\n"
                        + "  received: the words of 'colors', learned by adapt     "
                        + " expected: a .keras file, or words that the layer was given\n"
                        + "  fix: model.save(\"….keras\")";
        assertThatThrownBy(() -> model.save(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> model.requireSavable(file)).hasMessage(message);
        assertThat(file).doesNotExist();
        model.requireSavable(folder.resolve("m.keras"));

        var given = StringLookup.of("red", "blue");
        var saved = Sequential.of(Input.ofTexts(1), given, Embedding.of(4, 2));
        saved.save(file);
        var colors = Strings.of("blue", "green");
        assertThat(Model.load(file).numbers(colors).toInts())
                .containsExactly(saved.numbers(colors).toInts());
    }

    @Test
    void textsAndNumbersEnterSideBySide() {
        var color = Input.ofTexts(1).name("color");
        var size = Input.of(2).name("size");
        var hot = StringLookup.of("red", "blue").outputMode(OutputMode.ONE_HOT).apply(color);
        var bins = Hashing.of(3).outputMode(OutputMode.ONE_HOT).apply(color);
        var y = Dense.of(1).apply(Concatenate.of().apply(hot, bins, size));
        var model = again(Model.of(List.of(color, size), List.of(y)));
        assertThat(model.inputNames()).containsExactly("color", "color_1", "size");
        var xs = model.numbers(List.of(Strings.of("red", "green"), Tensor.ones(2, 2)));
        assertThat(xs.getFirst().toFloats()).containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(model.predictAll(xs.toArray(Tensor[]::new)).getFirst().dim(0)).isEqualTo(2);
        assertThatThrownBy(() -> model.numbers(List.of(Tensor.ones(2, 1), Tensor.ones(2, 2))))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("the data are not those of the input")
                .hasMessageContaining(
                        "expected: Strings for an Input of texts, a tensor for one of numbers");
    }

    @Test
    void noOtherLayerTakesTexts() {
        assertThatThrownBy(() -> Sequential.of(Input.ofTexts(1), Dense.of(1)))
                .hasMessage(
                        """
                        Dense: the layer is given texts, \
                        and tensors hold none
                          received: InputLayer(batch_shape=(None, 1))      expected: StringLookup, \
                        TextVectorization or Hashing behind an Input of texts\
                        """);
    }
}
