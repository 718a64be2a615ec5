package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.math.ActivationFunctions;
import hebb.nn.math.Axes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Activations, normalizations and attention.
final class NeuralOperations {
    private static final double EPSILON = 1e-7;

    private NeuralOperations() {}

    static Map<String, Definition> all() {
        var t = new Table("nn");
        plain(t);
        shaped(t);
        normalizing(t);
        t.one(
                "OneHot(x; num_classes, axis=-1, dtype=None, sparse=False)",
                NeuralOperations::oneHot);
        t.one(
                "DotProductAttention(query, key, value, bias?, mask?, scale?; is_causal=False,"
                        + " flash_attention=None, attn_logits_soft_cap=None)",
                NeuralOperations::attention);
        return t.definitions();
    }

    private static void plain(Table t) {
        t.floating("HardSigmoid", ActivationFunctions::hardSigmoid);
        t.floating("HardSilu", ActivationFunctions::hardSilu);
        t.floating("HardTanh", ActivationFunctions::hardTanh);
        t.floating("LogSigmoid", ActivationFunctions::logSigmoid);
        t.unary("Relu", Tensor::relu);
        t.unary("Relu6", ActivationFunctions::relu6);
        t.floating("Selu", ActivationFunctions::selu);
        t.floating("Sigmoid", Tensor::sigmoid);
        t.floating("Silu", ActivationFunctions::silu);
        t.floating("Softplus", Tensor::softplus);
        t.floating("Softsign", ActivationFunctions::softsign);
        t.floating("SparsePlus", ActivationFunctions::sparsePlus);
        t.floating("SparseSigmoid", ActivationFunctions::sparseSigmoid);
        t.floating("TanhShrink", ActivationFunctions::tanhShrink);
    }

    private static void shaped(Table t) {
        t.one("Celu(x; alpha=1.0)", g -> ActivationFunctions.celu(g.floating(), g.number("alpha")));
        t.one("Elu(x; alpha=1.0)", g -> ActivationFunctions.elu(g.floating(), g.number("alpha")));
        t.one(
                "Gelu(x; approximate=True)",
                g ->
                        g.truth("approximate")
                                ? ActivationFunctions.geluByTanh(g.floating())
                                : ActivationFunctions.gelu(g.floating()));
        t.one("Glu(x; axis=-1)", g -> lastAxis(g, ActivationFunctions::glu));
        t.one(
                "HardShrink(x; threshold=0.5)",
                g -> ActivationFunctions.hardShrink(g.floating(), g.number("threshold")));
        t.one(
                "LeakyRelu(x; negative_slope=0.2)",
                g -> ActivationFunctions.leakyRelu(g.floating(), g.number("negative_slope")));
        t.one("LogSoftmax(x; axis=-1)", g -> lastAxis(g, Tensor::logSoftmax));
        t.one(
                "SoftShrink(x; threshold=0.5)",
                g -> ActivationFunctions.softShrink(g.floating(), g.number("threshold")));
        t.one("Softmax(x; axis=-1)", g -> ActivationFunctions.softmax(g.floating(), sorted(g)));
        t.one("Sparsemax(x; axis=-1)", g -> lastAxis(g, ActivationFunctions::sparsemax));
        t.one("Squareplus(x; b=4)", g -> squareplus(g.floating(), g.number("b")));
        t.one(
                "Threshold(x; threshold, default_value)",
                g ->
                        ActivationFunctions.threshold(
                                g.floating(), g.number("threshold"), g.number("default_value")));
    }

    private static int[] sorted(Given g) {
        return Axes.of(g.x().shape(), g.axes());
    }

    private static Tensor squareplus(Tensor x, double b) {
        return x.add(x.square().add(b).sqrt()).mul(0.5);
    }

    private static Tensor lastAxis(Given g, UnaryOperator<Tensor> formula) {
        var x = g.floating();
        int axis = g.axis();
        return axis == x.rank() - 1
                ? formula.apply(x)
                : formula.apply(x.swapAxes(axis, -1)).swapAxes(axis, -1);
    }

    private static void normalizing(Table t) {
        t.one(
                "BatchNorm(x, mean, variance, offset?, scale?; axis, epsilon=0.001)",
                NeuralOperations::batchNorm);
        t.one(
                "LayerNorm(x, gamma?, beta?; axis=-1, epsilon=None, rms_scaling=False)",
                NeuralOperations::layerNorm);
        t.several(
                "Moments(x; axes, keepdims=False, synchronized=False)", NeuralOperations::moments);
        t.one("Normalize(x; axis=-1, order=2, epsilon=None)", NeuralOperations::normalized);
        t.one("RMSNorm(x, scale?; axis=-1, epsilon=None)", NeuralOperations::rmsNorm);
    }

    private static double epsilon(Given g) {
        return g.has("epsilon") ? g.number("epsilon") : EPSILON;
    }

    private static Optional<Tensor> along(Given g, String name, int... axes) {
        var x = g.x();
        return g.optional(name)
                .map(v -> v.rank() == x.rank() ? v : v.reshape(Axes.along(x.shape(), axes)));
    }

    private static Tensor batchNorm(Given g) {
        int axis = g.axis();
        var mean = along(g, "mean", axis).orElseThrow();
        var factor = along(g, "variance", axis).orElseThrow().add(g.number("epsilon")).rsqrt();
        var scale = along(g, "scale", axis);
        var scaled = scale.isPresent() ? factor.mul(scale.get()) : factor;
        var y = g.x().sub(mean).mul(scaled);
        return along(g, "offset", axis).map(y::add).orElse(y);
    }

    private static Tensor layerNorm(Given g) {
        var x = g.floating();
        var axes = sorted(g);
        var factor = x.variance(axes).add(epsilon(g)).rsqrt();
        for (int axis : axes) {
            factor = factor.expandDims(axis);
        }
        var gamma = along(g, "gamma", axes);
        var scaled = gamma.isPresent() ? factor.mul(gamma.get()) : factor;
        if (g.truth("rms_scaling")) {
            return x.mul(scaled);
        }
        var y = x.sub(x.meanKeepDims(axes)).mul(scaled);
        return along(g, "beta", axes).map(y::add).orElse(y);
    }

    private static Tensor rmsNorm(Given g) {
        var x = g.floating();
        var axes = sorted(g);
        var y = x.mul(x.square().meanKeepDims(axes).add(epsilon(g)).rsqrt());
        return along(g, "scale", axes).map(y::mul).orElse(y);
    }

    private static List<Tensor> moments(Given g) {
        var x = g.floating();
        var axes = Axes.of(x.shape(), g.ints("axes"));
        var mean = x.meanKeepDims(axes);
        var variance = x.sub(mean).square().meanKeepDims(axes);
        return g.truth("keepdims")
                ? List.of(mean, variance)
                : List.of(mean.squeeze(axes), variance.squeeze(axes));
    }

    private static Tensor normalized(Given g) {
        var x = g.floating();
        var axes = sorted(g);
        int order = g.integer("order");
        if (order == 2) {
            return x.mul(x.square().sumKeepDims(axes).rsqrt().minimum(1 / epsilon(g)));
        }
        var sum = x.abs().pow(order).sumKeepDims(axes);
        var norm = order == 1 ? x.abs().sumKeepDims(axes) : sum.pow(1.0 / order);
        return x.div(norm.maximum(epsilon(g)));
    }

    private static Tensor oneHot(Given g) {
        var y = g.x().oneHot(g.integer("num_classes"));
        int axis = g.integer("axis");
        int place = axis < 0 ? axis + y.rank() : axis;
        var order = new ArrayList<Integer>();
        for (int i = 0; i < y.rank() - 1; i++) {
            order.add(i);
        }
        order.add(place, y.rank() - 1);
        var typed = g.dtype("dtype").map(y::cast).orElse(y);
        return typed.transpose(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /// (batch, times, heads, width) of the queries, of keys and values.
    private static Tensor attention(Given g) {
        var query = g.tensor("query");
        var key = g.tensor("key");
        var scale = g.optional("scale");
        var logits = Tensor.einsum("btnh,bsnh->bnts", query, key);
        logits =
                scale.isPresent()
                        ? logits.mul(scale.get())
                        : logits.mul(1 / Math.sqrt(key.dim(-1)));
        var cap = g.has("attn_logits_soft_cap") ? g.number("attn_logits_soft_cap") : 0;
        logits = cap == 0 ? logits : logits.div(cap).tanh().mul(cap);
        logits = g.optional("bias").map(logits::add).orElse(logits);
        var mask = g.optional("mask").map(m -> m.cast(DType.BOOL));
        if (g.truth("is_causal")) {
            var causal = causal(logits.shape());
            mask = Optional.of(mask.map(causal::and).orElse(causal));
        }
        if (mask.isPresent()) {
            double least = -0.7 * Float.MAX_VALUE;
            logits = Tensor.where(mask.get(), logits, Tensor.scalar(least, logits.dtype()));
        }
        return Tensor.einsum("bnts,bsnh->btnh", logits.softmax(), g.tensor("value"));
    }

    private static Tensor causal(Shape logits) {
        var places = new Spec(logits.slice(logits.rank() - 2, logits.rank()), DType.INT32);
        return Tensor.iota(places, 0).greaterEqual(Tensor.iota(places, 1));
    }
}
