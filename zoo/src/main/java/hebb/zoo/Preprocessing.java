package hebb.zoo;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;

/// What images go through before a network that was trained on them so. Keras: `preprocess_input`
/// and its modes.
enum Preprocessing {
    /// From -1 to 1.
    TF {
        @Override
        Tensor of(Tensor x) {
            return x.div(127.5).sub(1);
        }
    },
    /// Blue, green, red, without the mean of each over ImageNet.
    CAFFE {
        @Override
        Tensor of(Tensor x) {
            var means = Tensor.of(103.939f, 116.779f, 123.68f).cast(x.dtype());
            return x.take(Tensor.of(2, 1, 0), x.rank() - 1).sub(means);
        }
    };

    abstract Tensor of(Tensor x);

    /// @throws HebbException if these are no colour images
    Tensor of(String architecture, Tensor images) {
        if (images.rank() < 3 || images.dim(-1) != 3) {
            throw HebbException.of(architecture + ".preprocessInput", "these are no colour images")
                    .received(images.shape())
                    .expected("(…, height, width, 3)");
        }
        return of(images.dtype().isFloating() ? images : images.cast(DType.FLOAT32));
    }
}
