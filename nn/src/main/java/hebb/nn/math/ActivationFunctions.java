package hebb.nn.math;

import hebb.core.tensor.Tensor;
import java.util.stream.IntStream;

/// The formulas of activations, with the parameters that some layers give them.
public final class ActivationFunctions {
    public static final double SELU_ALPHA = 1.6732632423543772;
    public static final double SELU_SCALE = 1.0507009873554805;

    private ActivationFunctions() {}

    private static Tensor constant(double value, Tensor x) {
        return Tensor.scalar(value, x.dtype());
    }

    // ---- straight lines

    /// max(x, 0), and a slope below 0.
    public static Tensor leakyRelu(Tensor x, double slope) {
        return Tensor.where(x.greaterEqual(0), x, x.mul(slope));
    }

    public static Tensor relu6(Tensor x) {
        return x.relu().minimum(6);
    }

    public static Tensor hardTanh(Tensor x) {
        return x.clip(-1, 1);
    }

    public static Tensor hardSigmoid(Tensor x) {
        return relu6(x.add(3)).div(6);
    }

    public static Tensor hardSilu(Tensor x) {
        return x.mul(hardSigmoid(x));
    }

    public static Tensor hardShrink(Tensor x, double threshold) {
        return Tensor.where(x.abs().greater(threshold), x, constant(0, x));
    }

    public static Tensor softShrink(Tensor x, double threshold) {
        var below = Tensor.where(x.less(-threshold), x.add(threshold), constant(0, x));
        return Tensor.where(x.greater(threshold), x.sub(threshold), below);
    }

    public static Tensor sparseSigmoid(Tensor x) {
        return x.add(1).mul(0.5).clip(0, 1);
    }

    // ---- exponentials

    public static Tensor elu(Tensor x, double alpha) {
        // expm1 of large x would be infinite, and its gradient not 0 but NaN
        var negative = Tensor.where(x.greater(0), constant(0, x), x);
        return Tensor.where(x.greater(0), x, negative.expm1().mul(alpha));
    }

    public static Tensor celu(Tensor x, double alpha) {
        return x.relu().add(x.neg().relu().div(-alpha).expm1().mul(alpha));
    }

    public static Tensor selu(Tensor x) {
        return elu(x, SELU_ALPHA).mul(SELU_SCALE);
    }

    public static Tensor logSigmoid(Tensor x) {
        return x.neg().softplus().neg();
    }

    public static Tensor silu(Tensor x) {
        return x.mul(x.sigmoid());
    }

    public static Tensor mish(Tensor x) {
        return x.mul(x.softplus().tanh());
    }

    public static Tensor tanhShrink(Tensor x) {
        return x.sub(x.tanh());
    }

    /// x Φ(x), with the normal distribution's Φ.
    public static Tensor gelu(Tensor x) {
        return x.mul(0.5).mul(x.mul(Math.sqrt(0.5)).erf().add(1));
    }

    /// [#gelu] with a formula of the hyperbolic tangent in place of Φ.
    public static Tensor geluByTanh(Tensor x) {
        var inner = x.add(x.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
        return x.mul(0.5).mul(inner.tanh().add(1));
    }

    /// e^x over its sum over these axes, counted from 0.
    public static Tensor softmax(Tensor x, int... axes) {
        if (axes.length == 1) {
            return axes[0] == x.rank() - 1
                    ? x.softmax()
                    : x.swapAxes(axes[0], -1).softmax().swapAxes(axes[0], -1);
        }
        var others =
                IntStream.range(0, x.rank()).filter(i -> IntStream.of(axes).noneMatch(a -> a == i));
        var order = IntStream.concat(others, IntStream.of(axes)).toArray();
        var moved = x.transpose(order);
        var kept = moved.shape().slice(0, x.rank() - axes.length);
        var y = moved.reshape(kept.append(-1)).softmax().reshape(moved.shape());
        return y.transpose(Axes.inverse(order));
    }

    /// The first half of the last axis times the sigmoid of the second.
    public static Tensor glu(Tensor x) {
        int half = x.dim(-1) / 2;
        return x.slice(-1, 0, half).mul(x.sliceFrom(-1, half).sigmoid());
    }

    // ---- quotients and powers

    public static Tensor softsign(Tensor x) {
        return x.div(x.abs().add(1));
    }

    public static Tensor squareplus(Tensor x) {
        return x.add(x.square().add(4).sqrt()).mul(0.5);
    }

    public static Tensor sparsePlus(Tensor x) {
        var curve = x.add(1).square().mul(0.25);
        var above = Tensor.where(x.less(1), curve, x);
        return Tensor.where(x.lessEqual(-1), constant(0, x), above);
    }

    /// max(x - τ, 0) along the last axis. As Keras has it τ is (Σ S - 1) / k, where S are the sums
    /// of the largest, the two largest, … the k largest numbers, and k is how many are supported;
    /// Martins and Astudillo have the last of these sums alone.
    public static Tensor sparsemax(Tensor x) {
        var self = x.expandDims(-1);
        var others = x.expandDims(-2);
        var larger = others.greater(self).cast(x.dtype());
        var equal = others.equal(self).cast(x.dtype());
        var count = larger.add(equal).sum(-1);
        var sum = larger.add(equal).mul(others).sum(-1);
        var supported = count.mul(x).add(1).greater(sum).cast(x.dtype());
        var k = supported.sumKeepDims(-1);
        // in how many of the sums a number is; equal ones share their places
        var rank = larger.sum(-1).add(equal.sum(-1).add(1).mul(0.5));
        var times = k.sub(rank).add(1).mul(supported).stopGradient();
        return x.sub(times.mul(x).sumKeepDims(-1).sub(1).div(k)).relu();
    }

    public static Tensor threshold(Tensor x, double threshold, double value) {
        return Tensor.where(x.greater(threshold), x, constant(value, x));
    }
}
