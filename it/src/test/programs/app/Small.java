package app;

import hebb.core.engine.Engines;
import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.core.tensor.Variable;
import java.util.Arrays;

/// Trains a layer for some steps; prints what computed it, whether it learned, and the bits.
public final class Small {
    public static void main(String[] args) {
        var x = Tensor.arange(64 * 17).cast(DType.FLOAT32).mul(0.01).sin().reshape(64, 17);
        var y = x.matmul(Tensor.ones(17, 5)).tanh();
        var w = Variable.of("w", Tensor.zeros(17, 5));
        var step =
                Traced.of(
                        (in, out) -> {
                            var loss = in.matmul(w.value()).tanh().sub(out).square().mean();
                            w.assign(w.value().sub(loss.gradient(w).mul(0.5)));
                            return loss;
                        });
        var first = step.run(x, y).item();
        var last = first;
        for (int i = 0; i < 20; i++) {
            last = step.run(x, y).item();
        }
        System.out.println(Engines.current().description());
        System.out.println(last < first ? "learns" : "does not learn");
        System.out.println(Arrays.hashCode(w.value().toFloats()));
    }
}
