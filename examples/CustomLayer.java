import module hebb;

/// A layer, a loss and a metric of one's own: a curve that nine of ten noisy points lie below.
void main() {
    var random = Randoms.of(1);
    var x = random.uniform(Spec.of(4000, 1), -3, 3);
    var y = x.sin().add(random.normal(Spec.of(4000, 1)).mul(0.3));

    var model = Sequential.of(Input.of(1), RadialBasis.of(20), Dense.of(1));
    model.compile(Adam.of().learningRate(0.01), Pinball.of(0.9), Coverage.of());
    model.summary();
    model.fit(x, y, Fit.epochs(30).verbose(0));
    IO.println(model.evaluate(x, y));
}

/// `exp(-|x - center|²)`, for each of a number of centers, which are learned.
static final class RadialBasis extends Layer<RadialBasis> {
    private int units;

    private RadialBasis(int units) {
        this.units = units;
    }

    static RadialBasis of(int units) {
        return new RadialBasis(units);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var centers =
                s.weight(
                        "centers",
                        Shape.of(units, x.dim(-1)),
                        Initializer.randomUniform().minval(-3).maxval(3));
        return x.expandDims(-2).sub(centers).square().sum(-1).neg().exp();
    }

    @Override
    public Options options() {
        return Options.of("units", int.class, units, v -> units = v);
    }
}

/// Errors above count `quantile`, errors below `1 - quantile`: least where that part of the answers
/// lies below the prediction.
static final class Pinball extends Loss<Pinball> {
    private double quantile;

    private Pinball(double quantile) {
        super("pinball");
        this.quantile = quantile;
    }

    static Pinball of(double quantile) {
        return new Pinball(quantile);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var error = yTrue.sub(yPred);
        return error.mul(quantile).maximum(error.mul(quantile - 1)).mean(-1);
    }

    @Override
    public Options options() {
        return super.options().and("quantile", double.class, quantile, v -> quantile = v);
    }
}

/// The part of the answers that lie below the predictions.
static final class Coverage extends MeanMetric<Coverage> {
    private Coverage() {
        super("coverage");
    }

    static Coverage of() {
        return new Coverage();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return yTrue.lessEqual(yPred).cast(DType.FLOAT32).mean(-1);
    }
}
