package hebb.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Images in other sizes, byte for byte as Pillow makes them: see `src/test/python/pillow.py`.
class PillowTest {
    private static final Map<String, int[]> PILLOW = read();

    private static Map<String, int[]> read() {
        var stream = Objects.requireNonNull(PillowTest.class.getResourceAsStream("pillow.txt"));
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(l -> l.split(" ", 2))
                    .collect(
                            Collectors.toMap(
                                    l -> l[0],
                                    l ->
                                            Arrays.stream(l[1].split(" "))
                                                    .mapToInt(Integer::parseInt)
                                                    .toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] pillow(String name) {
        return Objects.requireNonNull(PILLOW.get(name));
    }

    private static Tensor image() {
        var spec = new Spec(Shape.of(7, 5, 3), DType.INT32);
        return Tensor.of(pillow("image"), spec).cast(DType.UINT8);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEAREST", "BILINEAR", "BICUBIC", "LANCZOS3"})
    void sizesChangeAsInPillow(Interpolation by) {
        var small = Pillow.resized(image(), 4, 3, by);
        assertThat(small.spec()).hasToString("uint8(4, 3, 3)");
        assertThat(small.toInts()).containsExactly(pillow(by + "_4_3"));
        assertThat(Pillow.resized(image(), 9, 6, by).toInts()).containsExactly(pillow(by + "_9_6"));
    }

    /// Where the places of the new pixels add up to whole numbers, or almost.
    @ParameterizedTest
    @EnumSource(names = {"NEAREST", "BILINEAR", "BICUBIC", "LANCZOS3"})
    void largerImagesShrinkAsInPillow(Interpolation by) {
        var large = Pillow.resized(image(), 20, 40, Interpolation.BICUBIC);
        var small = Pillow.resized(large, 7, 14, by);
        assertThat(small.toInts()).containsExactly(pillow(by + "_large_7_14"));
    }

    @Test
    void greyIsThatOfPillow(@TempDir Path folder) {
        ImageFiles.write(image(), folder.resolve("a.png"));
        var grey = ImageFiles.read(folder.resolve("a.png"), ColorMode.GRAYSCALE);
        assertThat(grey.toInts()).containsExactly(pillow("grey"));
    }

    @Test
    void numbersThatAreNoBytesAreAnError() {
        assertThatThrownBy(() -> Pillow.resized(Tensor.zeros(2, 2, 3), 1, 1, Interpolation.AREA))
                .hasMessage(
                        """
                        Pillow.resized: this is no image of bytes
                          received: float32(2, 2, 3)      expected: uint8(height, width, channels)\
                        """);
    }
}
