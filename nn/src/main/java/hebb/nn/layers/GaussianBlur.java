package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;
import java.util.List;

/// Images blurred by the weights of a normal distribution.
final class GaussianBlur {
    private GaussianBlur() {}

    /// Weights of a pixel and `reach` on either side, of which those further away than `furthest`
    /// do not count.
    static Tensor weights(Tensor sigma, int reach, Tensor furthest) {
        var spec = new Spec(Shape.of(2 * reach + 1), sigma.dtype());
        var away = Tensor.iota(spec, 0).sub(reach);
        var bell = away.div(sigma).square().mul(-0.5).exp();
        var counted =
                Tensor.where(away.abs().lessEqual(furthest), bell, Tensor.scalar(0, bell.dtype()));
        return counted.div(counted.sum());
    }

    /// Images `(batch, height, width, channels)`, around which is black, with these weights of
    /// pixels beside and above each other.
    static Tensor of(Tensor images, Tensor beside, Tensor above) {
        int channels = images.dim(3);
        var planes = images.transpose(0, 3, 1, 2).reshape(-1, images.dim(1), images.dim(2), 1);
        var blurred =
                planes.conv(above.reshape(-1, 1, 1, 1), window(above.dim(0), 1), 1)
                        .conv(beside.reshape(1, -1, 1, 1), window(1, beside.dim(0)), 1);
        return blurred.reshape(-1, channels, images.dim(1), images.dim(2)).transpose(0, 2, 3, 1);
    }

    private static Window window(int height, int width) {
        var once = List.of(1, 1);
        var border = List.of(height / 2, width / 2);
        return new Window(List.of(height, width), once, once, border, border);
    }
}
