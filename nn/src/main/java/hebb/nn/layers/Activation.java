package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.ActivationFunctions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A function applied to a tensor, mostly element by element. The constants are what other layers
/// take, `Dense.of(64).activation(RELU)`; each is a layer too.
///
/// Names are Keras's: `Activation.of("relu")`. A function of your own: `Activation.of("cube", x ->
/// x.pow(3))`.
public final class Activation extends Layer<Activation> {
    private static final Map<String, UnaryOperator<Tensor>> FUNCTIONS = new LinkedHashMap<>();

    /// x.
    public static final Activation LINEAR = known("linear", x -> x);

    /// max(x, 0).
    public static final Activation RELU = known("relu", Tensor::relu);

    /// max(x, 0), at most 6.
    public static final Activation RELU6 = known("relu6", ActivationFunctions::relu6);

    /// max(x, 0.2 x). For another slope take [LeakyReLU].
    public static final Activation LEAKY_RELU =
            known("leaky_relu", x -> ActivationFunctions.leakyRelu(x, 0.2));

    /// x, and e^x - 1 below 0. For another bound than -1 take [ELU].
    public static final Activation ELU = known("elu", x -> ActivationFunctions.elu(x, 1));

    /// max(x, 0) + min(e^x - 1, 0).
    public static final Activation CELU = known("celu", x -> ActivationFunctions.celu(x, 1));

    /// 1.0507 times x, and 1.6733 (e^x - 1) below 0. Source: Klambauer and others, arXiv
    /// 1706.02515.
    public static final Activation SELU = known("selu", ActivationFunctions::selu);

    /// x Φ(x), with the normal distribution's Φ. Source: Hendrycks and Gimpel, arXiv 1606.08415.
    public static final Activation GELU = known("gelu", ActivationFunctions::gelu);

    /// x / (1 + e^-x). Keras knows it as `swish`, too.
    public static final Activation SILU = known("silu", ActivationFunctions::silu);

    /// The first half of the last axis times the sigmoid of the second.
    public static final Activation GLU = known("glu", ActivationFunctions::glu);

    /// 1 / (1 + e^-x).
    public static final Activation SIGMOID = known("sigmoid", Tensor::sigmoid);

    /// log(1 / (1 + e^-x)).
    public static final Activation LOG_SIGMOID =
            known("log_sigmoid", ActivationFunctions::logSigmoid);

    /// x / 6 + 0.5, kept between 0 and 1.
    public static final Activation HARD_SIGMOID =
            known("hard_sigmoid", ActivationFunctions::hardSigmoid);

    /// (x + 1) / 2, kept between 0 and 1.
    public static final Activation SPARSE_SIGMOID =
            known("sparse_sigmoid", ActivationFunctions::sparseSigmoid);

    /// x times [#HARD_SIGMOID]. Keras knows it as `hard_swish`, too.
    public static final Activation HARD_SILU = known("hard_silu", ActivationFunctions::hardSilu);

    /// The hyperbolic tangent.
    public static final Activation TANH = known("tanh", Tensor::tanh);

    /// x, kept between -1 and 1.
    public static final Activation HARD_TANH = known("hard_tanh", ActivationFunctions::hardTanh);

    /// x - tanh x.
    public static final Activation TANH_SHRINK =
            known("tanh_shrink", ActivationFunctions::tanhShrink);

    /// x, and 0 between -0.5 and 0.5.
    public static final Activation HARD_SHRINK =
            known("hard_shrink", x -> ActivationFunctions.hardShrink(x, 0.5));

    /// x moved by 0.5 towards 0, and 0 between -0.5 and 0.5.
    public static final Activation SOFT_SHRINK =
            known("soft_shrink", x -> ActivationFunctions.softShrink(x, 0.5));

    /// e^x over its sum over the last axis: probabilities. For another axis take [Softmax].
    public static final Activation SOFTMAX = known("softmax", Tensor::softmax);

    /// x, moved and cut off at 0 along the last axis, so that small numbers become 0. Computed as
    /// Keras does, whose results need not sum to 1 as those of Martins and Astudillo do, arXiv
    /// 1602.02068.
    public static final Activation SPARSEMAX = known("sparsemax", ActivationFunctions::sparsemax);

    /// The logarithm of [#SOFTMAX].
    public static final Activation LOG_SOFTMAX = known("log_softmax", Tensor::logSoftmax);

    /// log(1 + e^x).
    public static final Activation SOFTPLUS = known("softplus", Tensor::softplus);

    /// x / (1 + |x|).
    public static final Activation SOFTSIGN = known("softsign", ActivationFunctions::softsign);

    /// (x + 1)² / 4 between -1 and 1, 0 below and x above.
    public static final Activation SPARSE_PLUS =
            known("sparse_plus", ActivationFunctions::sparsePlus);

    /// (x + √(x² + 4)) / 2.
    public static final Activation SQUAREPLUS =
            known("squareplus", ActivationFunctions::squareplus);

    /// x tanh(log(1 + e^x)). Source: Misra, arXiv 1908.08681.
    public static final Activation MISH = known("mish", ActivationFunctions::mish);

    /// e^x.
    public static final Activation EXPONENTIAL = known("exponential", Tensor::exp);

    static {
        FUNCTIONS.put("swish", ActivationFunctions::silu);
        FUNCTIONS.put("hard_swish", ActivationFunctions::hardSilu);
    }

    private String function;
    private UnaryOperator<Tensor> formula;

    private Activation(String function, UnaryOperator<Tensor> formula) {
        this.function = function;
        this.formula = formula;
    }

    private static Activation known(String name, UnaryOperator<Tensor> formula) {
        FUNCTIONS.put(name, formula);
        return new Activation(name, formula);
    }

    /// The activation that Keras knows under this name, as a layer of its own.
    ///
    /// @throws HebbException if there is none
    public static Activation of(String function) {
        return new Activation(function, formula(function));
    }

    /// A function of your own, under a name for texts and files.
    public static Activation of(String function, UnaryOperator<Tensor> formula) {
        return new Activation(function, formula);
    }

    /// x where it is above a threshold, and `value` elsewhere. A file cannot hold the two numbers.
    public static Activation threshold(double threshold, double value) {
        return of("threshold", x -> ActivationFunctions.threshold(x, threshold, value));
    }

    private static UnaryOperator<Tensor> formula(String function) {
        var formula = FUNCTIONS.get(function);
        if (formula == null) {
            throw HebbException.of("Activation.of", "there is no activation of that name")
                    .received("'" + function + "'")
                    .expected(Nearest.oneOf(FUNCTIONS.keySet()))
                    .fix(Nearest.fix(function, FUNCTIONS.keySet()));
        }
        return formula;
    }

    /// Keras's name of the function: `relu`.
    public String function() {
        return function;
    }

    /// The function's value.
    public Tensor of(Tensor x) {
        return formula.apply(x);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return of(x);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("activation", String.class, function, this::become);
    }

    private void become(String name) {
        formula = formula(name);
        function = name;
    }

    /// The function's name, as it stands among the options of other layers.
    @Override
    public String toString() {
        return function;
    }
}
