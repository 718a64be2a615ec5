package hebb.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    private static Tensor bytes(int... dims) {
        var shape = Shape.of(dims);
        return Tensor.arange(shape.size()).cast(DType.UINT8).reshape(shape);
    }

    @Test
    void scalesEveryByteToItsPartOf255() {
        var scaled = Images.scaled(bytes(1, 16, 16, 1));
        assertThat(scaled.spec()).isEqualTo(Spec.of(1, 16, 16, 1));
        var values = scaled.toFloats();
        for (int i = 0; i < 256; i++) {
            assertThat(values[i]).isEqualTo(i / 255f);
        }
    }

    @Test
    void addsTheAxisOfGreyImages() {
        assertThat(Images.scaled(bytes(2, 3, 4)).shape()).isEqualTo(Shape.of(2, 3, 4, 1));
        assertThat(Images.scaled(bytes(2, 3, 4, 3)).shape()).isEqualTo(Shape.of(2, 3, 4, 3));
    }

    @Test
    void refusesWhatIsScaledAlready() {
        assertThatThrownBy(() -> Images.scaled(Tensor.zeros(2, 3, 4)))
                .hasMessage(
                        "Images.scaled: these are no images as bytes\n"
                                + "  received: float32(2, 3, 4)      expected: uint8(count, height,"
                                + " width) or uint8(count, height, width, channels)");
        assertThatThrownBy(() -> Images.scaled(bytes(2, 3)))
                .hasMessageStartingWith("Images.scaled: these are no images");
    }

    /// At once it goes without the zeros of a product that is recorded whole.
    @ParameterizedTest
    @CsvSource({"BILINEAR,false", "BILINEAR,true", "BICUBIC,false", "LANCZOS3,true", "AREA,false"})
    void resizesToTheSameBitsAtOnceAndRecorded(Interpolation by, boolean antialias) {
        var x = bytes(2, 9, 7, 3).cast(DType.FLOAT32).div(3);
        for (int size : new int[] {4, 9, 20}) {
            var recorded = Traced.of((Tensor t) -> Images.resized(t, size, 11, by, antialias));
            var now = Images.resized(x, size, 11, by, antialias);
            assertThat(now.shape()).isEqualTo(Shape.of(2, size, 11, 3));
            assertThat(now.toFloats()).isEqualTo(recorded.run(x).toFloats());
        }
    }
}
