package hebb.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images in files.
class ImageFilesTest {
    @TempDir private Path folder;

    private static Tensor bytes(int... dims) {
        return Randoms.of(4)
                .uniform(new Spec(Shape.of(dims), DType.FLOAT32), 0, 256)
                .floor()
                .cast(DType.UINT8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.bmp"})
    void filesWithoutLossComeBackAsTheyWere(String name) {
        var image = bytes(5, 4, 3);
        ImageFiles.write(image, folder.resolve(name));
        var read = ImageFiles.read(folder.resolve(name));
        assertThat(read.spec()).isEqualTo(image.spec());
        assertThat(read.toInts()).containsExactly(image.toInts());
    }

    @Test
    void greyLevelsAndTransparencyToo() {
        var grey = bytes(3, 4, 1);
        ImageFiles.write(grey, folder.resolve("g.png"));
        assertThat(ImageFiles.read(folder.resolve("g.png"), ColorMode.GRAYSCALE).toInts())
                .containsExactly(grey.toInts());
        var three = ImageFiles.read(folder.resolve("g.png"));
        assertThat(three.slice(-1, 0, 1).toInts()).containsExactly(grey.toInts());
        assertThat(three.slice(-1, 2, 3).toInts()).containsExactly(grey.toInts());
        var clear = bytes(3, 4, 4);
        ImageFiles.write(clear, folder.resolve("c.png"));
        assertThat(ImageFiles.read(folder.resolve("c.png"), ColorMode.RGBA).toInts())
                .containsExactly(clear.toInts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.gif"})
    void filesWithLossAreNear(String name) {
        var image = Tensor.full(100, new Spec(Shape.of(8, 8, 3), DType.FLOAT32));
        ImageFiles.write(image, folder.resolve(name));
        var read = ImageFiles.read(folder.resolve(name));
        assertThat(read.shape()).isEqualTo(image.shape());
        assertThat(read.cast(DType.FLOAT32).mean().item()).isCloseTo(100, within(3.0));
    }

    @Test
    void damagedFilesAreAnError() throws IOException {
        var file = Files.write(folder.resolve("x.png"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> ImageFiles.read(file))
                .hasMessage(
                        file
                                + """
                                : the file holds no image that can be read
                                  received: an unknown format      expected: PNG, JPEG, BMP or GIF of \
                                at most 268435456 pixels\
                                """);
        ImageFiles.write(bytes(9, 9, 3), file);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        assertThatThrownBy(() -> ImageFiles.read(file))
                .hasMessageContaining("x.png: the file holds no image that can be read");
        assertThatThrownBy(() -> ImageFiles.read(folder.resolve("none.png")))
                .hasMessageContaining("none.png: the file holds no image that can be read");
    }

    @Test
    void whatIsNoImageIsNotWritten() {
        assertThatThrownBy(() -> ImageFiles.write(Tensor.zeros(2, 2), Path.of("a.png")))
                .hasMessage(
                        """
                        a.png: this is no image
                          received: (2, 2)      expected: (height, width, channels) of 1, 3 or 4 \
                        channels\
                        """);
        assertThatThrownBy(() -> ImageFiles.write(Tensor.zeros(2, 2, 3), folder.resolve("a.webp")))
                .hasMessageEndingWith(
                        """
                        a.webp: images cannot be written so
                          received: .webp with 3 channels      expected: .png, .jpg, .bmp or .gif\
                        """);
    }
}
