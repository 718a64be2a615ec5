package hebb.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

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
}
