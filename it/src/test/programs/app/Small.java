package app;

import hebb.core.engine.Engines;
import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.training.Fit;
import java.util.Arrays;

/// Trains a small network; prints what computed it, whether it learned, and the bits.
public final class Small {
    public static void main(String[] args) {
        var x = Tensor.arange(60 * 8 * 8 * 3).cast(DType.FLOAT32).mul(0.37).sin();
        var images = x.reshape(60, 8, 8, 3);
        var labels = images.sum(1, 2, 3).greater(0).cast(DType.INT32);
        var model =
                Sequential.of(
                        Input.of(8, 8, 3),
                        Conv2D.of(8, 3).activation(Activation.RELU),
                        MaxPooling2D.of(2),
                        Flatten.of(),
                        Dense.of(2).activation(Activation.SOFTMAX));
        model.seed(7).compile("adam", "sparse_categorical_crossentropy", "accuracy");
        var history = model.fit(images, labels, Fit.epochs(5).batchSize(16).verbose(0));

        var loss = history.values("loss");
        System.out.println(Engines.current().description());
        System.out.println(loss.getLast() < loss.getFirst() ? "learns" : "does not learn");
        System.out.println(Arrays.hashCode(model.predict(images).toFloats()));
    }
}
