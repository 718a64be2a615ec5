package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Weight;
import hebb.nn.check.Require;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Momentum for matrices, its directions all made equally long by Newton and Schulz's iteration;
/// [AdamW] for everything else: biases, embeddings, and what is excluded.
///
/// `m = momentum · m + g`, `w - rate · orthogonal(g + momentum · m) · √max(rows, columns) ·
/// rmsRate`. Defaults: learning rate 0.001, `weightDecay` and `adamWeightDecay` 0.004, `momentum`
/// 0.95, `nesterov`, `nsSteps` 5 of the polynomial 3.4445, -4.775, 2.0315, `rmsRate` 0.2,
/// `adamBeta1` 0.9, `adamBeta2` 0.999, `adamLrRatio` 1, `epsilon` 1e-7, embeddings excluded.
/// Source: Jordan, "Muon", 2024; Liu and others, arXiv 2502.16982.
public final class Muon extends Optimizer<Muon> {
    private double adamBeta1 = 0.9;
    private double adamBeta2 = 0.999;
    private double epsilon = 1e-7;
    private List<Pattern> excludeLayers = List.of();
    private double muonA = 3.4445;
    private double muonB = -4.775;
    private double muonC = 2.0315;
    private double adamLrRatio = 1;
    private double momentum = 0.95;
    private int nsSteps = 5;
    private boolean nesterov = true;
    private boolean excludeEmbeddings = true;
    private Optional<Double> adamWeightDecay = Optional.of(0.004);
    private Optional<Double> rmsRate = Optional.of(0.2);

    private Muon() {
        super("muon", 0.001);
    }

    /// With the learning rate 0.001.
    public static Muon of() {
        return new Muon().weightDecay(0.004);
    }

    /// With this learning rate.
    public static Muon of(double learningRate) {
        return of().learningRate(learningRate);
    }

    /// With this share of the mean gradient kept at each step of Adam. Default: 0.9.
    public Muon adamBeta1(double beta1) {
        return with(o -> o.adamBeta1 = Require.fraction("Muon", "adam_beta_1", beta1));
    }

    /// With this share of the mean of squares kept at each step of Adam. Default: 0.999.
    public Muon adamBeta2(double beta2) {
        return with(o -> o.adamBeta2 = Require.fraction("Muon", "adam_beta_2", beta2));
    }

    /// With this added to Adam's divisors. Default: 1e-7.
    public Muon epsilon(double epsilon) {
        return with(o -> o.epsilon = epsilon);
    }

    /// With Adam for weights in whose paths one of these patterns (regular expressions) occurs.
    public Muon excludeLayers(String... patterns) {
        return with(o -> o.excludeLayers = patterns(List.of(patterns)));
    }

    /// With these coefficients of x, x³ and x⁵ in the iteration. Default: 3.4445, -4.775, 2.0315.
    public Muon polynomial(double a, double b, double c) {
        return with(o -> {
            o.muonA = a;
            o.muonB = b;
            o.muonC = c;
        });
    }

    /// With the learning rate times this for Adam. Default: 1.
    public Muon adamLrRatio(double ratio) {
        return with(o -> o.adamLrRatio = ratio);
    }

    /// With this share of the last step kept in the next one. Default: 0.95.
    public Muon momentum(double momentum) {
        return with(o -> o.momentum = momentum);
    }

    /// With so many iterations. Default: 5.
    public Muon nsSteps(int steps) {
        return with(o -> o.nsSteps = steps);
    }

    /// Whether to look ahead, as Nesterov does. Default: true.
    public Muon nesterov(boolean nesterov) {
        return with(o -> o.nesterov = nesterov);
    }

    /// Whether weights with `embedding` in their paths are left to Adam. Default: true.
    public Muon excludeEmbeddings(boolean exclude) {
        return with(o -> o.excludeEmbeddings = exclude);
    }

    /// With this weight decay for Adam. Default: 0.004.
    public Muon adamWeightDecay(double decay) {
        return with(o -> o.adamWeightDecay = Optional.of(decay));
    }

    /// With steps of this root mean square, which is Adam's usual one. Default: 0.2.
    public Muon rmsRate(double rate) {
        return with(o -> o.rmsRate = Optional.of(rate));
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        return isAdams(u.weight())
                ? adam(u, weight, gradient)
                : weight.sub(orthogonal(direction(u, gradient)).mul(u.rate()).mul(factor(weight)));
    }

    private boolean isAdams(Weight weight) {
        var path = weight.path();
        return weight.shape().rank() != 2
                || (excludeEmbeddings && path.toLowerCase(Locale.ROOT).contains("embedding"))
                || excludeLayers.stream().anyMatch(p -> p.matcher(path).find());
    }

    private Tensor adam(Update u, Tensor weight, Tensor gradient) {
        var mean = Means.moved(u, "momentum", gradient, 1 - adamBeta1);
        var squares = Means.moved(u, "velocity", gradient.square(), 1 - adamBeta2);
        var rate = u.once("adam_lr", () -> u.rate().mul(adamLrRatio));
        var alpha = Means.unbiasedRate(u, rate, adamBeta1, adamBeta2);
        return weight.sub(mean.mul(alpha).div(squares.sqrt().add(epsilon)));
    }

    private Tensor direction(Update u, Tensor gradient) {
        var old = u.value("momentum");
        var next = old.add(gradient.add(old.mul(momentum - 1)));
        u.assign("momentum", next);
        return nesterov ? gradient.add(next.mul(momentum)) : next;
    }

    /// The nearest matrix whose rows, or columns, are orthogonal, nearly.
    private Tensor orthogonal(Tensor matrix) {
        boolean isTall = matrix.dim(0) > matrix.dim(1);
        var x = isTall ? matrix.transpose() : matrix;
        x = x.div(x.square().sum().sqrt().add(1e-7));
        for (int i = 0; i < nsSteps; i++) {
            var square = x.matmul(x.transpose());
            var rest = square.mul(muonB).add(square.mul(muonC).matmul(square));
            x = x.mul(muonA).add(rest.matmul(x));
        }
        return isTall ? x.transpose() : x;
    }

    private double factor(Tensor weight) {
        return rmsRate.map(r -> Math.sqrt(Math.max(weight.dim(0), weight.dim(1))) * r).orElse(1.0);
    }

    @Override
    Optional<Double> weightDecayOf(Weight weight) {
        return isAdams(weight) ? adamWeightDecay : super.weightDecayOf(weight);
    }

    private static List<Pattern> patterns(List<?> texts) {
        return texts.stream().map(t -> Pattern.compile((String) t)).toList();
    }

    @Override
    public Options options() {
        var excluded = excludeLayers.stream().map(Pattern::pattern).toList();
        return super.options()
                .and("adam_beta_1", double.class, adamBeta1, v -> adamBeta1 = v)
                .and("adam_beta_2", double.class, adamBeta2, v -> adamBeta2 = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v)
                .and("exclude_layers", List.class, excluded, v -> excludeLayers = patterns(v))
                .and("muon_a", double.class, muonA, v -> muonA = v)
                .and("muon_b", double.class, muonB, v -> muonB = v)
                .and("muon_c", double.class, muonC, v -> muonC = v)
                .and("adam_lr_ratio", double.class, adamLrRatio, v -> adamLrRatio = v)
                .and("momentum", double.class, momentum, v -> momentum = v)
                .and("ns_steps", int.class, nsSteps, v -> nsSteps = v)
                .and("nesterov", boolean.class, nesterov, v -> nesterov = v)
                .and(
                        "exclude_embeddings",
                        boolean.class,
                        excludeEmbeddings,
                        v -> excludeEmbeddings = v)
                .optional(
                        "adam_weight_decay",
                        Double.class,
                        adamWeightDecay,
                        v -> adamWeightDecay = v)
                .optional("rms_rate", Double.class, rmsRate, v -> rmsRate = v);
    }
}
