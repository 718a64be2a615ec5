package hebb.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static final Tensor PIXEL =
            Tensor.of(new byte[] {0, 51, (byte) 255}, new Spec(Shape.of(1, 1, 3), DType.UINT8));

    @Test
    void mobileNetTakesNumbersFromMinusOneToOne() {
        assertThat(MobileNet.preprocessInput(PIXEL).toFloats()).containsExactly(-1, -0.6f, 1);
    }

    @Test
    void theOthersTakeBlueFirstWithoutTheMean() {
        float[] expected = {255 - 103.939f, 51 - 116.779f, -123.68f};
        assertThat(VGG16.preprocessInput(PIXEL).toFloats()).containsExactly(expected);
        var batch = PIXEL.cast(DType.FLOAT64).expandDims(0);
        assertThat(ResNet50.preprocessInput(batch).spec()).hasToString("float64(1, 1, 1, 3)");
        assertThat(ResNet50.preprocessInput(batch).cast(DType.FLOAT32).toFloats())
                .containsExactly(expected);
    }

    @Test
    void greyImagesAreAnError() {
        assertThatThrownBy(() -> VGG16.preprocessInput(Tensor.zeros(2, 32, 32, 1)))
                .hasMessage(
                        """
                        VGG16.preprocessInput: these are no colour images
                          received: (2, 32, 32, 1)      expected: (…, height, width, 3)\
                        """);
    }
}
