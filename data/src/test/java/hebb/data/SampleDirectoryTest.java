package hebb.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.image.ColorMode;
import hebb.data.image.ImageDirectory;
import hebb.data.image.ImageFiles;
import hebb.data.image.Interpolation;
import hebb.data.text.Strings;
import hebb.data.text.TextDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directories of images and of texts as data sets.
class SampleDirectoryTest {
    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (var name : new String[] {"cats", "dogs"}) {
            Files.createDirectories(folder.resolve(name).resolve("more"));
        }
        Files.createDirectories(folder.resolve(".hidden"));
        for (int i = 0; i < 4; i++) {
            sample("cats/" + i, 10 * i, "cat " + i);
            sample("dogs/more/" + i, 10 * i + 1, "dog " + i);
        }
        Files.writeString(folder.resolve("cats/readme.md"), "not a sample");
    }

    private void sample(String name, int level, String text) throws IOException {
        var image = Tensor.full(level, new Spec(Shape.of(4, 6, 3), DType.FLOAT32));
        ImageFiles.write(image, folder.resolve(name + ".png"));
        Files.writeString(folder.resolve(name + ".txt"), text);
    }

    private static int[] levels(Dataset data) {
        return data.all().xs().getFirst().slice(-1, 0, 1).mean(1, 2, 3).toInts();
    }

    private ImageDirectory images() {
        return ImageDirectory.of(folder).imageSize(2, 3).shuffle(false);
    }

    @Test
    void directoriesAreClasses() {
        var all = images().dataset().all();
        assertThat(images().classNames()).containsExactly("cats", "dogs");
        assertThat(all.xs().getFirst().spec()).hasToString("float32(8, 2, 3, 3)");
        assertThat(levels(images().dataset())).containsExactly(0, 10, 20, 30, 1, 11, 21, 31);
        assertThat(all.ys().getFirst().toInts()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(all.ys().getFirst().dtype()).isEqualTo(DType.INT32);
    }

    @Test
    void classesCanBeOrderedAndTold() {
        var other = images().classNames("dogs", "cats");
        assertThat(levels(other.dataset())).containsExactly(1, 11, 21, 31, 0, 10, 20, 30);
        assertThat(labels(images().labelMode(LabelMode.CATEGORICAL)).shape())
                .isEqualTo(Shape.of(8, 2));
        assertThat(labels(images().labelMode(LabelMode.BINARY)).spec())
                .hasToString("float32(8, 1)");
        assertThat(images().labelMode(LabelMode.NONE).dataset().all().ys()).isEmpty();
        assertThat(labels(images().labels(5, 5, 6, 7, 5, 6, 7, 7)).toInts())
                .containsExactly(5, 5, 6, 7, 5, 6, 7, 7);
    }

    private static Tensor labels(ImageDirectory images) {
        return images.dataset().all().ys().getFirst();
    }

    @Test
    void aSeedDividesAsInKeras() {
        var split = images().shuffle(true).seed(42).validationSplit(0.25);
        // RandomState(42).shuffle(list(range(8))) is [1, 5, 0, 7, 2, 4, 3, 6]
        assertThat(levels(split.validation())).containsExactly(30, 21);
        var training = levels(split.training());
        assertThat(Arrays.stream(training).sorted()).containsExactly(0, 1, 10, 11, 20, 31);
        assertThat(split.training().batchSize()).hasValue(32);
    }

    @Test
    void imagesAreBroughtToSizeAndChannels() {
        var grey = images().colorMode(ColorMode.GRAYSCALE).dataset().all().xs().getFirst();
        assertThat(grey.shape()).isEqualTo(Shape.of(8, 2, 3, 1));
        var cut = images().imageSize(2, 2).cropToAspectRatio(true);
        assertThat(levels(cut.dataset())).containsExactly(0, 10, 20, 30, 1, 11, 21, 31);
        var border =
                images().imageSize(3, 3).padToAspectRatio(true).interpolation(Interpolation.AREA);
        var padded = border.dataset().all().xs().getFirst().get(1);
        assertThat(padded.slice(-1, 0, 1).toInts())
                .containsExactly(10, 10, 10, 10, 10, 10, 0, 0, 0);
    }

    @Test
    void textsBecomeNumbers() {
        var texts = TextDirectory.of(folder.toString()).shuffle(false);
        assertThat(texts.texts().values()).startsWith("cat 0", "cat 1").endsWith("dog 3");
        assertThat(texts.maxLength(3).texts().values()).contains("cat", "dog");
        var data = texts.batchSize(3).dataset(SampleDirectoryTest::last);
        assertThat(data.all().xs().getFirst().toInts()).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        var split = texts.shuffle(true).seed(42).validationSplit(0.25);
        assertThat(split.validation(SampleDirectoryTest::last).all().xs().getFirst().toInts())
                .containsExactly(3, 2);
        assertThat(split.trainingTexts().values()).hasSize(6).startsWith("cat 1", "dog 1");
        assertThat(split.training(SampleDirectoryTest::last).all().size()).isEqualTo(6);
    }

    private static Tensor last(Strings texts) {
        return texts.numbers(t -> t.charAt(t.length() - 1) - '0');
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> images().classNames("cats", "cows").dataset())
                .hasMessage(
                        folder
                                + """
                                : a class has no directory
                                  received: [cats, cows]      expected: some of [cats, dogs]\
                                """);
        assertThatThrownBy(() -> images().labels(1, 2).dataset())
                .hasMessage(
                        """
                        labels: there are not as many labels as files
                          received: 2      expected: 8\
                        """);
        assertThatThrownBy(() -> ImageDirectory.of(folder.resolve(".hidden")).dataset())
                .hasMessageContaining(": there are no files");
        assertThatThrownBy(() -> ImageDirectory.of(folder.resolve("nowhere").toString()).dataset())
                .hasMessageContaining("nowhere: the directory cannot be read");
        assertThatThrownBy(() -> images().shuffle(true).validationSplit(0.5).training())
                .hasMessage(
                        """
                        ImageDirectory: the split is not told
                          expected: validation_split, and a seed so that the parts have nothing in \
                        common
                          fix: validationSplit(0.2).seed(1)\
                        """);
        assertThatThrownBy(() ->
                        images().labels(1, 2, 3, 1, 1, 1, 1, 1)
                                .labelMode(LabelMode.BINARY)
                                .dataset())
                .hasMessageContaining("binary labels need two classes");
        assertThatThrownBy(() -> images().validationSplit(1))
                .hasMessage(
                        """
                        ImageDirectory: validation_split is no fraction
                          received: 1.0      expected: between 0 and 1\
                        """);
    }
}
