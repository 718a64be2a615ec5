package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;

/// Images as tensors: `(count, height, width, channels)`.
public final class Images {
    private static final int LARGEST = 255;

    private Images() {}

    /// Bytes to numbers from 0 to 1: x / 255, in float32.
    ///
    /// Of uint8 `(count, height, width, channels)` the shape stays; `(count, height, width)`, as
    /// grey images are often stored, becomes `(count, height, width, 1)`.
    ///
    /// @throws HebbException if the tensor is none of these
    public static Tensor scaled(Tensor images) {
        if (images.dtype() != DType.UINT8 || images.rank() < 3 || images.rank() > 4) {
            throw HebbException.of("Images.scaled", "these are no images as bytes")
                    .received(images.spec())
                    .expected(
                            "uint8(count, height, width) or uint8(count, height, width, channels)");
        }
        var scaled = images.cast(DType.FLOAT32).div(LARGEST);
        return images.rank() == 3 ? scaled.expandDims(-1) : scaled;
    }
}
