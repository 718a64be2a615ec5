package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// In training, cuts a part out of a batch of images, the same part of all; from images that are
/// too small the largest part that fits, resized. Else images stay as they are, as in Keras.
public final class RandomCrop extends RandomImages<RandomCrop> {
    private int height;
    private int width;

    private RandomCrop(int height, int width) {
        this.height = Require.positive("RandomCrop", "height", height);
        this.width = Require.positive("RandomCrop", "width", width);
    }

    /// Of this size.
    public static RandomCrop of(int height, int width) {
        return new RandomCrop(height, width);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        int above = x.dim(1) - height;
        int beside = x.dim(2) - width;
        if (above <= 0 || beside <= 0) {
            return CenterCrop.fitted(x, height, width);
        }
        var rows = part(draws.one("top", 0, above + 1), height);
        var columns = part(draws.one("left", 0, beside + 1), width);
        return x.take(rows, 1).take(columns, 2);
    }

    private static Tensor part(Tensor start, int length) {
        return Tensor.iota(new Spec(Shape.of(length), DType.INT32), 0)
                .add(start.floor().cast(DType.INT32));
    }

    @Override
    public Options options() {
        return formatOption()
                .and("height", int.class, height, v -> height = v)
                .and("width", int.class, width, v -> width = v)
                .and(seedOption());
    }
}
