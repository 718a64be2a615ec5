package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;

/// The few old pixels that make up each new one along an axis, and their shares: a product with a
/// matrix that is nearly all zeros, with the zeros left out. It gives the product's bits.
final class Taps {
    private final float[][] shares;
    private final int[] first;
    private final int[] end;

    Taps(float[][] shares) {
        this.shares = shares;
        first = new int[shares.length];
        end = new int[shares.length];
        for (int i = 0; i < shares.length; i++) {
            end[i] = shares[i].length;
            while (end[i] > 0 && shares[i][end[i] - 1] == 0) {
                end[i]--;
            }
            while (first[i] < end[i] && shares[i][first[i]] == 0) {
                first[i]++;
            }
        }
    }

    /// The axis of float32 images in its new length.
    Tensor along(Tensor x, int axis) {
        int from = x.dim(axis);
        int outer = x.shape().slice(0, axis).size();
        int inner = x.shape().slice(axis + 1, x.rank()).size();
        Shape shape = x.shape().with(axis, shares.length);
        var old = x.toFloats();
        return Tensor.filled(
                new Spec(shape, DType.FLOAT32),
                array -> {
                    for (int o = 0; o < outer; o++) {
                        resample(old, o * from * inner, (float[]) array, o, inner);
                    }
                });
    }

    private void resample(float[] x, int start, float[] y, int outer, int inner) {
        for (int i = 0; i < shares.length; i++) {
            int to = (outer * shares.length + i) * inner;
            for (int j = first[i]; j < end[i]; j++) {
                float share = shares[i][j];
                int at = start + j * inner;
                for (int k = 0; k < inner; k++) {
                    y[to + k] = Math.fma(share, x[at + k], y[to + k]);
                }
            }
        }
    }
}
