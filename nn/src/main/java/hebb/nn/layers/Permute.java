package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A sample's axes in another order. They are numbered from 1, since 0 is the batch: `Permute.of(2,
/// 1)` exchanges two.
public final class Permute extends Layer<Permute> {
    private int[] dims;

    private Permute(int... dims) {
        this.dims = dims;
    }

    /// With these axes of the input, in this order.
    public static Permute of(int... dims) {
        var sorted = Arrays.stream(dims).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.rangeClosed(1, dims.length).toArray())) {
            throw HebbException.of("Permute", "dims is no order of axes")
                    .received(Arrays.toString(dims))
                    .expected("the numbers from 1 to " + dims.length + ", each once");
        }
        return new Permute(dims.clone());
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (x.rank() != dims.length + 1) {
            throw s.wrong("the input has the wrong number of axes")
                    .received(x.shape())
                    .expected("the batch and " + dims.length + " more");
        }
        return x.transpose(IntStream.concat(IntStream.of(0), Arrays.stream(dims)).toArray());
    }

    @Override
    public Options options() {
        return Options.of("dims", int[].class, dims, v -> dims = v);
    }
}
