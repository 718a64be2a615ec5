package bits;

import hebb.core.engine.Engines;
import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.cpu.CpuEngine;
import hebb.data.image.Images;
import hebb.datasets.Mnist;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.training.Fit;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Trains the network of the first example for some steps on real digits and prints a digest of
/// each of its weights' bits, then how many units of work each thread ran.
public final class Digits {
    private static final int BATCH = 32;

    public static void main(String[] args) throws Exception {
        int steps = Integer.parseInt(args[0]);
        var model =
                Sequential.of(
                                Input.of(28, 28, 1),
                                Conv2D.of(32, 3).activation(Activation.RELU),
                                MaxPooling2D.of(2),
                                Conv2D.of(64, 3).activation(Activation.RELU),
                                MaxPooling2D.of(2),
                                Flatten.of(),
                                Dense.of(128).activation(Activation.RELU),
                                Dense.of(10).activation(Activation.SOFTMAX))
                        .seed(7);
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        var digits = Mnist.load().train().take(steps * BATCH).map(Images::scaled);
        model.fit(digits, Fit.epochs(1).batchSize(BATCH).seed(7).verbose(0));
        model.weights().all().forEach(w -> System.out.println(w.path() + " " + digest(w.value())));
        if (Engines.current() instanceof CpuEngine cpu) {
            for (int i = 0; i < cpu.team().threads(); i++) {
                System.err.println("units " + cpu.team().unitsRun(i));
            }
        }
    }

    private static String digest(Tensor value) {
        try {
            var bytes = ByteBuffer.allocate(4 * value.size());
            bytes.asFloatBuffer().put((float[]) value.cast(DType.FLOAT32).toArray());
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every JDK has it
        }
    }
}
