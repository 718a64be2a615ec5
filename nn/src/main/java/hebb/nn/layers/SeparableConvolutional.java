package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;

/// A convolution of each channel on its own, then one of size 1 that mixes the channels.
///
/// @param <S> the class itself
public abstract sealed class SeparableConvolutional<S extends SeparableConvolutional<S>>
        extends Depthwise<S> permits SeparableConv1D, SeparableConv2D {
    private int filters;
    private WeightRules pointwise = WeightRules.of(Initializer.glorotUniform());

    SeparableConvolutional(int rank, int filters, int... kernelSize) {
        super(rank, kernelSize);
        this.filters = Require.positive(className(), "filters", filters);
    }

    /// With this first value of the kernel that mixes channels. Default: Glorot's, uniform.
    public final S pointwiseInitializer(Initializer pointwiseInitializer) {
        return with(l ->
                ((SeparableConvolutional<?>) l).pointwise =
                        pointwise.initializer(pointwiseInitializer));
    }

    /// With this price on the size of the kernel that mixes channels. Default: none.
    public final S pointwiseRegularizer(Regularizer pointwiseRegularizer) {
        return with(l ->
                ((SeparableConvolutional<?>) l).pointwise =
                        pointwise.regularizer(pointwiseRegularizer));
    }

    /// With this rule for the kernel that mixes channels. Default: none.
    public final S pointwiseConstraint(Constraint pointwiseConstraint) {
        return with(l ->
                ((SeparableConvolutional<?>) l).pointwise =
                        pointwise.constraint(pointwiseConstraint));
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = sliding().input(s, input);
        int channels = x.dim(-1);
        var own = kernel(s, "depthwise_kernel", channels);
        var ones = new int[sliding().rank()];
        Arrays.fill(ones, 1);
        var shape = Shape.of(ones).append(multiplied(channels), filters);
        var mixing = pointwise.weight(s, "pointwise_kernel", shape.dims());
        var each = convolved(x, own);
        var point = Padding.VALID.window(ones, ones, ones, each.shape());
        var sum = biased(s, each.conv(mixing, point, 1));
        return activated(sliding().restored(sum));
    }

    @Override
    public final Options options() {
        var mixing =
                new WeightRules.Choice(
                        "pointwise", pointwise, change -> pointwise = change.apply(pointwise));
        return multiplierOption()
                .and("filters", int.class, filters, v -> filters = v)
                .and(slidingOptions())
                .and(weightOptions(depthwiseChoice(), mixing));
    }
}
