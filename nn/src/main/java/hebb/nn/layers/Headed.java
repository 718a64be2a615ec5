package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.SampleWeights;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Attention in several heads, each of which sees its own projections of query, key and value.
///
/// @param <S> the class itself
public abstract sealed class Headed<S extends Headed<S>> extends Layer<S>
        permits GroupQueryAttention, MultiHeadAttention {
    private static final String MASK_GIVEN = "attention_mask";

    private double dropout;
    private boolean useBias = true;
    private boolean useGate;
    private Optional<Integer> slidingWindow = Optional.empty();
    private WeightRules kernel = WeightRules.of(Initializer.glorotUniform());
    private WeightRules bias = WeightRules.of(Initializer.zeros());
    private Optional<Long> seed = Optional.empty();
    private boolean useCausalMask;
    private boolean returnAttentionScores;
    private boolean attentionMask;

    Headed() {}

    // ---- options

    /// With this share of the weights dropped in training, from 0 to 1. Default: 0.
    public final S dropout(double dropout) {
        double rate = Require.fraction(className(), "dropout", dropout);
        return with(l -> ((Headed<?>) l).dropout = rate);
    }

    /// Whether projections have a bias. Default: they do.
    public final S useBias(boolean useBias) {
        return with(l -> ((Headed<?>) l).useBias = useBias);
    }

    /// Whether a gate, the sigmoid of another projection of the query, multiplies what the heads
    /// make. Default: not.
    public final S useGate(boolean useGate) {
        return with(l -> ((Headed<?>) l).useGate = useGate);
    }

    /// With steps attending only to those less than this far away. Default: to all.
    public final S slidingWindow(int slidingWindow) {
        int checked = Require.positive(className(), "sliding_window", slidingWindow);
        return with(l -> ((Headed<?>) l).slidingWindow = Optional.of(checked));
    }

    /// With these first values of the kernels. Default: Glorot's, uniform.
    public final S kernelInitializer(Initializer kernelInitializer) {
        return with(l -> ((Headed<?>) l).kernel = kernel.initializer(kernelInitializer));
    }

    /// With these first values of the biases. Default: zeros.
    public final S biasInitializer(Initializer biasInitializer) {
        return with(l -> ((Headed<?>) l).bias = bias.initializer(biasInitializer));
    }

    /// With this price on the kernels' size. Default: none.
    public final S kernelRegularizer(Regularizer kernelRegularizer) {
        return with(l -> ((Headed<?>) l).kernel = kernel.regularizer(kernelRegularizer));
    }

    /// With this price on the biases' size. Default: none.
    public final S biasRegularizer(Regularizer biasRegularizer) {
        return with(l -> ((Headed<?>) l).bias = bias.regularizer(biasRegularizer));
    }

    /// With this rule for the kernels. Default: none.
    public final S kernelConstraint(Constraint kernelConstraint) {
        return with(l -> ((Headed<?>) l).kernel = kernel.constraint(kernelConstraint));
    }

    /// With this rule for the biases. Default: none.
    public final S biasConstraint(Constraint biasConstraint) {
        return with(l -> ((Headed<?>) l).bias = bias.constraint(biasConstraint));
    }

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> ((Headed<?>) l).seed = Optional.of(seed));
    }

    /// Whether no step attends to later ones. Default: they may.
    public final S useCausalMask(boolean useCausalMask) {
        return with(l -> ((Headed<?>) l).useCausalMask = useCausalMask);
    }

    /// Whether the weights are a second result. Default: they are not.
    public final S returnAttentionScores(boolean returnAttentionScores) {
        return with(l -> ((Headed<?>) l).returnAttentionScores = returnAttentionScores);
    }

    /// Whether the last input is a mask (batch, steps, values): which steps may see which values.
    /// Default: it is not.
    public final S attentionMask(boolean attentionMask) {
        return with(l -> ((Headed<?>) l).attentionMask = attentionMask);
    }

    @Override
    protected final Map<String, Object> arguments() {
        var told = AttentionMasks.arguments(useCausalMask, returnAttentionScores);
        if (attentionMask) {
            told.put(MASK_GIVEN, true);
        }
        return told;
    }

    // ---- what these layers share

    /// The inputs of a call.
    record Given(Tensor query, Tensor value, Optional<Tensor> key, Optional<Tensor> mask) {
        Tensor keyOrValue() {
            return key.orElse(value);
        }
    }

    /// Projected heads: (batch, …, heads, features).
    record Heads(Tensor query, Tensor key, Tensor value) {}

    /// The equations by which keys meet queries and weights meet values, and over how many of the
    /// scores' last axes the weights sum to 1.
    record Equations(String scores, String mean, int axes) {}

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        var in = inputs(s, xs);
        var mask = mask(s, in);
        var query = project(s, "query", in.query());
        var key = project(s, "key", in.keyOrValue());
        var gate = useGate ? Optional.of(project(s, "gate", in.query())) : Optional.<Tensor>empty();
        var value = project(s, "value", in.value());
        var heads = heads(query, key, value);
        boolean direct = dropout == 0 && !AttentionMasks.returnsScores(s) && query.rank() == 4;
        var weights = weights(s, heads, mask, direct);
        var mean = Tensor.einsum(equations(s, query).mean(), dropped(s, weights), heads.value());
        var y = s.call(output(in.query()), gate.map(mean::mul).orElse(mean));
        s.mask(in.query()).ifPresent(m -> s.mask(y, m));
        return AttentionMasks.returnsScores(s) ? List.of(y, weights) : List.of(y);
    }

    private Given inputs(Scope s, List<Tensor> xs) {
        boolean given = s.argument(MASK_GIVEN).equals(Optional.of(true));
        int count = xs.size() - (given ? 1 : 0);
        if (count < 2 || count > 3) {
            throw s.wrong("the layer has the wrong number of inputs")
                    .received(xs.size())
                    .expected(
                            "query and value, or query, value and key"
                                    + (given ? ", and a mask behind them" : ""));
        }
        return new Given(
                xs.get(0),
                xs.get(1),
                count == 3 ? Optional.of(xs.get(2)) : Optional.empty(),
                given ? Optional.of(xs.getLast()) : Optional.empty());
    }

    /// Which steps may see which values: all masks together, (batch or 1, steps, values).
    private Optional<Tensor> mask(Scope s, Given in) {
        int steps = in.query().dim(1);
        int values = in.value().dim(1);
        var all = s.mask(in.query()).map(m -> m.expandDims(-1));
        all = SampleWeights.both(all, s.mask(in.value()).map(m -> m.expandDims(-2)));
        all = SampleWeights.both(all, in.key().flatMap(s::mask).map(m -> m.expandDims(-2)));
        if (AttentionMasks.isUsed(s)) {
            all =
                    SampleWeights.both(
                            all, Optional.of(AttentionMasks.of(steps, values).expandDims(0)));
        }
        all =
                SampleWeights.both(
                        all,
                        slidingWindow.map(
                                w -> AttentionMasks.near(steps, values, w).expandDims(0)));
        return SampleWeights.both(in.mask().map(m -> m.notEqual(0)), all);
    }

    /// How well keys fit queries, so that it sums to 1.
    private Tensor weights(Scope s, Heads heads, Optional<Tensor> mask, boolean direct) {
        var equations = equations(s, heads.query());
        double scale = 1 / Math.sqrt(heads.query().dim(-1));
        var scores =
                direct
                        ? Tensor.einsum(equations.scores(), heads.key(), heads.query()).mul(scale)
                        : Tensor.einsum(equations.scores(), heads.key(), heads.query().mul(scale));
        var axes = new int[equations.axes()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = scores.rank() - axes.length + i;
        }
        var wide = mask.map(m -> raised(m, scores.rank(), -2 * axes.length - 1));
        // as Keras's two ways of computing it: where nothing may be seen, all of it is, or none
        return direct ? Softmax.far(scores, wide, axes) : Softmax.masked(scores, wide, axes);
    }

    private static Tensor raised(Tensor mask, int rank, int at) {
        var raised = mask;
        while (raised.rank() < rank) {
            raised = raised.expandDims(at);
        }
        return raised;
    }

    private Tensor dropped(Scope s, Tensor weights) {
        return s.training() && dropout > 0
                ? Dropping.dropped(
                        weights, dropout, Noisy.randoms(s, "dropout", seed), weights.shape())
                : weights;
    }

    private Tensor project(Scope s, String name, Tensor x) {
        var layer = projection(name, x.rank());
        return s.call(name.equals("gate") ? layer.activation(Activation.SIGMOID) : layer, x);
    }

    /// The projection of that name, for inputs of that many axes.
    abstract EinsumDense projection(String name, int rank);

    /// What makes the result of all heads.
    abstract EinsumDense output(Tensor query);

    /// The heads as they meet each other.
    abstract Heads heads(Tensor query, Tensor key, Tensor value);

    /// For projected queries.
    abstract Equations equations(Scope s, Tensor query);

    /// A layer that connects the last `bound` of an input's axes with new ones, whose lengths these
    /// are.
    final EinsumDense dense(String name, int free, int bound, int... lengths) {
        var kept = letters(0, free);
        var gone = letters(free, bound);
        var made = letters(free + bound, lengths.length);
        var shape = new int[free - 1 + lengths.length];
        Arrays.fill(shape, Shape.UNKNOWN);
        System.arraycopy(lengths, 0, shape, free - 1, lengths.length);
        var layer =
                EinsumDense.of(kept + gone + "," + gone + made + "->" + kept + made, shape)
                        .name(name)
                        .kernelInitializer(kernel.initializer())
                        .kernelRegularizer(kernel.regularizer())
                        .kernelConstraint(kernel.constraint())
                        .biasInitializer(bias.initializer())
                        .biasRegularizer(bias.regularizer())
                        .biasConstraint(bias.constraint())
                        .activityRegularizer(activityRegularizer());
        return useBias ? layer.biasAxes(made) : layer;
    }

    static String letters(int from, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + from + i));
        }
        return letters.toString();
    }

    // ---- as options

    final Options dropoutOption() {
        return Options.of("dropout", double.class, dropout, v -> dropout = v);
    }

    final Options biasOption() {
        return Options.of("use_bias", boolean.class, useBias, v -> useBias = v);
    }

    final Options gateOption() {
        return Options.of("use_gate", boolean.class, useGate, v -> useGate = v);
    }

    final Options windowOption() {
        return Options.none()
                .optional("sliding_window", Integer.class, slidingWindow, v -> slidingWindow = v);
    }

    final Options ruleOptions() {
        return WeightRules.options(
                        activityOption(),
                        new WeightRules.Choice(
                                "kernel", kernel, change -> kernel = change.apply(kernel)),
                        new WeightRules.Choice("bias", bias, change -> bias = change.apply(bias)))
                .optional("seed", Long.class, seed, v -> seed = v);
    }
}
